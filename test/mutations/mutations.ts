// Bugs that a hurried hand could plant, each with the tests that must notice it.

/** A text of a file, and what the bug puts in its place. */
interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

export interface Mutation {
  readonly bug: string;
  readonly edits: readonly Edit[];
  readonly project: "node" | "worker";
  readonly tests: string;
  /** Part of the names of those tests. */
  readonly named?: string;
}

const FAULTS = "test/worker/node/faults/faults.test.ts";
const ACCEPTANCE = "test/worker/node/acceptance/";

const caughtBy = (tests: string, named?: string) => ({
  project: "node" as const,
  tests,
  ...(named !== undefined && { named }),
});

const edit = (file: string, from: string, to: string): Edit[] => [{ file, from, to }];

export const mutations: readonly Mutation[] = [
  {
    bug: "the place is kept before the rows, each by itself",
    edits: [
      ...edit(
        "worker/commit.ts",
        "  return room.storage.transactionSync(() => {\n    const found",
        "  return ((work: () => boolean) => work())(() => {\n    const found",
      ),
      ...edit(
        "worker/commit.ts",
        '  if (stream.kind === "entities") stageEntities(',
        '  if (reading.next !== null) advance(sql, window.id, { token: reading.next, digest, marks, rejected: 0 });\n  if (stream.kind === "entities") stageEntities(',
      ),
    ],
    ...caughtBy(FAULTS, "F35"),
  },
  {
    bug: "rows are added to what was there, which stays",
    edits: edit(
      "worker/store/facts.ts",
      '"DELETE FROM facts WHERE connection = ? AND stream = ? AND day BETWEEN ? AND ?"',
      '"DELETE FROM facts WHERE connection = ? AND stream = ? AND day BETWEEN ? AND ? AND series IN (SELECT series FROM staged)"',
    ),
    ...caughtBy(FAULTS, "F27"),
  },
  {
    bug: "what was there is cleared before what takes its place has come",
    edits: edit(
      "worker/commit.ts",
      '  if (stream.kind === "entities") stageEntities(',
      '  sql.exec("DELETE FROM facts WHERE stream = ? AND day BETWEEN ? AND ?", stream.name, Number(window.first.replaceAll("-", "")), Number(window.last.replaceAll("-", "")));\n  if (stream.kind === "entities") stageEntities(',
    ),
    ...caughtBy(FAULTS, "F19|F21|F27|F37"),
  },
  {
    bug: "everyone who needs a token buys one",
    edits: edit("worker/tokens.ts", "    this.#tokens.set(connection, kept);\n", ""),
    ...caughtBy(FAULTS, "F30"),
  },
  {
    bug: "a refresh token that takes the place of another is not kept",
    edits: edit("worker/access.ts", "if (renewed !== undefined) {", "if (renewed === null) {"),
    ...caughtBy(FAULTS, "F30"),
  },
  {
    bug: "redirects are followed",
    edits: edit("worker/http.ts", 'redirect: "manual"', 'redirect: "follow"'),
    ...caughtBy(FAULTS, "F15"),
  },
  {
    bug: "days are those of UTC",
    edits: edit(
      "worker/plan.ts",
      'new Intl.DateTimeFormat("en-CA", { timeZone, ...day })',
      'new Intl.DateTimeFormat("en-CA", { timeZone: "UTC", ...day })',
    ),
    ...caughtBy(FAULTS, "F26"),
  },
  {
    bug: "pages are counted, not told apart by the last id",
    edits: [
      ...edit("worker/connectors/hubspot-crm.ts", 'value: after === "" ? "0" : after }', 'value: "0" }'),
      ...edit("worker/connectors/hubspot-crm.ts", 'after: "0",', 'after: after === "" ? "0" : after,'),
      ...edit(
        "worker/connectors/hubspot-crm.ts",
        'phase === "changed" ? results.at(-1)?.id : paging?.next?.after',
        "paging?.next?.after",
      ),
    ],
    ...caughtBy("test/worker/node/hubspot"),
  },
  {
    bug: "what is not known is zero",
    edits: edit("worker/data-tab.ts", "how?.metrics.has(name) ? 0 : null", "how?.metrics.has(name) ? 0 : 0"),
    project: "worker",
    tests: "test/worker/days-read.test.ts",
    named: "blank before",
  },
  {
    bug: "an ID token made for another client is taken",
    edits: edit("worker/auth.ts", "      audience: [...clientIds],\n", ""),
    ...caughtBy("test/worker/node/auth.test.ts"),
  },
  {
    bug: "a token is written to the log",
    edits: edit(
      "worker/runner.ts",
      'log({ event: "page", ...entry, stream,',
      'log({ event: "page", ...entry, stream: JSON.stringify(task.headers),',
    ),
    ...caughtBy(ACCEPTANCE, "no secret"),
  },
  {
    bug: "days that a service may restate are not read again",
    edits: edit("worker/plan.ts", "-(plannedDay === today ? eachRun : daily)", "0"),
    ...caughtBy(FAULTS, "F27"),
  },
  {
    bug: "the weekly audit is left out",
    edits: edit(
      "worker/plan.ts",
      "return due ? byDay(streams)",
      'return due && today < "2000" ? byDay(streams)',
    ),
    ...caughtBy(FAULTS, "F28"),
  },
  {
    bug: "a name that begins with = is written as a formula",
    edits: edit("apps-script/tab-writer.ts", 'return text === "" ? "" : `\'${text}`;', "return text;"),
    ...caughtBy("test/apps-script/refresh.test.ts"),
  },
  {
    bug: "the tab is cleared before it is written",
    edits: edit(
      "apps-script/tab-writer.ts",
      "  cells.setValues(values);\n",
      '  cells.setValues(values.map((row) => row.map(() => "")));\n  cells.setValues(values);\n',
    ),
    ...caughtBy("test/apps-script/refresh-readers.test.ts"),
  },
  {
    bug: "a run that lost its lease may still commit",
    edits: edit("worker/store/connections.ts", "WHERE id = ? AND running = ?", "WHERE id = ? AND ? > 0"),
    project: "worker",
    tests: "test/worker/sync.test.ts",
  },
  {
    bug: "what changed just before the last reading is not read again",
    edits: edit("worker/plan.ts", "- overlapMinutes * 60_000", "- overlapMinutes * 0"),
    ...caughtBy(FAULTS, "F25"),
  },
  {
    bug: "a page that repeats itself is read for ever",
    edits: edit("worker/commit.ts", "return repeats || window.pages >=", "return window.pages >="),
    ...caughtBy(FAULTS, "F20"),
  },
  {
    bug: "a window that was begun in vain is never begun again",
    edits: edit("worker/schedule.ts", "  if (window) renew(room.sql, window.id);\n", ""),
    ...caughtBy(FAULTS, "F24"),
  },
  {
    bug: "an answer may be as large as it likes",
    edits: edit("worker/http.ts", "if (bytes > LARGEST_BYTES)", "if (bytes > LARGEST_BYTES * 1000)"),
    ...caughtBy(FAULTS, "F14"),
  },
  {
    bug: "Retry-After is not read",
    edits: edit("worker/failure.ts", 'retryAfter(headers["retry-after"], now) ??', ""),
    ...caughtBy(FAULTS, "F01"),
  },
  {
    bug: "a window that lacks rows counts as whole",
    edits: edit(
      "worker/commit.ts",
      "(reading.total !== null && met < reading.total)",
      "(reading.total !== null && met < 0)",
    ),
    project: "worker",
    tests: "test/worker/sync.test.ts",
    named: "incomplete|complete",
  },
  {
    bug: "another currency goes unnoticed",
    edits: edit(
      "worker/task.ts",
      'if (isOther(unit, connection)) throw new SourceFailure("unit_changed");',
      "void isOther(unit, connection);",
    ),
    ...caughtBy(FAULTS, "F19"),
  },
  {
    bug: "any host may be called",
    edits: edit(
      "worker/hosts.ts",
      "return !isInternal(host) && allowed.some((pattern) => covers(pattern, host));",
      'return allowed.length >= 0 || covers("", host) || isInternal(host);',
    ),
    ...caughtBy("test/worker/node/hostile-addresses.test.ts"),
  },
  {
    bug: "an amount is rounded to whole units",
    edits: edit("worker/connectors/ga4.ts", "Math.round(value * 1e6)", "Math.round(value) * 1e6"),
    ...caughtBy(ACCEPTANCE, "exact money"),
  },
  {
    bug: "people of several days are added up",
    edits: edit(
      "worker/connectors/ga4.ts",
      '["conversions", "revenue", "orders"],',
      '["conversions", "revenue", "orders", "total_users"],',
    ),
    ...caughtBy(ACCEPTANCE, "unique metrics"),
  },
  {
    bug: "the service's own ids are kept as they are",
    edits: edit("worker/entity-ids.ts", "return { id: text, fields,", "return { id: text && id, fields,"),
    project: "worker",
    tests: "test/worker/entities.test.ts",
    named: "kept nowhere",
  },
  {
    bug: "customers are remembered for ever",
    edits: edit("worker/entities.ts", "  forgetBefore(sql, kind, dayNumber(holder.oldest));\n", ""),
    ...caughtBy("test/worker/node/retention.test.ts"),
  },
];
