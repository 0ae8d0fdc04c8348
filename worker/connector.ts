// What a connector is: data about one service, and pure functions for each table it reads.
import type { Instant } from "../shared/api/call.ts";
import type { ApiVersion, Field, SourceProblemCode } from "../shared/api/sources.ts";
import type { Words } from "../shared/language.ts";
import type { MetricName } from "../shared/metrics.ts";
import type { Day } from "../shared/period.ts";
import type { AccountList } from "./accounts.ts";
import type { Authorization } from "./authorization.ts";

export interface Connector {
  readonly name: string;
  readonly label: Words;
  /** What it brings, in one sentence. */
  readonly gives: Words;
  readonly settings: readonly Field[];
  readonly credentials: readonly Field[];
  /** Whether the settings as typed can be right, before anything is asked of the service. */
  readonly checkSettings: (settings: Settings) => boolean;
  /** The account that the settings name, shown in the column of that name. */
  readonly account: (settings: Settings) => string;
  /** Where there are several ways in, the credentials given decide. */
  readonly authorization: Authorization | readonly Authorization[];
  readonly hosts: Hosts;
  /** The smallest question that proves access and tells the unit of the account. */
  readonly check: Pick<FactStream, "request" | "read">;
  /** Where credentials open several accounts: which ones, to choose from. */
  readonly accounts?: AccountList;
  readonly streams: readonly Stream[];
  /** Where the settings leave only some of them, or some of their metrics. */
  readonly streamsFor?: (settings: Settings) => readonly Stream[];
  /** True where every page says what its figures are counted in: other services are asked once a day. */
  readonly tellsUnit?: true;
  /** What the refusals of the service mean, the first that fits; what none fits is read by its status. */
  readonly errors: readonly ErrorRule[];
  /** How long the service's own quota headers, on any answer, ask to wait before the next call (ms). */
  readonly quota?: (headers: SourceAnswer["headers"]) => { readonly wait: number } | null;
  /** The version of the API that this code speaks, and the day on which the service ends it. */
  readonly version?: ApiVersion;
  /** The service's own names of channels, as this product calls them; a connection may change some (see `channels.ts`). */
  readonly channels?: Readonly<Record<string, Channel>>;
}

export type Settings = Readonly<Record<string, string>>;

/**
 * The only hosts a connector may call; `*.example.com` allows every subdomain. A function, where each account has a host
 * of its own, makes them of the settings (`instanceHost` in `hosts.ts` reads what was typed); `operator` are the hosts
 * that whoever runs the Worker allows beside the service's. No host at all refuses the settings.
 */
export type Hosts =
  | readonly string[]
  | ((settings: Settings, operator: readonly string[]) => readonly string[]);

export type Stream = FactStream | UniqueStream | EntityStream;

/** A table that is read window of days by window of days. */
export interface DayStream {
  readonly name: string;
  readonly metrics: readonly MetricName[];
  /** Windows begin on the first day of such a period. */
  readonly starts: "day" | "week" | "month";
  /** History is read in slices of this length. */
  readonly slice: "day" | "month" | "year";
  /** Days re-read because the service may restate them: at each sync, and at the first one of each day. */
  readonly lookBack: { readonly eachRun: number; readonly daily: number };
  readonly request: (page: Page, settings: Settings) => SourceRequest;
  readonly read: (answer: SourceAnswer, page: Page, settings: Settings, unit: Unit) => Reading;
}

/** Additive rows of a day: what a window read replaces what its days held. */
export interface FactStream extends DayStream {
  readonly kind: "facts";
  /** `today`: the service only tells how things stand, so each day is read on that day and never again. */
  readonly history?: "full" | "today";
}

/** People counted over a whole period, never added up. */
export interface UniqueStream extends DayStream {
  readonly kind: "uniques";
}

/**
 * Things that change: a deal, a contact, an e-mail sent. They are kept by id, and figures are derived from them, so that
 * a deal that moves leaves its old day. Streams of one entity put their fields together.
 */
export interface EntityStream {
  readonly kind: "entities";
  readonly name: string;
  readonly entity: string;
  /** What `derive` may yield for this stream; streams of one entity share no metric. */
  readonly metrics: readonly MetricName[];
  /** Read again before the end of the last reading, for clocks that disagree and rows that come late. */
  readonly overlapMinutes: number;
  /**
   * `weekly`: the whole is read again, and what is not found any more goes away (for one stream of an entity at most).
   * `never`: the service forgets its own past, so what it no longer shows is kept.
   */
  readonly sweep: "weekly" | "never";
  readonly request: (page: EntityPage, settings: Settings) => SourceRequest;
  readonly read: (answer: SourceAnswer, page: EntityPage, settings: Settings, unit: Unit) => EntityReading;
  /** What one entity adds to the figures; metrics that are not this stream's are left out. */
  readonly derive: (fields: EntityFields, settings: Settings, unit: Unit) => readonly DerivedFact[];
}

