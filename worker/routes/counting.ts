// Which source counts a figure that several tell: shown, and chosen.
import type { Counting } from "../../shared/api/counting.ts";
import { metrics } from "../../shared/metrics.ts";
import { findConnector } from "../connectors/index.ts";
import { ALL, type Counted, countedTwice } from "../counting.ts";
import { Refusal } from "../refusal.ts";
import { chooseCounter } from "../store/counting.ts";
import { bumpGeneration } from "../store/members.ts";
import { type Route, route } from "./route.ts";
import * as schema from "./schemas/counting.ts";

export const countingRoutes: readonly Route[] = [
  route({
    name: "listCounting",
    method: "GET",
    path: "/v1/counting",
    summary: "The metrics that several services tell, and which of them counts.",
    who: "reader",
    status: 200,
    answer: schema.Countings,
    handle: ({ sql }) => ({ body: { metrics: countedTwice(sql).map(describe) } }),
  }),
  route({
    name: "chooseCounting",
    method: "PUT",
    path: "/v1/counting/{metric}",
    summary: "Chooses the service that counts a metric, or `all` where each tells something else.",
    who: "member",
    status: 200,
    body: schema.ChooseCounting,
    answer: schema.Counting,
    handle({ sql }, { params, body: { by } }) {
      const found = countedTwice(sql).find(({ metric }) => metric === params["metric"]);
      if (!found) throw new Refusal("not_found");
      if (by !== ALL && !found.connectors.includes(by))
        throw new Refusal("invalid_request", { fields: ["by"] });
      chooseCounter(sql, found.metric, by);
      bumpGeneration(sql);
      return { body: describe({ ...found, by }) };
    },
  }),
];

function describe({ metric, by, connectors }: Counted): Counting {
  return {
    metric,
    label: metrics[metric].label,
    by,
    connectors: connectors.flatMap((name) => {
      const label = findConnector(name)?.label;
      return label ? [{ name, label }] : [];
    }),
  };
}
