// Mautic's e-mails: one entity for an e-mail and the person it went to, made of sends, opens, clicks and refusals.
import type { MetricName } from "../../shared/metrics.ts";
import type {
  DerivedFact,
  EntityFields,
  EntityPage,
  EntityRow,
  EntityStream,
  Settings,
  Unit,
} from "../connector.ts";
import { dayAt } from "../plan.ts";
import { type Names, namesRequest, readNames } from "./mautic-names.ts";
import { instantIn, readStats, type Row, statsRequest } from "./mautic-stats.ts";

const DAY_MINUTES = 24 * 60;

/** The place reached: in the list of e-mails first (`start`), then in their sends (`after`), with the names on the way. */
interface Place {
  readonly start: number | null;
  readonly after: string;
  readonly names: Names;
}

function placeOf({ token }: EntityPage): Place {
  return token === null ? { start: 0, after: "0", names: {} } : (JSON.parse(token) as Place);
}

const sends = stream("sends", ["emails_sent", "delivered"], {
  request: (page, settings) => {
    const { start, after } = placeOf(page);
    if (start !== null) return namesRequest(settings, start);
    return statsRequest(settings, "email_stats", page, { date: "date_sent", after });
  },
  read: (answer, page) => {
    const place = placeOf(page);
    if (place.start !== null) {
      const { names, next } = readNames(answer.body, place.start);
      const reached: Place = { start: next, after: "0", names: { ...place.names, ...names } };
      return { entities: [], next: JSON.stringify(reached), total: null, unit: null, marks: [] };
    }
    const { next, ...reading } = readStats(answer, (row) => sendOf(row, place.names));
    return { ...reading, next: next === null ? null : JSON.stringify({ ...place, after: next }) };
  },
});

/** A row changes when its message is opened: these are read again by the date of that. */
const opens = stream("opens", ["unique_opens"], {
  // Everything sent until now was just read with its opens.
  request: (page, settings) =>
    statsRequest(
      settings,
      "email_stats",
      { ...page, since: page.since ?? page.until },
      {
        date: "date_read",
        after: page.token ?? "0",
      },
    ),
  read: (answer) => readStats(answer, (row) => sendOf(row, {})),
});

const clicks = stream("clicks", ["unique_clicks"], {
  request: (page, settings) =>
    statsRequest(settings, "page_hits", page, {
      date: "date_hit",
      after: page.token ?? "0",
      only: [{ col: "source", expr: "eq", val: "email" }],
    }),
  read: (answer) =>
    readStats(answer, ({ id, lead_id, source_id, date_hit }) =>
      message(source_id, lead_id, { [`c${id}`]: instantIn(date_hit) }),
    ),
});

/** 1: the person left; 2: the address bounced; 3: an administrator's choice, which says nothing of an e-mail. */
const REFUSALS: Readonly<Record<string, string>> = { 1: "u", 2: "b" };

const refusals = stream("refusals", ["unsubscribes", "bounces"], {
  request: (page, settings) =>
    statsRequest(settings, "lead_donotcontact", page, {
      date: "date_added",
      after: page.token ?? "0",
      only: [{ col: "channel", expr: "eq", val: "email" }],
    }),
  read: (answer) =>
    readStats(answer, ({ id, lead_id, channel_id, reason, date_added }) => {
      const kind = REFUSALS[reason ?? ""];
      // No e-mail is at fault where none is named.
      if (kind === undefined || !channel_id) return null;
      return message(channel_id, lead_id, { [`${kind}${id}`]: instantIn(date_added) });
    }),
});

export const messageStreams: readonly EntityStream[] = [sends, opens, clicks, refusals];

function stream(
  name: string,
  metrics: readonly MetricName[],
  pair: Pick<EntityStream, "request" | "read">,
): EntityStream {
  // An instance under load counts events late, at their own date.
  const overlapMinutes = DAY_MINUTES;
  return {
    kind: "entities",
    name,
    entity: "message",
    metrics,
    overlapMinutes,
    sweep: "never",
    ...pair,
    derive,
  };
}

/** A send, and its first opening where there was one. Someone who was deleted leaves a row without a person. */
function sendOf(
  { id, email_id, lead_id, date_sent, date_read, is_failed }: Row,
  names: Names,
): EntityRow | undefined {
  const sent = instantIn(date_sent);
  if (!id || !email_id || sent === null) return undefined;
  const [campaignId, own] = names[email_id] ?? [];
  // Two versions of an e-mail that are tried out count as one.
  const campaign = names[campaignId ?? ""]?.[1] ?? own;
  const known = campaignId === undefined || campaign === undefined ? {} : { campaignId, campaign };
  const opened = instantIn(date_read);
  return message(email_id, lead_id ?? `?${id}`, {
    ...known,
    [`s${id}`]: is_failed === "1" ? null : sent,
    ...(opened !== null && { [`o${id}`]: opened }),
  });
}

function message(
  email: string | null | undefined,
  person: string | null | undefined,
  fields: EntityFields,
): EntityRow | undefined {
  return email && person ? { id: `${email}:${person}`, fields: { email, ...fields } } : undefined;
}

/**
 * Everything counts on the day of the send that it follows: an e-mail that goes twice to one person is two sends, each
 * with its own opening and clicks. What follows no known send is left out: the instance forgets its past.
 */
function derive(fields: EntityFields, _settings: Settings, unit: Unit): DerivedFact[] {
  const events = eventsOf(fields);
  const sent = (events.get("s") ?? []).sort((one, other) => one.at.localeCompare(other.at));
  const opened = new Set(events.get("o")?.map(({ id }) => id));
  const after = (kind: string): Set<string | undefined> =>
    new Set(events.get(kind)?.map(({ at }) => sent.findLast((send) => send.at <= at)?.id));
  const [clicked, left, bounced] = [after("c"), after("u"), after("b")];
  const email = String(fields["email"] ?? "");
  const campaignId = String(fields["campaignId"] ?? email);
  const campaign = String(fields["campaign"] ?? `n° ${campaignId}`);
  return sent.map(({ id, at }) => ({
    day: dayAt(Date.parse(at), unit.timeZone),
    channel: "email",
    source: "mautic",
    medium: "email",
    campaignId,
    campaign,
    values: {
      emails_sent: 1,
      delivered: bounced.has(id) ? 0 : 1,
      unique_opens: opened.has(id) ? 1 : 0,
      unique_clicks: clicked.has(id) ? 1 : 0,
      unsubscribes: left.has(id) ? 1 : 0,
      bounces: bounced.has(id) ? 1 : 0,
    },
  }));
}

/** The fields that are events, by the letter they begin with: `s17` is the send whose row has the id 17. */
function eventsOf(fields: EntityFields): Map<string, { id: string; at: string }[]> {
  const found = new Map<string, { id: string; at: string }[]>();
  for (const [name, at] of Object.entries(fields)) {
    if (typeof at !== "string" || !/^[a-z]\d+$/.test(name)) continue;
    const kind = name.charAt(0);
    found.set(kind, [...(found.get(kind) ?? []), { id: name.slice(1), at }]);
  }
  return found;
}
