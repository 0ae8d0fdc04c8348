// Mautic's leads: one entity for a person, made of forms sent, tagged visits, stages and segments entered.
import type { MetricName } from "../../shared/metrics.ts";
import { channelNames } from "../channels.ts";
import type {
  Channel,
  DerivedFact,
  EntityFields,
  EntityRow,
  EntityStream,
  Settings,
  Unit,
} from "../connector.ts";
import { dayAt } from "../plan.ts";
import { instantIn, readStats, type Row, statsRequest } from "./mautic-stats.ts";

const DAY_MINUTES = 24 * 60;

/** What the mediums of tagged links count as, written in small letters. */
export const MEDIUMS: Readonly<Record<string, Channel>> = {
  email: "email",
  newsletter: "email",
  cpc: "paid_search",
  ppc: "paid_search",
  sea: "paid_search",
  paid: "paid_search",
  "paid-social": "paid_social",
  paid_social: "paid_social",
  paidsocial: "paid_social",
  social: "organic_social",
  organic: "organic_search",
  referral: "referral",
  display: "display",
  banner: "display",
  video: "video",
  affiliate: "affiliate",
};

/** A table whose rows each say that a person did something at an instant. */
function events(
  name: string,
  table: string,
  date: string,
  metrics: readonly MetricName[],
  fieldOf: (row: Row, at: string) => EntityFields,
): EntityStream {
  return stream(name, metrics, {
    request: (page, settings) => statsRequest(settings, table, page, { date, after: page.token ?? "0" }),
    read: (answer) =>
      readStats(answer, (row) => {
        const at = instantIn(row[date]);
        // A visitor who is no contact yet, or one who was deleted.
        if (!row["lead_id"]) return null;
        return at === null || !row["id"] ? undefined : { id: row["lead_id"], fields: fieldOf(row, at) };
      }),
  });
}

const forms = events("forms", "form_submissions", "date_submitted", ["leads"], ({ id, form_id }, at) => ({
  [`f${id}`]: `${at} ${form_id ?? ""}`,
}));

/** Of a tag, only what is among the known mediums is kept: the others are texts that anyone may have written. */
const tags = events("tags", "lead_utmtags", "date_added", [], ({ id, utm_medium }, at) => {
  const medium = (utm_medium ?? "").trim().toLowerCase();
  return { [`t${id}`]: `${at} ${Object.hasOwn(MEDIUMS, medium) ? medium : "?"}` };
});

const stages = events(
  "stages",
  "lead_stages_change_log",
  "date_added",
  ["mql", "sql"],
  ({ id, stage_id }, at) => ({
    [`g${id}`]: `${at} ${stage_id ?? ""}`,
  }),
);

/** The segments that stand for a step, one after the other: their rows have no number of their own. */
const segments = stream("segments", [], {
  request: (page, settings) => {
    const [segment = wanted(settings)[0] ?? "0", after = "0"] = page.token?.split(":") ?? [];
    return statsRequest(settings, "lead_lists_leads", page, {
      date: "date_added",
      key: "lead_id",
      after,
      only: [{ col: "leadlist_id", expr: "eq", val: segment }],
    });
  },
  read: (answer, page, settings) => {
    const all = wanted(settings);
    const segment = page.token?.split(":")[0] ?? all[0];
    const { next, ...reading } = readStats(answer, memberOf, "lead_id");
    const following = all[all.indexOf(segment ?? "") + 1];
    const token = next === null ? (following === undefined ? null : `${following}:0`) : `${segment}:${next}`;
    return { ...reading, next: token };
  },
});

function memberOf({ lead_id, leadlist_id, date_added, manually_removed }: Row): EntityRow | null | undefined {
  const at = instantIn(date_added);
  if (manually_removed === "1") return null;
  return !lead_id || at === null
    ? undefined
    : { id: lead_id, fields: { [`l${leadlist_id}`]: `${at} ${leadlist_id}` } };
}

function wanted({ mqlSegment, sqlSegment }: Settings): string[] {
  return [...new Set([mqlSegment, sqlSegment].flatMap((segment) => segment || []))];
}

// What gives a channel, and what gives a step, comes before what counts them.
export const peopleStreams: readonly EntityStream[] = [tags, segments, forms, stages];

function stream(
  name: string,
  metrics: readonly MetricName[],
  pair: Pick<EntityStream, "request" | "read">,
): EntityStream {
  const overlapMinutes = DAY_MINUTES;
  return {
    kind: "entities",
    name,
    entity: "person",
    metrics,
    overlapMinutes,
    sweep: "never",
    ...pair,
    derive,
  };
}

/** A person is a lead on the day of the first form, and MQL or SQL on the first day of the stage or segment chosen. */
function derive(fields: EntityFields, settings: Settings, { timeZone }: Unit): DerivedFact[] {
  const first = (kind: string, ids?: readonly string[]): string | undefined =>
    Object.entries(fields)
      .filter(([name, value]) => name[0] === kind && /^\d+$/.test(name.slice(1)) && value !== null)
      .map(([, value]) => String(value))
      .filter((value) => !ids || ids.includes(value.split(" ")[1] ?? ""))
      .sort()[0];
  const step = (stage: string | undefined, segment: string | undefined): string | undefined =>
    [stage && first("g", [stage]), segment && first("l", [segment])].flatMap((at) => at || []).sort()[0];
  const medium = first("t")?.split(" ")[1] ?? "";
  const channel = medium === "?" ? "other" : channelNames(MEDIUMS, settings)(medium);
  const at: Partial<Record<MetricName, string | undefined>> = {
    leads: first("f", formsOf(settings)),
    mql: step(settings["mqlStage"], settings["mqlSegment"]),
    sql: step(settings["sqlStage"], settings["sqlSegment"]),
  };
  return Object.entries(at).flatMap(([name, moment]) => {
    const day = moment && dayAt(Date.parse(moment.split(" ")[0] ?? ""), timeZone);
    const place = { channel, source: "mautic", medium, campaignId: "", campaign: "" };
    return day ? [{ day, ...place, values: { [name]: 1 } }] : [];
  });
}

/** The forms that make a lead; all of them where none is named. */
function formsOf({ forms: ids = "" }: Settings): string[] | undefined {
  return ids.trim() === "" ? undefined : ids.split(",").map((id) => id.trim());
}
