// The rows of Mautic's tables of events, made from the shop's messages and leads as they stand at an instant.
import { addDays, dayNumber, utcDay } from "./days.ts";
import { EMAILS, FORM, SEGMENTS, STAGES } from "./mautic-lists.ts";
import { leadsUntil, type Lead } from "./shop-leads.ts";
import { messagesOf, type Message } from "./shop-mail.ts";
import type { Simulation } from "./simulation.ts";

/** Every value is a text, as PHP writes what it read from the database. */
export type Row = Record<string, string | null>;

const words = (text: string): string[] => text.split(" ");

/** The columns of the tables simulated here, in the API's own order. */
export const COLUMNS: Readonly<Record<string, string[]>> = {
  email_stats: words(
    "copy_id date_read date_sent email_address email_id id ip_id is_failed is_read last_opened lead_id list_id open_count open_details retry_count source source_id tokens tracking_hash viewed_in_browser",
  ),
  form_submissions: words("date_submitted form_id id ip_id lead_id page_id referer tracking_id"),
  lead_donotcontact: words("channel channel_id comments date_added id lead_id reason"),
  lead_lists_leads: words("date_added leadlist_id lead_id manually_added manually_removed"),
  lead_stages_change_log: words("action_name date_added event_name id lead_id stage_id"),
  lead_utmtags: words(
    "date_added id lead_id query referer remote_host url user_agent utm_campaign utm_content utm_medium utm_source utm_term",
  ),
  page_hits: words(
    "browser_languages city code country date_hit date_left device_id email_id id ip_id isp lead_id organization page_id page_language query redirect_id referer region remote_host source source_id tracking_id url url_title user_agent",
  ),
};

const FIRST_LEAD_PERSON = 100_000;

/** UTC without a zone, as the database holds it. */
const written = (instant: number): string => new Date(instant).toISOString().slice(0, 19).replace("T", " ");

const MINUTE = 60_000;
/** What was already worked out: a table is read in many pages. */
const known = new Map<string, { name: string; rows: Row[] }>();

/** The rows of a table as they stand at the beginning of this minute, by id. */
export function rowsOf(table: string, simulation: Simulation, now: number): Row[] {
  const instant = now - (now % MINUTE);
  const name = JSON.stringify([instant, simulation.messageDays, simulation.adjustments]);
  const before = known.get(table);
  if (before?.name === name) return before.rows;
  const rows = tableAt(table, simulation, instant);
  known.set(table, { name, rows });
  return rows;
}

function tableAt(table: string, simulation: Simulation, now: number): Row[] {
  switch (table) {
    case "email_stats":
      return messages(simulation, now).map((message) => emailStat(message, now));
    case "page_hits":
      return numbered(messages(simulation, now).flatMap(hits), now);
    case "lead_donotcontact":
      return numbered(messages(simulation, now).flatMap(refusals), now);
    default:
      return numbered(
        leadsUntil(utcDay(now), simulation.adjustments).flatMap(LEAD_ROWS[table] ?? (() => [])),
        now,
      );
  }
}

/** Those that the instance has not forgotten. */
function messages({ messageDays, adjustments }: Simulation, now: number): Message[] {
  const found: Message[] = [];
  const today = utcDay(now);
  for (let day = addDays(today, -messageDays); day <= today; day = addDays(day, 1))
    found.push(...messagesOf(day, adjustments));
  return found.filter(({ sent }) => sent <= now);
}

type Event = { at: number; row: Row };

/** Numbered by the day and their order in it, so that an id stays what it is as others come. */
function numbered(events: Event[], now: number): Row[] {
  const sorted = [...events].sort((one, other) => one.at - other.at);
  let day = "";
  let index = 0;
  return sorted.flatMap(({ at, row }) => {
    const own = utcDay(at);
    index = own === day ? index + 1 : 0;
    day = own;
    return at > now ? [] : [{ ...row, id: String(dayNumber(own) * 1000 + index) }];
  });
}

function emailId({ line, variant }: Message): string {
  return String(EMAILS.find((email) => email.line === line && email.variant === variant)?.id ?? 0);
}

