// The page that connects a range, by keyboard: what it asks before it sends, and what it says when something is wrong.
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { ShownRange } from "../../apps-script/door.ts";
import {
  connection,
  emptyWorld,
  ok,
  openSidebar,
  refreshed,
  type SidebarPage,
  unreachable,
  type World,
} from "./fake-door.ts";
import { launchBrowser } from "./sheet-page.ts";

let browser: Browser;
let sidebar: SidebarPage;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  expect(sidebar.problems).toEqual([]);
  await sidebar.close();
});

const ORDERS: ShownRange = {
  place: { sheet: "7", a1: "A:D" },
  tab: "Commandes",
  first: 1,
  rows: [
    ["Date", "N° de commande", "Client", "Montant"],
    ["2026-11-19", "A1", "lea@client.example", 49.9],
    ["2026-11-20", "A2", "tom@client.example", 20],
  ],
  total: 3,
};
const made = connection({ id: "c9", connector: "range", name: "Commandes" });

/** Presses these buttons in turn, once the keyboard is at the title of the page that each opens. */
async function enter(...names: readonly (string | RegExp)[]): Promise<void> {
  for (const name of names) {
    await sidebar.page.getByRole("button", { name }).press("Enter");
    await sidebar.page.locator("h2:focus").waitFor();
  }
}

/** Opens the page where a range is chosen, by keyboard alone. */
async function open(world: World): Promise<void> {
  sidebar = await openSidebar(browser, world);
  await sidebar.view(2);
  await enter("Connecter mon outil", /^Une plage de la feuille ou un CSV/);
}

it("asks for the currency, puts the keyboard there, then sends what the columns mean and has the rows read", async () => {
  const world = emptyWorld("fr");
  world.answers["range"] = () => ORDERS;
  world.answers["POST /v1/ranges"] = () => ok(made, 201);
  world.answers["sendRange"] = () => ok(made);
  world.answers["refresh"] = () => refreshed();
  await open(world);
  await sidebar.button("Utiliser la sélection").press("Enter");
  await sidebar.shown("Commandes!A:D, 2 lignes.");
  await sidebar.button("Connecter").press("Enter");
  await sidebar.shown("Écrivez les trois lettres de la devise.");
  expect(sidebar.callsTo("POST /v1/ranges")).toEqual([]);
  await expect
    .poll(() => sidebar.page.evaluate(() => document.activeElement?.getAttribute("name")))
    .toBe("currency");
  await sidebar.page.keyboard.type("eur");
  await sidebar.page.keyboard.press("Enter");
  await expect.poll(() => sidebar.asked.some(({ what }) => what === "refresh")).toBe(true);
  expect(sidebar.callsTo("POST /v1/ranges")[0]?.body).toEqual({
    name: "Commandes",
    place: ORDERS.place,
    mapping: {
      kind: "orders",
      columns: [
        { header: "Date", role: "date" },
        { header: "N° de commande", role: "order" },
        { header: "Client", role: "customer" },
        { header: "Montant", role: "revenue" },
      ],
      dayFirst: true,
      decimal: ",",
      currency: "EUR",
      channel: null,
    },
  });
  expect(sidebar.callsTo("sendRange")).toEqual([
    {
      id: "c9",
      place: ORDERS.place,
      columns: [
        { header: "Date", hidden: false },
        { header: "N° de commande", hidden: true },
        { header: "Client", hidden: true },
        { header: "Montant", hidden: false },
      ],
    },
  ]);
});

it("whose rows could not be sent says so, and is not connected twice when tried again", async () => {
  const world = emptyWorld("fr");
  world.answers["range"] = () => ORDERS;
  world.answers["POST /v1/ranges"] = () => ok(made, 201);
  world.answers["PUT /v1/ranges/c9"] = () => ok(made);
  world.answers["refresh"] = () => refreshed();
  world.answers["sendRange"] = () => unreachable;
  await open(world);
  await sidebar.button("Utiliser la sélection").press("Enter");
  await sidebar.field("currency").fill("EUR");
  await sidebar.button("Connecter").press("Enter");
  await sidebar.shown(/Le serveur de Boussole ne répond pas/);
  world.answers["sendRange"] = () => ok(made);
  await sidebar.button("Connecter").press("Enter");
  await expect.poll(() => sidebar.callsTo("PUT /v1/ranges/c9").length).toBe(1);
  await expect.poll(() => sidebar.asked.some(({ what }) => what === "refresh")).toBe(true);
  expect(sidebar.callsTo("POST /v1/ranges")).toHaveLength(1);
});

it("follows what is corrected: another kind of rows, another meaning of a column", async () => {
  const world = emptyWorld("fr");
  world.answers["range"] = () => ORDERS;
  await open(world);
  await sidebar.button("Utiliser la sélection").press("Enter");
  const { page } = sidebar;
  await page.getByText("commandes 1, nouveaux clients 1").first().waitFor();
  await page.getByLabel("les chiffres d'un jour").check();
  expect(await page.getByLabel("N° de commande", { exact: true }).inputValue()).toBe("");
  await page.getByLabel("Montant", { exact: true }).selectOption("spend");
  await page.getByText("dépenses 49,9").waitFor();
  await page.getByLabel("Date", { exact: true }).selectOption("");
  await sidebar.button("Connecter").press("Enter");
  await sidebar.shown("Dites quelle colonne donne la date.");
});

it.each([
  [
    "no CSV",
    "photo.csv",
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]),
    "Ce fichier n'est pas un tableau CSV.",
  ],
  [
    "too many rows",
    "gros.csv",
    Buffer.from(`Jour;Clics\n${"01/11/2026;1\n".repeat(20_001)}`),
    "Ce fichier dépasse 20\u202f000 lignes",
  ],
])("a file that is %s is refused with a sentence", async (_, name, buffer, words) => {
  await open(emptyWorld("fr"));
  await sidebar.field("csv").setInputFiles({ name, mimeType: "text/csv", buffer });
  await sidebar.shown(new RegExp(words));
  expect(sidebar.callsTo("addTab")).toEqual([]);
});

it("a range without a header says what is missing, and nothing is lost on a narrow page", async () => {
  const world = emptyWorld("en");
  world.answers["range"] = () => ({ ...ORDERS, rows: ORDERS.rows.slice(1) });
  sidebar = await openSidebar(browser, world, { scale: 2 });
  await sidebar.view(2);
  await enter("Connect my own tool", /^A range of the sheet or a CSV/);
  await sidebar.button("Use the selection").press("Enter");
  await sidebar.shown("No header row was found in Commandes!A:D. The first row must name the columns.");
  world.answers["range"] = () => ORDERS;
  await sidebar.button("Use the selection").press("Enter");
  await sidebar.shown("What each column means");
  const wide = await sidebar.page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(300);
});
