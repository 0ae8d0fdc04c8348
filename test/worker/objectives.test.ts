// Objectives in the Worker: kept with their history, judged on the figures, and never lost between two people.
import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { ApiProblem } from "../../shared/api/call.ts";
import type { Change, Objective, Objectives } from "../../shared/api/objectives.ts";
import type { Invitation, Pairing } from "../../shared/api/workspace.ts";
import type { ObjectiveDraft } from "../../shared/objectives/objective.ts";
import { migrate, MIGRATIONS } from "../../worker/store/schema.ts";
import { objectives } from "../../worker/store/objectives.ts";
import { draftOf } from "./objective-drafts.ts";
import {
  ask,
  call,
  type Caller,
  camille,
  connect,
  dominique,
  objectOf,
  paired,
  settled,
  sheet,
  simulate,
} from "./world.ts";

const NOON = Date.parse("2030-11-21T12:00:00Z");
const DAY_MS = 86_400_000;

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

type Owner = Awaited<ReturnType<typeof paired>>;
let owner: Owner;
let colleague: Caller;

beforeAll(async () => {
  vi.useFakeTimers({ now: NOON, toFake: ["Date"] });
  simulate();
  owner = await paired(camille);
  await connect(owner);
  await settled(owner);
  const { code } = await ask<Invitation>(owner, "POST", "/v1/invitations");
  const spreadsheet = sheet("en_GB");
  const joining = { code, spreadsheet };
  const { key } = await ask<Pairing>({ person: dominique }, "POST", "/v1/workspaces/join", joining);
  colleague = { person: dominique, key, spreadsheet: spreadsheet.id };
});
afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const during = { start: "2030-10-01", deadline: "2031-03-31" };
const set = (part: Partial<ObjectiveDraft> = {}): Promise<Objective> =>
  ask<Objective>(owner, "POST", "/v1/objectives", { draft: draftOf({ ...during, ...part }) });
const list = (caller: Caller = owner): Promise<Objectives> =>
  ask<Objectives>(caller, "GET", "/v1/objectives");
const find = async (id: string): Promise<Objective | undefined> =>
  (await list()).objectives.find((objective) => objective.id === id);
const problem = async (answer: Response): Promise<ApiProblem> => (await answer.json()) as ApiProblem;

test("an objective that lacks something is kept as a draft, with what it lacks", async () => {
  const made = await set({ title: "", owner: "", kpi: null, target: null, start: null });
  expect(made.assessment.soundness).toBe("draft");
  expect(made.assessment.progress.status).toBe("draft");
  expect(made.assessment.feasibility).toBeNull();
  const failing = made.assessment.rules.filter(({ state, level }) => state === "fail" && level === "block");
  expect(failing.map(({ id }) => id)).toEqual(expect.arrayContaining(["S1", "S3"]));
});

test("the second of two people who save the same objective sees what the first made of it, and loses nothing", async () => {
  const { id, version, draft } = await set();
  const path = `/v1/objectives/${id}`;
  const theirs = { draft: { ...draft, owner: "Dominique" } };
  const first = await call(colleague, "PUT", path, theirs, { "if-match": `"${version}"` });
  expect(first.headers.get("etag")).toBe('"2"');
  expect((await call(owner, "PUT", path, { draft })).status).toBe(428);

  const mine = { draft: { ...draft, target: { as: "value", value: 0.05 } as const } };
  const late = await call(owner, "PUT", path, mine, { "if-match": `"${version}"` });
  expect(late.status).toBe(412);
  const { current } = await problem(late);
  expect(current).toMatchObject({
    version: 2,
    draft: theirs.draft,
    saved: { at: new Date(NOON).toISOString(), by: dominique.email },
  });
  const again = await call(owner, "PUT", path, mine, { "if-match": `"${current?.version}"` });
  expect(again.status).toBe(200);
  const { changes } = await ask<{ changes: Change[] }>(owner, "GET", `${path}/history`);
  expect(changes.map(({ version: at, by, did }) => [at, by, did])).toEqual([
    [1, camille.email, "created"],
    [2, dominique.email, "changed"],
    [3, camille.email, "changed"],
  ]);
  expect(changes[1]?.draft).toEqual(theirs.draft);
});

test("the key alone reads objectives, notes and history without anyone's address", async () => {
  const { id } = await set();
  await ask(owner, "POST", "/v1/notes", { day: "2030-11-01", text: "Nouveau site" });
  const reader = { key: owner.key, spreadsheet: owner.spreadsheet };
  const seen = JSON.stringify([
    await list(reader),
    await ask(reader, "GET", "/v1/notes"),
    await ask(reader, "GET", `/v1/objectives/${id}/history`),
  ]);
  expect(seen).toContain("Nouveau site");
  expect(seen).not.toContain("@");
});

