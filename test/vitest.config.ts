// Which tests run where: in Node, in the Worker's own runtime, and with a browser for the page.
import { randomBytes } from "node:crypto";
import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

const key = (): string => randomBytes(32).toString("base64");

/** `npm start` itself needs no page: it waits more than it computes. */
const START = "test/page/start.test.ts";
/** What waits for a sync or for a server to be back goes beside the rest of the page's tests. */
const WAITING = ["test/page/sources.test.ts", "test/page/restart.test.ts"];

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
                OAUTH_ATELIER_ID: "client-1",
                OAUTH_ATELIER_SECRET: "CLIENT-SECRET-31",
                INSTANCE_HOSTS: JSON.stringify({ atelier: ["crm.atelier.test", "boussole.example"] }),
              },
              // All the tests' workspaces are made by a few people.
              ratelimits: {
                NEW_WORKSPACES: { namespace_id: "1001", simple: { limit: 10_000, period: 60 } },
              },
              // What a test did not foresee never reaches the network.
              outboundService: (request: Request) =>
                new Response(`No network: ${request.url}`, { status: 599 }),
            },
          }),
        ],
        test: { name: "worker", include: ["test/worker/*.test.ts"] },
      },
      onThePage("page", ["test/page/**/*.test.ts"], [START, ...WAITING]),
      onThePage("waiting", WAITING),
      {
        test: {
          name: "journey",
          include: ["test/journey/**/*.test.ts", START],
          // They mostly wait: for a lease to end, for a source to be asked again.
          maxWorkers: 3,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
