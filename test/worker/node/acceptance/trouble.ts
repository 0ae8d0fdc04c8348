// Cases about a service in trouble: each request of a sync fails in turn, and in the end nothing is missing or doubled.
import { expect, vi } from "vitest";
import { figuresOf } from "../engine/held.ts";
import type { Asked, Shop } from "../engine/shop.ts";
import { type Case, expectOk, NOON, opened, pulled, shopOf, type Subject } from "./subject.ts";

const STATUSES = [500, 502, 503, 504, 408];

/** Every request of a first sync fails once, then is answered. */
async function eachOnce(
  subject: Subject,
  fail: (asked: Asked, shop: Shop) => Response | Promise<Response>,
): Promise<void> {
  const shop = shopOf(subject);
  const whole = await pulled(subject, shop);
  const { engine, id } = await opened(subject, shop);
  const met = new Set<string>();
  let answered = 0;
  shop.between.meet = (asked) => {
    const question = asked.url + (asked.url.includes("token") ? "" : asked.body);
    if (met.has(question)) {
      answered += 1;
      return undefined;
    }
    met.add(question);
    return fail(asked, shop);
  };
  await engine.settle();
  expectOk(engine, id);
  expect(answered).toBeGreaterThanOrEqual(met.size);
  expect(answered).toBeGreaterThanOrEqual(engine.lastRun(id).pages);
  expect(figuresOf(engine)).toEqual(figuresOf(whole.engine));
}

export const trouble: readonly Case[] = [
  {
    name: "429 at each request",
    run: (subject) =>
      eachOnce(subject, () => new Response(null, { status: 429, headers: { "retry-after": "2" } })),
  },
  {
    name: "5xx at each request",
    async run(subject) {
      let failed = 0;
      await eachOnce(
        subject,
        () => new Response("Sorry", { status: STATUSES[(failed += 1) % STATUSES.length] ?? 500 }),
      );
    },
  },
  {
    name: "an outage at each request",
    async run(subject) {
      const shop = shopOf(subject);
      const whole = await pulled(subject, shop);
      const clock = { now: NOON };
      const { engine, id } = await opened(subject, shop, { clock });
      const tries = new Map<string, number>();
      // Longer than a sync tries: it ends, and the next one goes on.
      shop.between.meet = ({ url, body }) => {
        const question = url + (url.includes("token") ? "" : body);
        const tried = (tries.get(question) ?? 0) + 1;
        tries.set(question, tried);
        return tried <= 5 ? new Response(null, { status: 503 }) : undefined;
      };
      await engine.settle();
      for (let syncs = 1; engine.lastRun(id).state !== "ok" && syncs < 400; syncs += 1) {
        expect(engine.lastRun(id)).toMatchObject({ state: "failed", code: "source_down" });
        await engine.sync(id);
      }
      expectOk(engine, id);
      expect(Math.min(...tries.values())).toBe(6);
      expect(figuresOf(engine)).toEqual(figuresOf(whole.engine));
    },
  },
  {
    name: "timeout at each request",
    async run(subject) {
      const deadlines: AbortController[] = [];
      vi.spyOn(AbortSignal, "timeout").mockImplementation(() => {
        const deadline = new AbortController();
        deadlines.push(deadline);
        return deadline.signal;
      });
      await eachOnce(subject, () => {
        deadlines.at(-1)?.abort();
        throw new DOMException("The operation timed out.", "TimeoutError");
      });
    },
  },
  {
    name: "answer cut at each request",
    async run(subject) {
      await eachOnce(subject, async ({ url, body }, shop) => {
        const { meet } = shop.between;
        shop.between.meet = undefined;
        const init = body === "" ? {} : { method: "POST", body };
        const whole = await (await shop.fetch(url, init)).text();
        shop.between.meet = meet;
        return new Response(`{"data":[${whole.slice(0, Math.floor(whole.length / 2))}`, {
          headers: { "content-type": "application/json" },
        });
      });
    },
  },
  {
    name: "token expiring mid-pull",
    async run(subject) {
      const ways = [subject.connector.authorization].flat();
      if (ways.every(({ kind }) => kind === "key")) return "no token: its key has no end";
      const shop = shopOf(subject);
      const whole = await pulled(subject, shop);
      const afterPage = (): boolean => {
        shop.revokeTokens();
        return false;
      };
      const { engine, id } = await opened(subject, shop, { afterPage });
      let bought = 0;
      shop.between.meet = ({ url }) => void (bought += Number(/token/.test(new URL(url).pathname)));
      await engine.settle();
      expectOk(engine, id);
      expect(bought).toBeGreaterThanOrEqual(engine.lastRun(id).pages);
      expect(figuresOf(engine)).toEqual(figuresOf(whole.engine));
    },
  },
];