/** The row changes when the message is opened. */
function emailStat(message: Message, now: number): Row {
  const { id, person, sent, failed, opened } = message;
  const read = opened !== null && opened <= now;
  return {
    id: String(id),
    email_id: emailId(message),
    lead_id: String(person),
    email_address: `personne-${person}@client.example`,
    date_sent: written(sent),
    is_failed: failed ? "1" : "0",
    is_read: read ? "1" : "0",
    date_read: read ? written(opened) : null,
    last_opened: read ? written(opened) : null,
    open_count: read ? String(1 + message.clicks.length) : "0",
    retry_count: "0",
    viewed_in_browser: "0",
    source: "campaign.event",
    source_id: "4",
    tokens: 'a:1:{s:16:"{contactfield=firstname}";s:9:"Dominique";}',
    tracking_hash: `h${id}`,
  };
}

/** The pages opened from an e-mail, and one that a visitor opened by chance on the same site. */
function hits(message: Message): Event[] {
  const { person, clicks } = message;
  const hit = (at: number, source: string | null): Event => ({
    at,
    row: {
      lead_id: String(person),
      date_hit: written(at),
      source,
      source_id: source === null ? null : emailId(message),
      email_id: source === null ? null : emailId(message),
      code: "200",
      url: "https://atelier-verveine.example/",
    },
  });
  const others = message.id % 40 === 0 ? [hit(message.sent + 1, null)] : [];
  return [...clicks.map((at) => hit(at, "email")), ...others];
}

/** Why no more e-mail goes to someone: 1 the person left, 2 the address bounced. */
function refusals(message: Message): Event[] {
  const { person, unsubscribed, bounced } = message;
  const refusal = (at: number | null, reason: string): Event[] => {
    const row = { lead_id: String(person), channel: "email", channel_id: emailId(message), reason };
    return at === null ? [] : [{ at, row: { ...row, date_added: written(at), comments: null } }];
  };
  return [...refusal(unsubscribed, "1"), ...refusal(bounced, "2")];
}

const person = ({ id }: Lead): string => String(FIRST_LEAD_PERSON + id);

/** When a lead reached each step. */
function steps({ created, qualified, accepted, deal }: Lead): [step: keyof typeof STAGES, at: number][] {
  const all = [
    ["lead", created],
    ["mql", qualified],
    ["sql", accepted],
    ["customer", deal?.won ? deal.closed : null],
  ] as const;
  return all.flatMap(([step, at]) => (at === null ? [] : [[step, at]]));
}

const LEAD_ROWS: Readonly<Record<string, (lead: Lead) => Event[]>> = {
  form_submissions: (lead) => {
    const row = {
      form_id: String(FORM),
      lead_id: person(lead),
      referer: "https://atelier-verveine.example/",
    };
    // One in ten asks a second time, later the same day.
    const times = lead.id % 10 === 0 ? [lead.created, lead.created + 1_800_000] : [lead.created];
    return times.map((at) => ({ at, row: { ...row, date_submitted: written(at) } }));
  },
  lead_stages_change_log: (lead) =>
    steps(lead).map(([step, at]) => {
      const row = { lead_id: person(lead), stage_id: String(STAGES[step]), date_added: written(at) };
      return { at, row: { ...row, event_name: step, action_name: "Moved" } };
    }),
  lead_lists_leads: (lead) =>
    steps(lead).flatMap(([step, at]) => {
      if (step !== "mql" && step !== "sql") return [];
      const row = { lead_id: person(lead), leadlist_id: String(SEGMENTS[step]), date_added: written(at) };
      return [{ at, row: { ...row, manually_added: "0", manually_removed: "0" } }];
    }),
  lead_utmtags: (lead) => {
    const { source, medium, campaign, channel, ads } = lead.line;
    // Only the links that the shop itself makes are tagged.
    if (!ads && channel !== "Email") return [];
    const row = { utm_source: source, utm_medium: medium, utm_campaign: campaign };
    const at = lead.created;
    return [{ at, row: { ...row, lead_id: person(lead), date_added: written(at) } }];
  },
};
