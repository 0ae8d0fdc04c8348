// The API as its callers meet it: who may do what, in which form, and what a refusal says.
import { runInDurableObject } from "cloudflare:test";
import { exports } from "cloudflare:workers";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import * as z from "zod";
import type { ApiProblem } from "../../shared/api/call.ts";
import type { Connection } from "../../shared/api/sources.ts";
import type { Invitation, NewKey, Pairing, Workspace } from "../../shared/api/workspace.ts";
import type { Objective } from "../../shared/api/objectives.ts";
import { routes } from "../../worker/routes/index.ts";
import {
  ask,
  call,
  type Caller,
  camille,
  connect,
  dominique,
  eve,
  idToken,
  objectOf,
  ORIGIN,
  paired,
  sheet,
  simulate,
} from "./world.ts";
import { draftOf } from "./objective-drafts.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
type Owner = Awaited<ReturnType<typeof paired>>;
let ours: Owner;
let theirs: Owner;
let connection: Connection;
let objective: Objective;

const draft = draftOf();
const RANGE = {
  name: "Notes",
  place: { sheet: "0", a1: "A:B" },
  mapping: {
    kind: "scores",
    columns: [
      { header: "Jour", role: "date" },
      { header: "Note", role: "score" },
    ],
    dayFirst: true,
    decimal: ",",
    currency: null,
    channel: null,
  },
};
/** What each route takes; the others take a name. */
const BODIES: Readonly<Record<string, unknown>> = {
  createObjective: { draft },
  replaceObjective: { draft },
  gatherEvidence: { kpi: "CR", scope: "all", secondary: [] },
  decideReview: { decision: "kept", what: "", by: "Camille" },
  retireObjective: { reason: "remplacé", replacedBy: null },
  createRange: RANGE,
  changeRange: RANGE,
  sendRows: { problem: "range_gone" },
  writeNote: { day: "2026-01-05", text: "Nouveau site" },
};

beforeAll(async () => {
  simulate();
  ours = await paired(camille);
  theirs = await paired(eve);
  connection = await connect(ours);
  await ask(ours, "PATCH", `/v1/connections/${connection.id}`, { paused: true });
  objective = await ask<Objective>(ours, "POST", "/v1/objectives", { draft });
});
beforeEach(() => void simulate());
afterEach(() => void vi.restoreAllMocks());

const problem = async (answer: Response): Promise<ApiProblem> => (await answer.json()) as ApiProblem;

interface Operation {
  readonly operationId: string;
  readonly "x-who": string;
  readonly requestBody?: unknown;
}

/** Every route, from the description that the Worker prints, with ids of our workspace in its path. */
async function everyRoute(): Promise<{ method: string; path: string; who: string; body: unknown }[]> {
  const description = (await (await exports.default.fetch(`${ORIGIN}/openapi.json`)).json()) as {
    paths: Record<string, Record<string, Operation>>;
  };
  return Object.entries(description.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path: path
        .replace("/objectives/{id}", `/objectives/${objective.id}`)
        .replace("{id}", connection.id)
        .replace("{name}", "CR"),
      who: operation["x-who"],
      body:
        operation.requestBody === undefined
          ? undefined
          : (BODIES[operation.operationId] ?? (path.includes("connections") ? { name: "x" } : {})),
    })),
  );
}

/** All that our workspace holds, to see that nothing changed. */
function held(): Promise<string> {
  return runInDurableObject(objectOf(ours.id), (_, { storage }) =>
    JSON.stringify(
      ["members", "spreadsheets", "connections", "credentials", "objectives", "reviews", "notes", "runs"].map(
        (table) => storage.sql.exec(`SELECT * FROM ${table}`).toArray(),
      ),
    ),
  );
}

test("the description lists every route", async () => {
  const listed = (await everyRoute()).length;
  expect(listed).toBe(routes.length);
  expect(listed).toBeGreaterThan(18);
});

