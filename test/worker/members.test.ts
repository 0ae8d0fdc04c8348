// Who belongs to a workspace: joining, leaving and coming back; and how many workspaces one person may make.
import { createExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ApiProblem } from "../../shared/api/call.ts";
import type { Invitation, Pairing, Workspace } from "../../shared/api/workspace.ts";
import worker from "../../worker/index.ts";
import {
  ask,
  call,
  type Caller,
  camille,
  dominique,
  eve,
  idToken,
  ORIGIN,
  paired,
  sheet,
  simulate,
} from "./world.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
let owner: Required<Caller>;

beforeEach(async () => {
  simulate();
  owner = await paired(camille);
});
afterEach(() => void vi.restoreAllMocks());

/** Someone joins with a new code, from a spreadsheet. */
async function join(
  person: Caller["person"],
  spreadsheet: ReturnType<typeof sheet>,
): Promise<Required<Caller>> {
  const { code } = await ask<Invitation>(owner, "POST", "/v1/invitations");
  const body = { code, spreadsheet };
  const { key } = await ask<Pairing>({ person: person! }, "POST", "/v1/workspaces/join", body);
  return { person: person!, key, spreadsheet: spreadsheet.id };
}

const shown = (caller: Caller): Promise<Workspace> => ask<Workspace>(caller, "GET", "/v1/workspace");
const codeOf = async (answer: Response): Promise<string> => (await answer.json<ApiProblem>()).code;

/** The id of the member with this address. */
async function idOf(email: string): Promise<string> {
  const { members } = await shown(owner);
  return members.find((member) => member.email === email)?.id ?? "nobody";
}

test("a member is known to the others by address and role, never by the number of the account", async () => {
  await join(dominique, sheet());
  const { members } = await shown(owner);
  expect(members.map(({ email, role, you }) => ({ email, role, you }))).toEqual([
    { email: camille.email, role: "owner", you: true },
    { email: dominique.email, role: "member", you: false },
  ]);
  expect(JSON.stringify(members)).not.toContain(dominique.sub);
});

test("who is removed reads nothing any more, from no spreadsheet of theirs; the others go on", async () => {
  const member = await join(dominique, sheet());
  const other = await join(eve, sheet());
  const id = await idOf(dominique.email);
  expect((await call(owner, "DELETE", `/v1/members/${id}`)).status).toBe(204);
  expect(await codeOf(await call(member, "GET", "/v1/workspace"))).toBe("key_refused");
  const reader = { key: member.key, spreadsheet: member.spreadsheet };
  expect(await codeOf(await call(reader, "GET", "/v1/refresh"))).toBe("key_refused");
  const borrowed = { ...owner, person: dominique };
  expect(await codeOf(await call(borrowed, "POST", "/v1/keys/rotate"))).toBe("not_a_member");
  expect((await shown(other)).members.map(({ email }) => email)).toEqual([camille.email, eve.email]);
  expect((await call(owner, "DELETE", `/v1/members/${id}`)).status).toBe(404);
});

test("a spreadsheet that is attached already may be joined from, and stays when who joined is removed", async () => {
  const { spreadsheets } = await shown(owner);
  const [{ since: _, ...own }] = spreadsheets as [Workspace["spreadsheets"][number]];
  const member = await join(dominique, own);
  expect((await shown(member)).role).toBe("member");
  expect((await shown(member)).spreadsheets).toHaveLength(1);
  // The spreadsheet has one key: the one that it was given last.
  expect(await codeOf(await call(owner, "GET", "/v1/workspace"))).toBe("key_refused");
  owner = { ...owner, key: member.key };
  expect((await call(owner, "DELETE", `/v1/members/${await idOf(dominique.email)}`)).status).toBe(204);
  expect((await shown(owner)).role).toBe("owner");
});

test("who was removed comes back with a new code, from the same spreadsheet", async () => {
  const own = sheet();
  await join(dominique, own);
  await call(owner, "DELETE", `/v1/members/${await idOf(dominique.email)}`);
  const again = await join(dominique, own);
  expect((await shown(again)).role).toBe("member");
});

test("the last owner stays", async () => {
  const answer = await call(owner, "DELETE", `/v1/members/${await idOf(camille.email)}`);
  expect([answer.status, await codeOf(answer)]).toEqual([409, "last_owner"]);
  expect((await shown(owner)).role).toBe("owner");
});

test("one person makes no more workspaces than the limit lets through, and others are not concerned", async () => {
  const made = new Map<string, number>();
  const limit = async ({ key }: { key: string }) => {
    made.set(key, (made.get(key) ?? 0) + 1);
    return { success: made.get(key)! <= 2 };
  };
  const make = async (person: typeof camille): Promise<Response> => {
    const headers = { authorization: `Bearer ${await idToken(person)}`, "content-type": "application/json" };
    const body = JSON.stringify({ name: "Un de plus", spreadsheet: sheet() });
    const request = new Request(`${ORIGIN}/v1/workspaces`, { method: "POST", headers, body });
    return worker.fetch(request, { ...env, NEW_WORKSPACES: { limit } }, createExecutionContext());
  };
  const statuses = [];
  for (let n = 0; n < 3; n += 1) statuses.push((await make(camille)).status);
  expect(statuses).toEqual([201, 201, 429]);
  const refused = await make(camille);
  expect(refused.headers.get("retry-after")).toBe("60");
  expect(await codeOf(refused)).toBe("too_many_requests");
  expect((await make(eve)).status).toBe(201);
});
