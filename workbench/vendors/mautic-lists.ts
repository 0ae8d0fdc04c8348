// What the shop has made in Mautic: e-mails (one of them in two versions), segments, stages and a form.
import { utcDay } from "./days.ts";
import { LINES, type Line } from "./shop-lines.ts";
import { messagesOf } from "./shop-mail.ts";
import { instantOf } from "./simulation.ts";
import type { World } from "./vendor.ts";

type Email = { id: number; line: Line; variant: "A" | "B"; parent: number | null };

const line = (id: string): Line => LINES.find((one) => one.id === id)!;

export const EMAILS: readonly Email[] = [
  { id: 11, line: line("basket"), variant: "A", parent: null },
  { id: 12, line: line("welcome"), variant: "A", parent: null },
  { id: 13, line: line("welcome"), variant: "B", parent: 12 },
];
export const STAGES = { lead: 1, mql: 2, sql: 3, customer: 4 };
export const SEGMENTS = { mql: 5, sql: 6 };
export const FORM = 3;

const STAGE_NAMES = ["Lead", "Lead qualifié", "Opportunité", "Client"];
const MADE = "2024-09-02T08:00:00+00:00";

/** `GET /api/emails|segments|stages|forms`; null for any other path. */
export function mauticLists(url: URL, world: World): unknown {
  const page = <Item extends { id: number }>(name: string, items: Item[]) => {
    const start = Number(url.searchParams.get("start") ?? 0);
    const limit = Math.min(Number(url.searchParams.get("limit") ?? 30), world.memory.simulation().mostRows);
    const some = items.slice(start, start + limit);
    // Objects by id where there are any, else an empty list: PHP knows no other empty array.
    const keyed = some.length > 0 ? Object.fromEntries(some.map((item) => [item.id, item])) : [];
    return { total: items.length, [name]: keyed };
  };
  const named = (id: number, name: string) => ({ id, name, isPublished: true, dateAdded: MADE });
  switch (url.pathname) {
    case "/api/emails":
      return page("emails", emails(world));
    case "/api/segments":
      return page("lists", [named(SEGMENTS.mql, "Leads qualifiés"), named(SEGMENTS.sql, "Opportunités")]);
    case "/api/stages":
      return page(
        "stages",
        STAGE_NAMES.map((name, index) => named(index + 1, name)),
      );
    case "/api/forms":
      return page("forms", [named(FORM, "Demande de devis")]);
    default:
      return null;
  }
}

/** The counters of an e-mail are those of its whole life, today's included; those of a version are its own. */
function emails({ memory, now }: World) {
  const simulation = memory.simulation();
  const instant = instantOf(simulation, now);
  const today = messagesOf(utcDay(instant), simulation.adjustments);
  return EMAILS.map(({ id, line: { campaign }, variant, parent }) => {
    const children = EMAILS.filter((email) => email.parent === id).map((child) => child.id);
    const sent = today.filter((one) => one.line.campaign === campaign && one.variant === variant);
    return {
      id,
      name: variant === "A" ? campaign : `${campaign} (B)`,
      subject: `${campaign}, de la part de Camille`,
      isPublished: true,
      dateAdded: MADE,
      emailType: "template",
      language: "fr",
      sentCount: sent.length,
      readCount: sent.filter(({ opened }) => opened !== null && opened <= instant).length,
      variantParent: parent,
      variantChildren: children,
      translationParent: null,
      translationChildren: [],
      lists: [],
    };
  });
}