test("without identity, with a false one, or with half of one, every route refuses alike", async () => {
  const before = await held();
  for (const { method, path, who, body } of await everyRoute()) {
    const attempts: [Caller, Record<string, string>][] = [
      [{}, {}],
      [{}, { authorization: "Bearer a.b.c" }],
      [{}, { authorization: "Basic abc" }],
      [{ spreadsheet: ours.spreadsheet, key: `${ours.id}.${"A".repeat(43)}` }, {}],
      [{ spreadsheet: theirs.spreadsheet, key: ours.key }, {}],
      [{ key: ours.key }, {}],
      [{ ...ours, person: camille }, { authorization: `Bearer ${await idToken(camille, { aud: "other" })}` }],
    ];
    if (who !== "person") attempts.push([{ person: camille }, {}]);
    for (const [caller, headers] of attempts) {
      const answer = await call(caller, method, path, body, headers);
      expect(answer.status, `${method} ${path}`).toBe(401);
      expect(Object.keys(await problem(answer)).sort()).toEqual([
        "code",
        "detail",
        "status",
        "title",
        "type",
      ]);
    }
  }
  expect(await held()).toBe(before);
});

test("another workspace's people and ids reach nothing of ours, on any route", async () => {
  const before = await held();
  for (const { method, path, who, body } of await everyRoute()) {
    if (who === "person") continue;
    const headers = { "if-match": '"1"' };
    if (path.includes(connection.id) || path.includes(objective.id)) {
      const answer = await call(theirs, method, path, body, headers);
      expect(answer.status, `${method} ${path}`).toBe(404);
    }
    if (who === "reader") continue;
    const stranger = await call({ ...ours, person: eve }, method, path, body, headers);
    expect((await problem(stranger)).code, `${method} ${path}`).toBe("not_a_member");
    const nobody = await call({ key: ours.key, spreadsheet: ours.spreadsheet }, method, path, body, headers);
    expect(nobody.status, `${method} ${path}`).toBe(401);
  }
  expect((await call(theirs, "GET", `/v1/runs?connection=${connection.id}`)).status).toBe(404);
  expect(await held()).toBe(before);
});

test("a member does a member's work, and is refused an owner's", async () => {
  const { code } = await ask<Invitation>(ours, "POST", "/v1/invitations");
  const spreadsheet = sheet("en_GB");
  const { key, role } = await ask<Pairing>({ person: dominique }, "POST", "/v1/workspaces/join", {
    code,
    spreadsheet,
  });
  expect(role).toBe("member");
  const member = { person: dominique, key, spreadsheet: spreadsheet.id };
  const again = await call({ person: eve }, "POST", "/v1/workspaces/join", { code, spreadsheet: sheet() });
  expect((await problem(again)).code).toBe("code_refused");

  expect((await ask<Workspace>(member, "GET", "/v1/workspace")).role).toBe("member");
  const made = await ask<Objective>(member, "POST", "/v1/objectives", { draft });
  await ask(member, "DELETE", `/v1/objectives/${made.id}`);
  const before = await held();
  for (const { method, path, who, body } of await everyRoute()) {
    if (who !== "owner") continue;
    const answer = await call(member, method, path, body);
    expect((await problem(answer)).code, `${method} ${path}`).toBe("owner_only");
  }
  expect(await held()).toBe(before);
});

test("an invitation is good for seven days", async () => {
  const { code, expires } = await ask<Invitation>(ours, "POST", "/v1/invitations");
  vi.useFakeTimers({ now: Date.parse(expires), toFake: ["Date"] });
  const answer = await call({ person: eve }, "POST", "/v1/workspaces/join", { code, spreadsheet: sheet() });
  vi.useRealTimers();
  expect((await problem(answer)).code).toBe("code_refused");
});

test("the key alone reads, and shows nobody's address", async () => {
  const reader = { key: ours.key, spreadsheet: ours.spreadsheet };
  const workspace = await ask<Workspace>(reader, "GET", "/v1/workspace");
  expect(workspace).toMatchObject({ role: "reader", members: [], demo: false });
  for (const { method, path, who } of await everyRoute()) {
    if (who === "reader") expect((await call(reader, method, path)).status, path).toBe(200);
  }
});

