// The simulated token endpoint of Google: what it grants, and everything it refuses.
import { exportPKCS8, generateKeyPair } from "jose";
import { beforeEach, describe, expect, it } from "vitest";
import { newWorld, type TestWorld } from "./world.ts";

let world: TestWorld;

beforeEach(async () => {
  world = await newWorld();
});

const seconds = (text: string): number => Date.parse(text) / 1000;

describe("a signed assertion", () => {
  it("is worth an access token for an hour", async () => {
    const { status, body } = await world.exchange(await world.assertion());
    expect(status).toBe(200);
    expect(body).toEqual({
      access_token: expect.stringMatching(/^ya29\./),
      expires_in: 3599,
      token_type: "Bearer",
    });
    expect((await world.report(REPORT, body.access_token)).status).toBe(200);
    world.wait(3_600_000);
    expect((await world.report(REPORT, body.access_token)).status).toBe(401);
  });

  it.each([
    ["is made by nobody known", { iss: "someone@else.example" }, "invalid_grant"],
    ["is made for another service", { aud: "https://example.com/token" }, "invalid_grant"],
    [
      "is too old",
      { iat: seconds("2026-11-21T10:00:00Z"), exp: seconds("2026-11-21T11:00:00Z") },
      "invalid_grant",
    ],
    [
      "comes from the future",
      { iat: seconds("2026-11-21T13:00:00Z"), exp: seconds("2026-11-21T14:00:00Z") },
      "invalid_grant",
    ],
    ["lives for more than an hour", { exp: seconds("2026-11-21T14:00:00Z") }, "invalid_grant"],
    ["has no end", { exp: undefined }, "invalid_grant"],
    ["asks for nothing", { scope: undefined }, "invalid_scope"],
  ])("is refused when it %s", async (_, claims, error) => {
    const answer = await world.exchange(await world.assertion(claims));
    expect(answer).toMatchObject({ status: 400, body: { error } });
  });

  it("is refused when another key signed it, when it was altered, and when it is none", async () => {
    const { privateKey } = await generateKeyPair("RS256", { extractable: true });
    const forged = await world.assertion({}, await exportPKCS8(privateKey));
    const [head, , signature] = (await world.assertion()).split(".");
    const claims = (await world.assertion({ scope: "https://www.googleapis.com/auth/cloud-platform" })).split(
      ".",
    )[1];
    for (const assertion of [
      forged,
      `${head}.${claims}.${signature}`,
      `${head}.${claims}.`,
      "a.b.c",
      "*",
      "",
    ]) {
      expect(await world.exchange(assertion)).toMatchObject({
        status: 400,
        body: { error: "invalid_grant" },
      });
    }
  });

  it("is refused for another kind of grant", async () => {
    const answer = await world.exchange(await world.assertion(), "password");
    expect(answer).toMatchObject({ status: 400, body: { error: "unsupported_grant_type" } });
  });
});

describe("on order", () => {
  it("tokens are revoked, and the grant withdrawn", async () => {
    const token = await world.token();
    await world.control({ revokeTokens: true });
    expect((await world.report(REPORT, token)).status).toBe(401);
    expect((await world.report(REPORT, await world.token())).status).toBe(200);
    await world.control({ grantWithdrawn: true });
    expect(await world.exchange(await world.assertion())).toMatchObject({
      status: 400,
      body: { error: "invalid_grant" },
    });
  });

  it("tokens live for less time", async () => {
    await world.control({ tokenSeconds: 60 });
    const token = await world.token();
    world.wait(59_000);
    expect((await world.report(REPORT, token)).status).toBe(200);
    world.wait(1000);
    expect((await world.report(REPORT, token)).status).toBe(401);
  });
});

const REPORT = {
  dateRanges: [{ startDate: "2026-11-01", endDate: "2026-11-01" }],
  metrics: [{ name: "sessions" }],
};
