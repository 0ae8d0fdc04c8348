// Checks of the figures themselves: what to mend at their origin.
import * as z from "zod";
import { Refusal } from "../refusal.ts";
import { utmNow } from "../utm.ts";
import { type Route, route } from "./route.ts";
import { UtmAnswer } from "./schemas/checks.ts";
import { Day } from "./schemas/parts.ts";

export const checkRoutes: readonly Route[] = [
  route({
    name: "checkUtm",
    method: "GET",
    path: "/v1/checks/utm",
    summary:
      "Whether the tags of campaigns tell where visits come from: visits of no channel, spellings of one name, paid clicks without a visit; over the last four weeks by default.",
    who: "reader",
    status: 200,
    query: z.strictObject({ from: Day.optional(), to: Day.optional() }),
    answer: UtmAnswer,
    handle({ sql }, { query: { from, to } }) {
      if (from !== undefined && to !== undefined && from > to)
        throw new Refusal("invalid_request", { fields: ["from", "to"] });
      return { body: utmNow(sql, { from, to }) };
    },
  }),
];