test("a rotated key is refused at once, and the new one reads", async () => {
  const owner = await paired(camille);
  const { key } = await ask<NewKey>(owner, "POST", "/v1/keys/rotate");
  expect((await problem(await call(owner, "GET", "/v1/workspace"))).code).toBe("key_refused");
  expect((await call({ ...owner, key }, "GET", "/v1/workspace")).status).toBe(200);
});

test("a deleted workspace is gone, its key with it", async () => {
  const owner = await paired(camille);
  expect((await call(owner, "DELETE", "/v1/workspace")).status).toBe(204);
  expect((await call(owner, "GET", "/v1/workspace")).status).toBe(401);
  const tables = await runInDurableObject(objectOf(owner.id), (_, { storage }) =>
    storage.sql.exec("SELECT name FROM sqlite_master WHERE name = 'members'").toArray(),
  );
  expect(tables).toEqual([]);
});

test("a made-up key leaves no trace of a workspace", async () => {
  const made = "0123456789abcdef0123456789abcdef";
  const guess = { key: `${made}.${"B".repeat(43)}`, spreadsheet: ours.spreadsheet };
  expect((await call(guess, "GET", "/v1/workspace")).status).toBe(401);
  const tables = await runInDurableObject(objectOf(made), (_, { storage }) =>
    storage.sql.exec("SELECT name FROM sqlite_master WHERE name NOT LIKE '%cf%'").toArray(),
  );
  expect(tables).toEqual([]);
});

test.each([
  ["an extra field", { draft, role: "owner" }, "body"],
  ["an extra field of the draft", { draft: { ...draft, role: "owner" } }, "draft"],
  ["a field of the prototype", JSON.parse('{"__proto__":{"role":"owner"}}') as object, undefined],
  ["a missing field", { draft: { ...draft, kpi: undefined } }, "draft.kpi"],
  ["an unknown KPI", { draft: { ...draft, kpi: "NOSUCH" } }, "draft.kpi"],
  ["a number as text", { draft: { ...draft, target: { as: "value", value: "0.04" } } }, "draft.target.value"],
  ["a day that does not exist", { draft: { ...draft, deadline: "2026-02-30" } }, "draft.deadline"],
  ["a scope of another kind", { draft: { ...draft, scope: { country: "fr" } } }, "draft.scope"],
  ["a waiver of no rule", { draft: { ...draft, waived: { __proto: "x" } } }, "draft.waived.__proto"],
  ["a number without end", { draft: { ...draft, budget: 1e300 } }, "draft.budget"],
  ["no object", [], "body"],
])("a body with %s is refused, and its field named", async (_, body, field) => {
  const answer = await call(ours, "POST", "/v1/objectives", body);
  expect(answer.status).toBe(400);
  const { code, fields } = await problem(answer);
  expect(code).toBe("invalid_request");
  if (field) expect(fields).toContain(field);
});

test("bodies that are no JSON, too large, or of another type are refused", async () => {
  const send = async (body: string, type: string) => {
    const headers = {
      authorization: `Bearer ${await idToken(camille)}`,
      "boussole-key": ours.key,
      "boussole-spreadsheet": ours.spreadsheet,
      "content-type": type,
    };
    return (
      await exports.default.fetch(new Request(`${ORIGIN}/v1/objectives`, { method: "POST", headers, body }))
    ).status;
  };
  expect(await send("{", "application/json")).toBe(400);
  expect(await send(JSON.stringify(draft), "text/plain")).toBe(415);
  expect(await send("a=b", "application/x-www-form-urlencoded")).toBe(415);
  expect(
    await send(JSON.stringify({ draft: { ...draft, title: "x".repeat(300_000) } }), "application/json"),
  ).toBe(413);
});

test("a refusal speaks the caller's language, French or English", async () => {
  const say = async (language: string) =>
    problem(await call({}, "GET", "/v1/workspace", undefined, { "accept-language": language }));
  expect(await say("fr-FR,fr;q=0.9,en;q=0.8")).toMatchObject({
    title: "Clé refusée",
    type: "urn:boussole:problem:key_refused",
  });
  expect(await say("en-GB")).toMatchObject({ title: "Key refused" });
  expect(await say("de")).toMatchObject({ title: "Key refused" });
});

