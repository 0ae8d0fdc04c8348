// A route as data: what it takes, what it answers, who may call it, and the function that answers inside the workspace.
import type * as z from "zod";
import type { Role } from "../../shared/api/workspace.ts";
import type { Language } from "../../shared/language.ts";
import type { Identity } from "../auth.ts";
import type { Room } from "../room.ts";

/** `person`: anyone Google knows; `reader`: whoever holds a sheet's key; `member` and `owner`: key and token. */
export type Who = "person" | "reader" | Role;

export interface Call<Body = unknown, Query = unknown> {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: Body;
  /** The caller, where a token was given. */
  readonly identity: Identity | undefined;
  /** What the caller may do here. */
  readonly role: Role | "reader";
  /** The id of the calling spreadsheet. */
  readonly spreadsheet: string;
  readonly language: Language;
  /** The Worker's own, as it was called: `https://boussole.example`. */
  readonly origin: string;
  readonly ifMatch: string | undefined;
  readonly ifNoneMatch: string | undefined;
}

export interface Answer {
  /** Absent for the status of the route. */
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Route {
  readonly name: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** With `{id}` for a parameter. */
  readonly path: string;
  readonly summary: string;
  readonly who: Who;
  readonly status: number;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly answer?: z.ZodType;
  /** Whether an `Idempotency-Key` makes it safe to send again. */
  readonly idempotent?: true;
  /** Bytes of its body at most, where it carries more than other calls. */
  readonly largest?: number;
  /** Calls of it that the workspace may make a minute, where fewer than of others. */
  readonly perMinute?: number;
  readonly handle: (room: Room, call: Call) => Answer | Promise<Answer>;
  /**
   * Answers in the Worker's front, with nothing of the workspace, once `handle` has let the call through without its body:
   * a long computation keeps nobody waiting for the object.
   */
  readonly outside?: (body: unknown) => Answer;
}

type Typed<Body extends z.ZodType, Query extends z.ZodObject> = Omit<
  Route,
  "body" | "query" | "handle" | "outside"
> & {
  readonly body?: Body;
  readonly query?: Query;
  readonly handle: (room: Room, call: Call<z.output<Body>, z.output<Query>>) => Answer | Promise<Answer>;
  readonly outside?: (body: z.output<Body>) => Answer;
};

/** Declares a route: its function receives the body and the query as their schemas read them. */
export function route<Body extends z.ZodType, Query extends z.ZodObject>(
  definition: Typed<Body, Query>,
): Route {
  return definition as unknown as Route;
}
