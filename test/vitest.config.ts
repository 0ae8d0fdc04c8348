// Which tests run where: in Node, in the Worker's own runtime, and with a browser for the page.
import { randomBytes } from "node:crypto";
import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

const key = (): string => randomBytes(32).toString("base64");

/** Tests that share one workbench and its workbook, one after the other. */
const onThePage = (name: string, include: string[], exclude: string[] = []) => ({
  test: {
    name,
    include,
    exclude,
    globalSetup: ["test/page/setup.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A busy machine is not a fault of the page.
    expect: { poll: { timeout: 20_000 } },
    fileParallelism: false,
  },
});

export default defineConfig({
  test: {
    // The grid says on the console what it does.
    silent: "passed-only",
    projects: [
      {
        test: {
          name: "node",
          // They leave nothing behind: a process for each file would cost more than the tests.
          isolate: false,
          include: ["test/*.test.ts", "test/{shared,apps-script,workbench,docs,worker/node}/**/*.test.ts"],
        },
      },
      {
        plugins: [
          cloudflareTest({
            wrangler: { configPath: "wrangler.toml" },
            miniflare: {
              bindings: {
                CRED_KEYS: JSON.stringify({ cur: "k2", k1: key(), k2: key() }),
                GOOGLE_CLIENT_IDS: "123456789-tests.apps.googleusercontent.com",
              },
              // What a test did not foresee never reaches the network.
              outboundService: (request: Request) =>
                new Response(`No network: ${request.url}`, { status: 599 }),
            },
          }),
        ],
        test: { name: "worker", include: ["test/worker/*.test.ts"] },
      },
      onThePage("page", ["test/page/**/*.test.ts"], ["test/page/sources.test.ts"]),
      onThePage("sources", ["test/page/sources.test.ts"]),
      {
        test: {
          name: "journey",
          include: ["test/journey/**/*.test.ts"],
          // They mostly wait: for a lease to end, for a source to be asked again.
          maxWorkers: 3,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