/** A window of days, both included, and the place reached in it (null at its beginning). */
export interface Page {
  readonly from: Day;
  readonly to: Day;
  readonly token: string | null;
}

/** What changed since an instant (null: everything) until one that stays the same for all pages, and the place reached. */
export interface EntityPage {
  readonly since: Instant | null;
  readonly until: Instant;
  readonly token: string | null;
}

export interface SourceRequest {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as a form. */
  readonly form?: Readonly<Record<string, string>>;
}

export interface SourceAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed JSON; null where an error came with none. */
  readonly body: unknown;
}

/** What every page says beside its rows. */
export interface PageEnd {
  /** The token of the next page, null at the end of the window. Never holds a secret. */
  readonly next: string | null;
  /** How many rows the service announces for the whole window; null where it does not say. */
  readonly total: number | null;
  /** Null where this answer does not say. */
  readonly unit: Unit | null;
  readonly marks: readonly QualityMark[];
  /** How long to wait before the next call (ms). */
  readonly wait?: number;
  /** Rows left out because something indispensable was missing in them. */
  readonly rejected?: number;
  /** Fields or values that this code does not know. */
  readonly drift?: readonly string[];
  /** True where the service gives no more rows than these for so long a window: it is read again in two halves. */
  readonly capped?: boolean;
  /** True where the service no longer gives this table: what is held of the window stays, the other tables are read on. */
  readonly withdrawn?: boolean;
}

export interface Reading extends PageEnd {
  readonly facts: readonly FactRow[];
  readonly uniques: readonly UniqueRow[];
}

export interface EntityReading extends PageEnd {
  readonly entities: readonly EntityRow[];
}

/** What names a combination that figures are about. */
export interface SeriesNames {
  readonly channel: Channel;
  readonly source: string;
  readonly medium: string;
  /** Where one source tells several accounts apart. */
  readonly account?: string;
  readonly campaignId: string;
  readonly campaign: string;
}

/** Sums: money and other decimals in millionths, always whole numbers. */
export type Sums = Readonly<Partial<Record<MetricName, number>>>;

/** The sums of one day. */
export interface FactRow extends SeriesNames {
  readonly day: Day;
  /** What the service calls this combination: two rows of one day never share it. */
  readonly key: string;
  readonly values: Sums;
}

/** People counted once over a period. */
export interface UniqueRow {
  readonly calendar: "day" | "week" | "month";
  readonly from: Day;
  /** The last day counted: before the end of the period while it lasts. */
  readonly to: Day;
  readonly values: Sums;
}

/** Dates, amounts, names of states, ids: never an e-mail address, a person's name or free text. */
export type EntityFields = Readonly<Record<string, string | number | null>>;

export interface EntityRow {
  /** The service's own id; only a keyed hash of it is stored. */
  readonly id: string;
  /** Only those that this answer tells: the others stay as they are. */
  readonly fields: EntityFields;
  /** The service says that it is gone. */
  readonly removed?: true;
}

/** What an entity adds to a day, in the account's own calendar (`dayAt` in `plan.ts`). */
export interface DerivedFact extends SeriesNames {
  readonly day: Day;
  readonly values: Sums;
}

/** What the figures of an account are counted in: a change of either ends their comparability. */
export interface Unit {
  /** Null where the service holds no money. */
  readonly currency: string | null;
  readonly timeZone: string;
}

export type Channel =
  | "paid_search"
  | "paid_social"
  | "organic_search"
  | "organic_social"
  | "email"
  | "direct"
  | "referral"
  | "display"
  | "video"
  | "affiliate"
  | "other"
  | "unknown";

/** What lowers the quality of figures, as the service says itself. */
export type QualityMark = "other_row" | "thresholded" | "sampled";

export interface ErrorRule {
  /** A rule for 200 must also say what the body says. */
  readonly status: number;
  /** Found in the body, as JSON. */
  readonly says?: RegExp;
  readonly code: SourceProblemCode;
  /** How long the service wants to be left alone (ms), where no header says it. */
  readonly wait?: number;
  /** Instead of ending the sync: read the window in two halves, or do without a table that is given no more. */
  readonly instead?: "halves" | "without";
}
