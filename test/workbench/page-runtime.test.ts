// The page's runtime: two workers that wait for the page, and the page that never waits for them.
import { afterEach, expect, test, vi } from "vitest";
import type { AuthMode } from "../../workbench/google/host.ts";
import { memoryStore, nobody, noUi } from "../../workbench/google/node-ports.ts";
import { createPageRuntime, type PageRuntime } from "../../workbench/google/page-runtime.ts";
import { openTiny } from "./tiny-add-on.ts";
import { openBook } from "../../workbench/sheet/book.ts";
import * as grid from "@odoo/o-spreadsheet";
import { started, ThreadWorker } from "./web-worker.ts";

vi.stubGlobal("Worker", ThreadWorker);

const running: PageRuntime[] = [];
afterEach(() => {
  for (const runtime of running.splice(0)) runtime.stop();
  vi.useRealTimers();
});

function open(code: string, options: Partial<Parameters<typeof createPageRuntime>[0]> = {}): PageRuntime {
  const { model } = openTiny("function NOTHING() {}");
  const info = { id: "b", url: "about:blank", name: "Book", timeZone: "Europe/Paris" };
  const runtime = createPageRuntime({
    code,
    manifest: { timeZone: "Etc/UTC" },
    files: {},
    locale: "fr",
    book: openBook(grid, model, info),
    store: memoryStore(),
    ui: noUi,
    user: nobody,
    workerUrl: "worker.js",
    ...options,
  });
  running.push(runtime);
  return runtime;
}

test("a script in the worker reads and writes the page's workbook and store, and waits for each answer", async () => {
  const runtime = open(`function work(size) {
    const sheet = SpreadsheetApp.getActiveSheet();
    sheet.getRange('A1:A2').setValues([[size], ['=A1*2']]);
    PropertiesService.getUserProperties().setProperty('size', size);
    return [sheet.getRange('A2').getValue(), PropertiesService.getUserProperties().getProperty('size')];
  }`);
  expect(await runtime.call("work", [21])).toEqual([42, "21"]);
});

test("an answer longer than the shared memory comes in pieces", async () => {
  const long = "é".repeat(3_000_000);
  const store = memoryStore();
  store.set("user", "long", long);
  const runtime = open(
    "function read() { return PropertiesService.getUserProperties().getProperty('long').length; }",
    { store },
  );
  expect(await runtime.call("read", [])).toBe(3_000_000);
});

test("the page may take its time to answer a question, and cells are served meanwhile", async () => {
  const { promise, resolve } = Promise.withResolvers<"YES">();
  const asked = Promise.withResolvers<void>();
  const ui = {
    ...noUi,
    alert: () => {
      asked.resolve();
      return promise;
    },
  };
  const runtime = open(
    "function ask() { return SpreadsheetApp.getUi().alert('Sure?'); }\nfunction ONE() { return 1; }",
    { ui },
  );
  const answer = runtime.call("ask", []);
  await asked.promise;
  expect(await runtime.customFunction("ONE", [])).toEqual({ value: 1 });
  resolve("YES");
  expect(await answer).toBe("YES");
});

test("only Apps Script's globals are seen, and each call finds the script fresh", async () => {
  const runtime = open(`var count = 0;
function SEEN() { count++; return [typeof fetch, typeof postMessage, typeof setTimeout, typeof process,
      typeof performance, typeof self, typeof require, typeof globalThis.fetch, typeof Promise, count].join(' '); }`);
  const seen = `${"undefined ".repeat(8)}function 1`;
  expect(await runtime.customFunction("SEEN", [])).toEqual({ value: seen });
  expect(await runtime.customFunction("SEEN", [])).toEqual({ value: seen });
});

test("modes are the same as in Node", async () => {
  const runtime = open(
    "function go() { UrlFetchApp.fetch('https://a.example/'); }\nfunction F() { return SpreadsheetApp.getUi(); }",
  );
  const limited: AuthMode = "LIMITED";
  await expect(runtime.entry("go", limited)).rejects.toThrow(
    "You do not have permission to call UrlFetchApp.fetch",
  );
  expect(await runtime.customFunction("F", [])).toEqual({
    error: "Cannot call SpreadsheetApp.getUi() from this context.",
  });
});

test("dates arrive as the script's own", async () => {
  const runtime = open("function DAY(day) { return [[day instanceof Date, day.getHours()]]; }");
  const noon = Date.UTC(2026, 6, 14, 12);
  expect(await runtime.customFunction("DAY", [`{"date":${noon}}`])).toEqual({ rows: [[true, 12]] });
});

test("1,000 calls made together travel together, a shared table once", async () => {
  const posted = vi.spyOn(ThreadWorker.prototype, "postMessage");
  const runtime = open("function SIZE(table, more) { return table.length + more; }");
  const table = JSON.stringify(Array.from({ length: 1000 }, (_, row) => [row, "x".repeat(50)]));
  const loads = posted.mock.calls.length;
  const results = await Promise.all(
    Array.from({ length: 1000 }, (_, more) => runtime.customFunction("SIZE", [table, String(more)])),
  );
  expect(results[999]).toEqual({ value: 1999 });
  expect(posted.mock.calls).toHaveLength(loads + 1);
  const [message] = posted.mock.calls[loads] as [{ texts: string[] }];
  expect(message.texts).toHaveLength(1001);
  posted.mockRestore();
});

test("a call that never ends is given up, the others go on in a new worker", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const runtime = open("function FOREVER() { for (;;) {} }\nfunction ONE() { return 1; }");
  const forever = runtime.customFunction("FOREVER", []);
  const one = runtime.customFunction("ONE", []);
  const threads = started.length;
  await Promise.resolve();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(await forever).toEqual({ error: "Exceeded maximum execution time" });
  expect(await one).toEqual({ value: 1 });
  expect(started).toHaveLength(threads + 1);
});
