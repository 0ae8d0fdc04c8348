// Faults F01 to F18 that lie in the connection: answers that never come, drip, are cut, have no end or lead elsewhere.
import { setTimeout as pause } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { expect, vi } from "vitest";
import type { Fault } from "./fault.ts";
import { lasting, passing, text } from "./play.ts";
import { openCanary, type Script, send } from "./world.ts";

/** The product waits twenty seconds for an answer. */
const PATIENCE_MS = 250;

/** Deadlines come sooner, and in real time. */
function hurry(): void {
  const wait = AbortSignal.timeout.bind(AbortSignal);
  vi.spyOn(AbortSignal, "timeout").mockImplementation(() => wait(PATIENCE_MS));
}

export const wire: readonly Fault[] = [
  {
    id: "F07",
    name: "a request that is never answered",
    async run(world) {
      hurry();
      await passing(world, () => true, 1);
      await lasting(world, () => true, { code: "source_timeout", tries: 5 });
    },
  },
  {
    id: "F08",
    name: "an answer that drips",
    async run(world) {
      hurry();
      const drip: Script = async (_, response) => {
        response.writeHead(200, { "content-type": "application/json" });
        for (let byte = 0; byte < 100 && !response.destroyed; byte += 1) {
          response.write(" ");
          await pause(20);
        }
        return true;
      };
      await passing(world, drip, 1);
      await lasting(world, drip, { code: "source_timeout", tries: 5 });
    },
  },
  {
    id: "F09",
    name: "a connection reset, an answer shorter than it said, a chunked answer cut",
    async run(world) {
      const reset: Script = (_, response) => {
        response.destroy();
        return true;
      };
      const half =
        (headers: Record<string, string>): Script =>
        async (_, response) => {
          response.writeHead(200, { "content-type": "application/json", ...headers });
          response.write('{"rows":[');
          await pause(10);
          response.destroy();
          return true;
        };
      await passing(world, reset);
      await passing(world, half({ "content-length": "5000" }));
      await passing(world, half({}));
      await lasting(world, reset, { code: "source_down", tries: 5 });
    },
  },
  {
    id: "F10",
    name: "JSON cut, the connection closed properly",
    async run(world) {
      await passing(world, text('{"rows":[{"day":'));
      await lasting(world, text('{"rows":[{"day":'), { code: "source_malformed", tries: 5 });
    },
  },
  {
    id: "F14",
    name: "a gzip bomb, an endless body, JSON a hundred thousand levels deep, a list of 60 MB",
    async run(world) {
      const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024, 32));
      let written = 0;
      const endless: Script = async (_, response) => {
        response.writeHead(200, { "content-type": "application/json" });
        const spaces = " ".repeat(65_536);
        while (!response.destroyed && written < 100_000_000) {
          written += spaces.length;
          if (!response.write(spaces))
            await Promise.race([new Promise((done) => response.once("drain", done)), pause(50)]);
        }
        response.end();
        return true;
      };
      const zipped: Script = (_, response) => {
        response.writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" }).end(bomb);
        return true;
      };
      const large = { code: "source_too_large", tries: 1 };
      await lasting(world, zipped, large);
      await lasting(world, endless, large);
      expect(written).toBeLessThan(40_000_000);
      await lasting(world, text(`${"[".repeat(100_000)}${"]".repeat(100_000)}`), {
        code: "source_malformed",
        tries: 5,
      });
      await lasting(world, text(`[${"1,".repeat(30_000_000)}1]`), large);
    },
  },
  {
    id: "F15",
    name: "redirects to the same host, to another one, in a circle, to plain HTTP",
    async run(world) {
      const canary = await openCanary();
      for (const to of [
        `${world.origin}/api.atelier.example/members`,
        `${canary.origin}/steal`,
        "",
        "http://api.atelier.example/visits",
      ]) {
        const redirect: Script = ({ path }, response) =>
          send(response, 302, "", { location: to === "" ? world.origin + path : to });
        await lasting(world, redirect, { code: "source_redirects", tries: 1 });
      }
      canary.close();
      expect(canary.seen).toEqual([]);
    },
  },
];
