// A browser, a person and the made-up service, on the way of a consent.
import { exports } from "cloudflare:workers";
import { expect } from "vitest";
import type { AskedConsent, Consent } from "../../shared/api/sources.ts";
import { type Caller, openAtelier, query } from "./atelier-world.ts";
import { ask, ORIGIN } from "./world.ts";

export const CODE = "CODE-71c2";
export const CALLBACK = `${ORIGIN}/connect/callback/atelier`;
export let service: ReturnType<typeof openAtelier>;

/** The service at noon, registered with the address that people come back to. */
export function openService(): void {
  service = openAtelier();
  service.state.redirectUri = CALLBACK;
}

/** A browser: the cookies it was given, and what it sends with a page of our own. */
export function browser() {
  let cookie = "";
  const go = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (cookie !== "") headers.set("cookie", cookie);
    const answer = await exports.default.fetch(new Request(url, { ...init, headers, redirect: "manual" }));
    const given = answer.headers.get("set-cookie");
    if (given !== null) cookie = given.split(";")[0] ?? "";
    return answer;
  };
  return {
    go,
    forget: () => void (cookie = ""),
    /** Opens the link of a consent: where the service is asked, and the state that it must bring back. */
    async open({ url }: Pick<AskedConsent, "url">) {
      const answer = await go(url);
      const page = new URL(answer.headers.get("location") ?? "https://nowhere.example");
      return { answer, page, state: page.searchParams.get("state") ?? "" };
    },
    /** What the service sends the browser back with, once the person agreed there. */
    back(state: string, more: Record<string, string> = { code: CODE }, client = "atelier") {
      return go(`${ORIGIN}/connect/callback/${client}?${new URLSearchParams({ state, ...more }).toString()}`);
    },
    send: (fields: Record<string, string>, headers: Record<string, string> = {}) =>
      go(`${ORIGIN}/connect/confirm`, { method: "POST", body: new URLSearchParams(fields), headers }),
  };
}

const hidden = (page: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? "";

export function askFor(caller: Caller, settings = {}): Promise<AskedConsent> {
  return ask(caller, "POST", "/v1/consents", { connector: "atelier", settings });
}

export const stateOf = (caller: Caller, { id }: Pick<Consent, "id">) =>
  ask<Consent>(caller, "GET", `/v1/consents/${id}`);

/** All the way to the question: what the page shows, and what its form would send. */
export async function answered(caller: Caller, person = browser(), settings = {}) {
  const consent = await askFor(caller, settings);
  const { page, state } = await person.open(consent);
  service.state.codes.set(CODE, page.searchParams.get("code_challenge") ?? "");
  const answer = await person.back(state);
  const text = await answer.text();
  return { consent, person, state, answer, text, fields: { proof: hidden(text, "proof"), code: CODE } };
}

export async function granted(caller: Caller, settings = {}): Promise<Consent> {
  const { consent, person, fields } = await answered(caller, browser(), settings);
  expect((await person.send({ ...fields, answer: "yes" })).status).toBe(200);
  return stateOf(caller, consent);
}

export const wanted = (consent: string, change = {}) => ({
  connector: "atelier",
  name: "Atelier",
  settings: { account: "verveine" },
  credentials: {},
  consent,
  ...change,
});

/** How often the service was asked for a token. */
export const bought = (): number => service.asked.filter(({ url }) => url.pathname === "/token").length;

/** Nothing came of it: no token bought, no refresh token kept, no source. */
export async function nothingKept(caller: Caller): Promise<void> {
  expect(bought()).toBe(0);
  expect(await query(caller, "SELECT * FROM credentials")).toEqual([]);
  expect(await query(caller, "SELECT * FROM consents WHERE record IS NOT NULL")).toEqual([]);
  expect(await query(caller, "SELECT * FROM connections")).toEqual([]);
}