test("objectives of the first version open as drafts that say what they know", async () => {
  const stub = env.WORKSPACE.getByName("f".repeat(32));
  const opened = await runInDurableObject(stub, (_, { storage }) => {
    const { sql } = storage;
    sql.exec("CREATE TABLE schema_version (number INTEGER NOT NULL); INSERT INTO schema_version VALUES (1)");
    sql.exec(MIGRATIONS[0] ?? "");
    const falling = {
      kpi: "CPA",
      title: "Payer moins",
      scope: { channel: "email" },
      baseline: 30,
      target: 24.5,
    };
    const rising = { kpi: "CR", title: "Convertir", scope: "all", baseline: 0.03, target: 0.04 };
    for (const [id, old] of Object.entries({ falling, rising })) {
      const draft = JSON.stringify({ ...old, start: "2026-01-01", deadline: "2026-12-31" });
      sql.exec("INSERT INTO objectives VALUES (?, 2, ?, 1000)", id, draft);
    }
    migrate(storage);
    return objectives(sql);
  });
  const typed = { from: null, to: null, source: "typed", reference: null, periods: null };
  const unsaid = {
    wish: "",
    goal: null,
    kind: "continuous",
    secondary: [],
    cadence: null,
    owner: "",
    audience: "",
    serves: "",
    budget: null,
    capacity: null,
    waived: {},
  };
  expect(opened).toEqual([
    {
      id: "falling",
      version: 2,
      retired: null,
      savedAt: 1e3,
      savedBy: null,
      draft: {
        ...unsaid,
        title: "Payer moins",
        kpi: "CPA",
        scope: { channel: "email" },
        targetType: "reach_at_most",
        baseline: {
          value: 30,
          ...typed,
        },
        target: {
          as: "value",
          value: 24.5,
        },
        start: "2026-01-01",
        deadline: "2026-12-31",
      },
    },
    {
      id: "rising",
      version: 2,
      retired: null,
      savedAt: 1e3,
      savedBy: null,
      draft: {
        ...unsaid,
        title: "Convertir",
        kpi: "CR",
        scope: "all",
        targetType: "reach_at_least",
        baseline: {
          value: 0.03,
          ...typed,
        },
        target: {
          as: "value",
          value: 0.04,
        },
        start: "2026-01-01",
        deadline: "2026-12-31",
      },
    },
  ]);
});

test("what was worked out is read again, not computed, until figures, objectives or the day change", async () => {
  const { id } = await set();
  /** Leaves a mark in what is kept: it shows for as long as nothing is computed anew. */
  const mark = (): Promise<unknown> =>
    runInDurableObject(objectOf(owner.id), (_, { storage }) => {
      const change =
        "UPDATE assessments SET shown = json_set(shown, '$.nextReview', '2099-01-01') WHERE objective = ?";
      return storage.sql.exec(change, id).toArray();
    });
  const isMarked = async (): Promise<boolean> => (await find(id))?.nextReview === "2099-01-01";
  await mark();
  expect(await isMarked()).toBe(true);
  await ask(owner, "POST", "/v1/notes", { day: "2030-11-02", text: "Soldes" });
  expect(await isMarked()).toBe(false);
  await mark();
  vi.setSystemTime(NOON + DAY_MS);
  expect(await isMarked()).toBe(false);
  vi.setSystemTime(NOON);
});

test("a hundred objectives are listed, and a refresh of them takes seconds at most", async () => {
  const channels = ["email", "paid_search", "organic_search", "direct"];
  const kpis = ["CR", "SESSIONS", "REVENUE", "AOV", "UNIQUE_VISITORS"];
  const busy = await paired(camille);
  await connect(busy);
  await settled(busy);
  for (let number = 0; number < 100; number += 1) {
    const channel = channels[number % channels.length];
    const draft = draftOf({
      ...during,
      title: `Objectif ${number}`,
      kpi: kpis[number % kpis.length] ?? "CR",
      scope: number % 2 === 0 || channel === undefined ? "all" : { channel },
    });
    await runInDurableObject(objectOf(busy.id), (_, { storage }) => {
      storage.sql.exec(
        "INSERT INTO objectives (id, version, draft, created) VALUES (?, 1, ?, ?)",
        `o${number}`,
        JSON.stringify(draft),
        number,
      );
    });
  }
  const begun = performance.now();
  const first = await list(busy);
  const computed = performance.now() - begun;
  const second = await list(busy);
  const read = performance.now() - begun - computed;
  expect(first.objectives).toHaveLength(100);
  expect(second).toEqual(first);
  expect(computed).toBeLessThan(20_000);
  expect(read).toBeLessThan(1000);
});
