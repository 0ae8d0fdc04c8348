// Cases about a connector's own description, and about what lets it in.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, vi } from "vitest";
import { metrics } from "../../../../shared/metrics.ts";
import { parseDay } from "../../../../shared/period.ts";
import { fieldsOf, REFRESH_TOKEN } from "../../../../worker/authorization.ts";
import { hostsOf } from "../../../../worker/hosts.ts";
import { Refusal } from "../../../../worker/refusal.ts";
import { startEngine } from "../engine/engine.ts";
import { MARKER } from "../engine/shop.ts";
import { type Case, expectOk, opened, pulled, shopOf } from "./subject.ts";

const DOCS = join(import.meta.dirname, "../../../../docs/connectors");

export const lettingIn: readonly Case[] = [
  {
    name: "manifest",
    async run({ connector, fixture }) {
      const { name, streams, errors, version } = connector;
      expect(name).toMatch(/^[a-z][a-z0-9-]*$/);
      const said = [connector, ...connector.settings, ...connector.credentials].map(({ label }) => label);
      for (const { fr, en } of [...said, connector.gives]) expect(fr.length * en.length).toBeGreaterThan(0);
      expect(connector.checkSettings(fixture.settings)).toBe(true);
      expect(connector.checkSettings({})).toBe(false);
      expect(connector.account(fixture.settings)).not.toBe("");
      const hosts = hostsOf(connector, fixture.settings, []);
      expect(hosts.length).toBeGreaterThan(0);
      for (const host of hosts) expect(host).toMatch(/^(\*\.)?([a-z0-9-]+\.)+[a-z]{2,}$/);
      const known = new Set([...connector.credentials.map((field) => field.name), REFRESH_TOKEN]);
      for (const way of [connector.authorization].flat())
        for (const field of fieldsOf(way)) expect(known).toContain(field);
      expect(streams.length).toBeGreaterThan(0);
      expect(new Set(streams.map((stream) => stream.name)).size).toBe(streams.length);
      const given = streams.flatMap((stream) => (stream.kind === "uniques" ? [] : stream.metrics));
      for (const metric of streams.flatMap((stream) => stream.metrics))
        expect(metrics).toHaveProperty(metric);
      // A metric that two tables give would count twice.
      expect(new Set(given).size).toBe(given.length);
      for (const { status, says } of errors) expect(status >= 300 || says !== undefined).toBe(true);
      if (version) expect(parseDay(version.expires)).toBe(version.expires);
      for (const page of [`${name}.md`, `${name}.fr.md`])
        expect(existsSync(join(DOCS, page)), page).toBe(true);
    },
  },
  {
    name: "good credentials",
    async run(subject) {
      const { engine, id } = await pulled(subject, shopOf(subject));
      expect(engine.lastRun(id).rows).toBeGreaterThan(0);
    },
  },
  {
    name: "bad credentials",
    async run({ connector, fixture }) {
      const shop = shopOf({ connector, fixture });
      const engine = await startEngine(shop);
      const { name } = connector;
      const wanted = { connector: name, name, settings: fixture.settings, credentials: fixture.refused };
      const refused = await engine.connect(wanted).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(Refusal);
      expect((refused as Refusal).extras.source?.code).toBe("credentials_refused");
      expect(engine.disk.rows("SELECT 1 FROM connections UNION ALL SELECT 1 FROM credentials")).toEqual([]);
    },
  },
  {
    name: "no secret kept or told",
    async run(subject) {
      const logged = vi.mocked(console.log);
      logged.mockClear();
      const shop = shopOf(subject, { mostRows: 250_000 });
      const { engine, id } = await opened(subject, shop);
      let pages = 0;
      shop.between.meet = () => ((pages += 1) === 2 ? new Response(MARKER, { status: 500 }) : undefined);
      await engine.settle();
      expectOk(engine, id);
      const secrets = Object.values(subject.fixture.credentials).filter((text) => text.length >= 12);
      const held = engine.disk.everything();
      const told = JSON.stringify(logged.mock.calls);
      expect(told).toContain("event");
      for (const secret of [MARKER, ...secrets, ...secrets.map(btoa)]) {
        expect(held).not.toContain(secret);
        expect(told).not.toContain(secret);
        for (const { url } of shop.asked) expect(decodeURIComponent(url)).not.toContain(secret);
      }
      expect(held).not.toMatch(/[\w.+-]+@[\w-]+\.\w/);
    },
  },
];
