// A workspace: who is in it, which spreadsheets it serves, and how they join.
import type { Instant } from "./call.ts";

export type Role = "owner" | "member";

export interface Spreadsheet {
  readonly id: string;
  readonly name: string;
  /** IANA name, such as `Europe/Paris`. */
  readonly timeZone: string;
  /** Such as `fr_FR`: the language of the tabs. */
  readonly locale: string;
}

/** POST /v1/workspaces → Pairing */
export interface CreateWorkspace {
  readonly name: string;
  readonly spreadsheet: Spreadsheet;
}

/** POST /v1/workspaces/join → Pairing */
export interface JoinWorkspace {
  readonly code: string;
  readonly spreadsheet: Spreadsheet;
}

/** The key is shown once: only its hash is kept. */
export interface Pairing {
  readonly workspace: string;
  readonly key: string;
  readonly role: Role;
}

/** DELETE /v1/members/:id, for an owner: the spreadsheets that they attached are detached, but for the caller's. */
export interface Member {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly since: Instant;
  /** Whether it is the caller. */
  readonly you: boolean;
}

/** GET /v1/workspace */
export interface Workspace {
  readonly id: string;
  readonly name: string;
  /** What the caller may do here; `reader` when only the key was given, or when the caller has not joined. */
  readonly role: Role | "reader";
  readonly members: readonly Member[];
  readonly spreadsheets: readonly (Spreadsheet & { readonly since: Instant })[];
  /** Whether demonstration data can be connected in one click: POST /v1/connections { demo: true }. */
  readonly demo: boolean;
}

/** POST /v1/invitations */
export interface Invitation {
  /** Good once. */
  readonly code: string;
  readonly expires: Instant;
}

/** POST /v1/keys/rotate: the new key of the calling spreadsheet; the old one is refused at once. */
export interface NewKey {
  readonly key: string;
}