test("every answer forbids storing, framing and sniffing, and opens itself to no other site", async () => {
  for (const path of ["/healthz", "/openapi.json", "/v1/workspace", "/nowhere"]) {
    const { headers } = await exports.default.fetch(
      new Request(ORIGIN + path, { headers: { origin: "https://evil.example" } }),
    );
    expect(headers.get("cache-control"), path).toBe("no-store");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("strict-transport-security")).toBeTruthy();
    expect(headers.get("access-control-allow-origin")).toBeNull();
  }
});

test("the same idempotency key does the work once and answers alike; for other work it is refused", async () => {
  const headers = { "idempotency-key": crypto.randomUUID() };
  const first = await call(ours, "POST", "/v1/objectives", { draft }, headers);
  const second = await call(ours, "POST", "/v1/objectives", { draft }, headers);
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(await second.json()).toEqual(await first.json());
  const otherDraft = { draft: draftOf({ title: "Autre" }) };
  const other = await call(ours, "POST", "/v1/objectives", otherDraft, headers);
  expect((await problem(other)).code).toBe("idempotency_mismatch");
  const pairing = { name: "Deux fois", spreadsheet: sheet() };
  const make = async () =>
    (await (await call({ person: camille }, "POST", "/v1/workspaces", pairing, headers)).json()) as Pairing;
  const [one, two] = [await make(), await make()];
  expect(two.workspace).toBe(one.workspace);
  expect(
    (await call({ key: two.key, spreadsheet: pairing.spreadsheet.id }, "GET", "/v1/workspace")).status,
  ).toBe(200);
});

test("credentials that the service refuses are not stored, and the reason is told", async () => {
  const bad = {
    connector: "ga4",
    name: "x",
    settings: { property: "999999999" },
    credentials: { serviceAccount: "{}" },
  };
  const answer = await call(ours, "POST", "/v1/connections", bad);
  expect(answer.status).toBe(422);
  expect(await problem(answer)).toMatchObject({
    code: "source_refused",
    source: { code: "credentials_refused" },
  });
  const unknown = await call(ours, "POST", "/v1/connections", { ...bad, settings: { property: "../x" } });
  expect((await problem(unknown)).fields).toEqual(["settings"]);
  expect((await problem(await call(ours, "POST", "/v1/connections", { demo: true }))).code).toBe("no_demo");
});

test("answers have the form that the description promises", async () => {
  for (const { method, path, who, answer } of routes) {
    if (method !== "GET" || who !== "reader" || !answer) continue;
    const filled = path.replace("{name}", "CR").replace("{id}", objective.id);
    const body: unknown = await (await call(ours, method, filled)).json();
    expect(z.prettifyError(answer.safeParse(body).error ?? new z.ZodError([])), path).toBe("");
  }
});

test("past 600 calls a minute a workspace waits, and the others do not", async () => {
  vi.useFakeTimers({ now: Date.parse("2031-01-01T00:00:00Z"), toFake: ["Date"] });
  const { key, spreadsheet } = await paired(camille);
  const busy = { key, spreadsheet };
  const thief = { key: `${key.split(".")[0]}.${"C".repeat(43)}`, spreadsheet };
  await Promise.all(Array.from({ length: 50 }, () => call(thief, "GET", "/v1/workspace")));
  let last: Response | undefined;
  for (let batch = 0; batch < 12; batch += 1) {
    const answers = await Promise.all(Array.from({ length: 50 }, () => call(busy, "GET", "/v1/workspace")));
    last = answers.at(-1);
  }
  expect(last?.status).toBe(429);
  expect(Number(last?.headers.get("retry-after"))).toBe(60);
  expect((await call({ key: ours.key, spreadsheet: ours.spreadsheet }, "GET", "/v1/workspace")).status).toBe(
    200,
  );
  vi.useRealTimers();
});
