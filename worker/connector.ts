// What a connector is: data about one service, and two pure functions for each table it reads.
import type { Field, SourceProblemCode } from "../shared/api/sources.ts";
import type { Words } from "../shared/language.ts";
import type { MetricName } from "../shared/metrics.ts";
import type { Day } from "../shared/period.ts";

export interface Connector {
  readonly name: string;
  readonly label: Words;
  /** What it brings, in one sentence. */
  readonly gives: Words;
  readonly settings: readonly Field[];
  readonly credentials: readonly Field[];
  /** What is wrong with a setting as typed, before anything is asked of the service. */
  readonly checkSettings: (settings: Settings) => boolean;
  /** The account that the settings name, shown in the column of that name. */
  readonly account: (settings: Settings) => string;
  readonly authorization: GoogleServiceAccount;
  /** The only hosts it may call; `*.example.com` allows every subdomain. */
  readonly hosts: readonly string[];
  /** The smallest question that proves access and tells the unit of the account. */
  readonly check: Pick<Stream, "request" | "read">;
  readonly streams: readonly Stream[];
  /** What the refusals of the service mean, the first that fits; what none fits is read by its status. */
  readonly errors: readonly ErrorRule[];
}

export type Settings = Readonly<Record<string, string>>;

/** Access tokens by a signed assertion: https://developers.google.com/identity/protocols/oauth2/service-account */
export interface GoogleServiceAccount {
  readonly kind: "google_service_account";
  readonly scope: string;
  /** The credential field that holds the JSON key file. */
  readonly field: string;
}

/** One table that a connector reads, window of days by window of days. */
export interface Stream {
  readonly name: string;
  /** `facts` are additive rows of a day; `uniques` count people over a whole period and are never added up. */
  readonly kind: "facts" | "uniques";
  readonly metrics: readonly MetricName[];
  /** Windows begin on the first day of such a period. */
  readonly starts: "day" | "week" | "month";
  /** History is read in slices of this length. */
  readonly slice: "month" | "year";
  /** Days re-read because the service may restate them: at each sync, and at the first one of each day. */
  readonly lookBack: { readonly eachRun: number; readonly daily: number };
  readonly request: (page: Page, settings: Settings) => SourceRequest;
  readonly read: (answer: SourceAnswer, page: Page) => Reading;
}

/** A window of days, both included, and the place reached in it (null at its beginning). */
export interface Page {
  readonly from: Day;
  readonly to: Day;
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

export interface Reading {
  readonly facts: readonly FactRow[];
  readonly uniques: readonly UniqueRow[];
  /** The token of the next page, null at the end of the window. */
  readonly next: string | null;
  /** How many rows the service announces for the whole window; null where it does not say. */
  readonly total: number | null;
  readonly unit: Unit | null;
  readonly marks: readonly QualityMark[];
}

/** Sums of one day: money and other decimals in millionths, always whole numbers. */
export interface FactRow {
  readonly day: Day;
  readonly channel: Channel;
  readonly source: string;
  readonly medium: string;
  readonly campaignId: string;
  readonly campaign: string;
  /** What the service calls this combination: two rows of one day never share it. */
  readonly key: string;
  readonly values: Readonly<Partial<Record<MetricName, number>>>;
}

/** People counted once over a period. */
export interface UniqueRow {
  readonly calendar: "day" | "week" | "month";
  readonly from: Day;
  /** The last day counted: before the end of the period while it lasts. */
  readonly to: Day;
  readonly values: Readonly<Partial<Record<MetricName, number>>>;
}

/** What the figures of an account are counted in: a change of either ends their comparability. */
export interface Unit {
  readonly currency: string;
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
  readonly status: number;
  /** Found in the body of the refusal. */
  readonly says?: RegExp;
  readonly code: SourceProblemCode;
}
