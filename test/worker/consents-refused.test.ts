// A consent that is refused, late, repeated, forged or someone else's: a page that says so, and nothing kept.
import { runDurableObjectAlarm } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { NOON, query } from "./atelier-world.ts";
import {
  answered,
  askFor,
  bought,
  browser,
  CODE,
  granted,
  nothingKept,
  openService,
  service,
  stateOf,
  wanted,
} from "./consent-flow.ts";
import { call, camille, eve, objectOf, paired } from "./world.ts";

vi.setConfig({ testTimeout: 60_000 });
beforeEach(openService);
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe("a consent that does not fit keeps nothing", () => {
  test("when the person refuses, at the service or on our page", async () => {
    const caller = await paired();
    const person = browser();
    const consent = await askFor(caller);
    const { state } = await person.open(consent);
    const refused = await person.back(state, { error: "access_denied" });
    expect(refused.status).toBe(200);
    expect(await refused.text()).toContain("Consent refused");
    expect(await stateOf(caller, consent)).toMatchObject({ state: "refused" });

    const second = await answered(caller);
    const no = await second.person.send({ ...second.fields, answer: "no" });
    expect(await no.text()).toContain("Nothing was recorded");
    expect(await stateOf(caller, second.consent)).toMatchObject({ state: "refused" });
    // The code is given up: saying yes afterwards changes nothing.
    expect((await second.person.send({ ...second.fields, answer: "yes" })).status).toBe(410);
    await nothingKept(caller);
  });

  test("when a link, an answer or a confirmation comes a second time", async () => {
    const caller = await paired();
    const { consent, person, state, fields } = await answered(caller);
    expect((await person.go(consent.url)).status).toBe(410);
    expect((await person.back(state)).status).toBe(410);
    await nothingKept(caller);
    const twice = await Promise.all([1, 2].map(() => person.send({ ...fields, answer: "yes" })));
    expect(twice.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 410]);
    expect((await person.send({ ...fields, answer: "yes" })).status).toBe(410);
    expect(bought()).toBe(1);
    expect(await stateOf(caller, consent)).toMatchObject({ state: "granted" });
  });

  test("when ten minutes have passed, at whatever step", async () => {
    const caller = await paired();
    const person = browser();
    const late = () => vi.setSystemTime(NOON + 601_000);
    const [unopened, opened] = [await askFor(caller), await askFor(caller)];
    const { state } = await person.open(opened);
    const third = await answered(caller, person);
    late();
    expect((await person.go(unopened.url)).status).toBe(410);
    expect((await person.back(state)).status).toBe(410);
    expect((await person.send({ ...third.fields, answer: "yes" })).status).toBe(410);
    await nothingKept(caller);
    await runDurableObjectAlarm(objectOf(caller.id));
    expect(await query(caller, "SELECT * FROM consents")).toEqual([]);
  });

  test("when it was granted, and no source took it within half an hour", async () => {
    const caller = await paired();
    const { id } = await granted(caller);
    vi.setSystemTime(NOON + 1_801_000);
    expect((await call(caller, "POST", "/v1/connections", wanted(id))).status).toBe(400);
    await runDurableObjectAlarm(objectOf(caller.id));
    expect(await query(caller, "SELECT * FROM consents")).toEqual([]);
  });

  test("in another browser than the one that opened the page", async () => {
    const caller = await paired();
    const consent = await askFor(caller);
    const { state } = await browser().open(consent);
    const other = browser();
    await other.open(await askFor(caller));
    for (const stranger of [browser(), other]) {
      const refused = await stranger.back(state);
      expect(refused.status).toBe(403);
      expect(await refused.text()).toContain("Another browser");
    }
    const { person, fields } = await answered(caller);
    expect((await other.send({ ...fields, answer: "yes" })).status).toBe(403);
    person.forget();
    expect((await person.send({ ...fields, answer: "yes" })).status).toBe(403);
    await nothingKept(caller);
  });

  test("when the form is another site's, or its code is not the one that came back", async () => {
    const caller = await paired();
    const { person, fields } = await answered(caller);
    const forged = await person.send({ ...fields, answer: "yes" }, { "sec-fetch-site": "cross-site" });
    expect(forged.status).toBe(403);
    expect((await person.send({ ...fields, code: "MINE", answer: "yes" })).status).toBe(410);
    expect((await person.send({ proof: "", code: CODE, answer: "yes" })).status).toBe(410);
    await nothingKept(caller);
  });

  test.each([
    ["no state", ""],
    ["a made-up state", `${"0".repeat(32)}.${"x".repeat(43)}`],
    ["a state of the wrong form", "abc"],
  ])("with %s", async (_, state) => {
    const caller = await paired();
    const person = browser();
    await person.open(await askFor(caller));
    const refused = await person.back(state);
    expect(refused.status).toBe(410);
    expect(await refused.text()).toContain("This link no longer works");
    await nothingKept(caller);
  });

  test("with the state of another workspace", async () => {
    const [mine, theirs] = [await paired(camille), await paired(eve)];
    const person = browser();
    const { state } = await person.open(await askFor(theirs));
    const moved = `${mine.id}.${state.split(".")[1]}`;
    expect((await person.back(moved)).status).toBe(410);
    await nothingKept(mine);
    await nothingKept(theirs);
  });

  test("when whoever opens someone else's link reads whose it is, and refuses", async () => {
    const attacker = await paired(eve);
    const { text, person, fields } = await answered(attacker);
    expect(text).toContain("eve@example.com");
    expect(text).toContain("someone sent you their link");
    await person.send({ ...fields, answer: "no" });
    await nothingKept(attacker);
  });

  test("when the answer says that it is another service's, or says nothing where it should", async () => {
    const caller = await paired();
    const { connectors } = await import("../../worker/connectors/index.ts");
    const ways = connectors.find(({ name }) => name === "atelier")?.authorization as unknown as {
      issuer?: string;
    }[];
    const way = ways.at(-1) ?? {};
    way.issuer = "https://api.atelier.example";
    try {
      for (const more of [{}, { iss: "https://evil.example" }]) {
        const person = browser();
        const consent = await askFor(caller);
        const { state } = await person.open(consent);
        const refused = await person.back(state, { code: CODE, ...more });
        expect(refused.status).toBe(400);
        expect(await refused.text()).toContain("An answer from another service");
        expect(await stateOf(caller, consent)).toMatchObject({ state: "failed" });
      }
      const person = browser();
      const { state } = await person.open(await askFor(caller));
      expect((await person.back(state, { code: CODE, iss: way.issuer })).status).toBe(200);
    } finally {
      delete way.issuer;
    }
    const person = browser();
    const { state } = await person.open(await askFor(caller));
    expect((await person.back(state, { code: CODE }, "google")).status).toBe(400);
    await nothingKept(caller);
  });

  test("when the service does not know the code, or was asked without the right verifier", async () => {
    const caller = await paired();
    const { person, fields, consent } = await answered(caller);
    service.state.codes.set(CODE, "another-challenge");
    const refused = await person.send({ ...fields, answer: "yes" });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain("The service refuses the credentials.");
    expect(await stateOf(caller, consent)).toMatchObject({
      state: "failed",
      problem: { code: "credentials_refused" },
    });
    expect(await query(caller, "SELECT * FROM consents WHERE record IS NOT NULL")).toEqual([]);
  });

  test("when whoever asked is no longer an owner", async () => {
    const caller = await paired();
    const { person, fields } = await answered(caller);
    await query(caller, "UPDATE members SET role = 'member'");
    expect((await person.send({ ...fields, answer: "yes" })).status).toBe(410);
    await nothingKept(caller);
  });
});
