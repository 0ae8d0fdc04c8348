// Pairing a spreadsheet with a workspace, and what the sidebar may ask of the Worker: keys never leave the script.
import { describe, expect, test } from "vitest";
import { readOrigin } from "../../apps-script/build.ts";
import { dataTab, openPairedSheet, patchOf, problem } from "./paired-sheet.ts";

const pairing = { workspace: "w1", key: "w1.brand-new-secret", role: "owner" };
const keyOf = (sheet: ReturnType<typeof openPairedSheet>) => sheet.store.get("document", "boussole.key");
const triggers = (sheet: ReturnType<typeof openPairedSheet>) =>
  Object.values(sheet.store.all("triggers")).map((kept) => JSON.parse(kept) as unknown);

describe("pairing", () => {
  test("makes a workspace for this spreadsheet, keeps its key and starts the hourly refresh", () => {
    const sheet = openPairedSheet({ paired: false });
    expect(sheet.ask("paired")).toEqual({ value: { paired: false, spreadsheet: "Boussole" } });
    sheet.worker(() => ({ status: 201, body: pairing }));
    const answer = sheet.ask("pair", { name: "Atelier" });
    expect(answer).toMatchObject({ value: { ok: true, body: null } });
    expect(JSON.stringify(answer)).not.toContain("secret");
    expect(sheet.requests).toHaveLength(1);
    expect(sheet.requests[0]).toMatchObject({
      url: "https://boussole.example/v1/workspaces",
      method: "POST",
      headers: { Authorization: "Bearer a.google.token", "Accept-Language": "fr" },
    });
    expect(JSON.parse(sheet.requests[0]?.body ?? "")).toEqual({
      name: "Atelier",
      spreadsheet: { id: "headless", name: "Boussole", timeZone: "Europe/Paris", locale: "fr_FR" },
    });
    expect(keyOf(sheet)).toBe("w1.brand-new-secret");
    expect(triggers(sheet)).toEqual([{ handler: "refreshOnSchedule", everyHours: 1 }]);
    expect(sheet.ask("freshness")).toMatchObject({
      value: { last: null, schedule: { on: true, lastRun: null } },
    });
  });

  test("joins a workspace with a code", () => {
    const sheet = openPairedSheet({ paired: false });
    sheet.worker(() => ({ status: 201, body: pairing }));
    sheet.ask("pair", { code: "w1.once" });
    expect(sheet.requests[0]?.url).toBe("https://boussole.example/v1/workspaces/join");
    expect(JSON.parse(sheet.requests[0]?.body ?? "")).toMatchObject({ code: "w1.once" });
  });

  test("that is refused keeps no key and says why", () => {
    const sheet = openPairedSheet({ paired: false });
    sheet.worker(() => problem(403, "code_refused", "Ce code est faux."));
    expect(sheet.ask("pair", { code: "w1.twice" })).toEqual({
      value: { ok: false, status: 403, problem: { code: "code_refused", detail: "Ce code est faux." } },
    });
    expect(keyOf(sheet)).toBeNull();
    expect(triggers(sheet)).toEqual([]);
  });

  test("undone, leaves the figures, which say that they stay as they are", () => {
    const sheet = openPairedSheet({ paired: false });
    sheet.worker(() => ({ status: 201, body: pairing }));
    sheet.ask("pair", { name: "Atelier" });
    sheet.gives(patchOf(dataTab([["2026-11-20", "soldes", 1, 2]])));
    sheet.refresh();
    sheet.ask("unpair");
    expect(sheet.values("Données")).toHaveLength(2);
    expect(sheet.cell("Données", 0, 7).value).toBe(
      "Boussole\u00a0: chiffres du 21/11/2026 10:05. Ce classeur n'est plus relié à un espace de travail.",
    );
    expect(keyOf(sheet)).toBeNull();
    expect(triggers(sheet)).toEqual([]);
    const asked = sheet.requests.length;
    sheet.tick();
    expect(sheet.requests).toHaveLength(asked);
  });

  test("a new key takes the place of the old one at once", () => {
    const sheet = openPairedSheet();
    sheet.worker(() => ({ status: 200, body: { key: "w1.renewed-secret" } }));
    const answer = sheet.ask("rotateKey");
    expect(JSON.stringify(answer)).not.toContain("secret");
    expect(sheet.requests[0]?.headers).toMatchObject({ "Boussole-Key": "w1.secret-of-the-sheet" });
    expect(keyOf(sheet)).toBe("w1.renewed-secret");
  });
});

describe("a call of the sidebar", () => {
  test("carries who asks and for which sheet, and its own headers of two kinds", () => {
    const sheet = openPairedSheet();
    sheet.worker(() => ({ status: 200, body: { id: "o1" } }));
    const headers = { "If-Match": '"3"', Authorization: "Bearer forged", "Boussole-Key": "w2.other" };
    sheet.ask("api", { method: "put", path: "/v1/objectives/o1", body: { title: "x" }, headers });
    expect(sheet.requests[0]).toMatchObject({
      method: "PUT",
      url: "https://boussole.example/v1/objectives/o1",
      headers: {
        "If-Match": '"3"',
        Authorization: "Bearer a.google.token",
        "Boussole-Key": "w1.secret-of-the-sheet",
        "Content-Type": "application/json",
      },
      followRedirects: false,
    });
  });

  test.each([
    "/v1/workspaces",
    "/v1/workspaces/join",
    "/v1/keys/rotate",
    "/v1/refresh",
    "/v1/workspace.json",
    "/v1/connections/../keys/rotate",
    "/v1/connections/%2e%2e/keys/rotate",
    "/v1/connections\\..\\keys\\rotate",
    "/v1/workspace#",
    "/healthz",
    "//evil.example/v1/workspace",
    "https://evil.example/v1/workspace",
    ".evil.example/v1/workspace",
    "@evil.example/v1/workspace",
  ])("to %s is not let through", (path) => {
    const sheet = openPairedSheet();
    expect(sheet.ask("api", { method: "get", path })).toEqual({ refusal: { kind: "unexpected" } });
    expect(sheet.requests).toEqual([]);
  });

  test.each([
    ["an answer without a body", { status: 204 }, { ok: true, body: null }],
    ["a page instead of an answer", { status: 200, body: "<html>" }, { ok: false, status: 0, problem: null }],
    ["an error without words", { status: 500, body: "oops" }, { ok: false, status: 0, problem: null }],
    ["a redirection", { status: 302, body: "" }, { ok: false, status: 0, problem: null }],
  ])("takes %s for what it is", (_, given, expected) => {
    const sheet = openPairedSheet();
    sheet.worker(() => given);
    expect(sheet.ask("api", { method: "get", path: "/v1/connections" })).toMatchObject({ value: expected });
  });

  test("shows what someone else made of an objective meanwhile", () => {
    const sheet = openPairedSheet();
    const current = { id: "o1", version: 4 };
    sheet.worker(() => ({ status: 412, body: { code: "stale_version", detail: "Modifié.", current } }));
    expect(sheet.ask("api", { method: "put", path: "/v1/objectives/o1", body: {} })).toMatchObject({
      value: { ok: false, status: 412, problem: { code: "stale_version", current } },
    });
  });
});

test.each(["http://boussole.example", "https://boussole.example/api", "boussole.example", "https://"])(
  "the add-on is not built for a Worker at %s",
  (address) => {
    expect(() => readOrigin(address)).toThrow("BOUSSOLE_ORIGIN");
  },
);
