// Access tokens of service accounts: what is signed, and how many are bought.
import { decodeJwt, decodeProtectedHeader } from "jose";
import { expect, test, vi } from "vitest";
import { accessToken } from "../../../worker/oauth.ts";
import { type AccessToken, TokenCache } from "../../../worker/tokens.ts";
import { newServiceAccount } from "../../../workbench/vendors/service-account.ts";

const NOW = Date.parse("2026-11-21T08:00:00Z");
const { keyFile } = await newServiceAccount();
const authorization = {
  kind: "google_service_account",
  scope: "https://scope.example/read",
  field: "serviceAccount",
} as const;

function google(answer: () => Response) {
  return { hosts: ["oauth2.googleapis.com"], fetch: vi.fn<typeof fetch>(async () => answer()) };
}

test("the assertion names the account, the scope and Google, for an hour", async () => {
  const door = google(() => Response.json({ access_token: "ya29.x", expires_in: 3599 }));
  const token = await accessToken(
    JSON.stringify({ ...keyFile, token_uri: "https://evil.example" }),
    authorization,
    door,
    NOW,
  );
  expect(token).toEqual({ token: "ya29.x", expires: NOW + 3_599_000 });
  const [url = "", init] = door.fetch.mock.calls[0] ?? [];
  const sent = new Request(url, init);
  expect(sent.url).toBe("https://oauth2.googleapis.com/token");
  const assertion = new URLSearchParams(await sent.text()).get("assertion") ?? "";
  expect(decodeProtectedHeader(assertion)).toMatchObject({ alg: "RS256", kid: keyFile.private_key_id });
  expect(decodeJwt(assertion)).toEqual({
    scope: authorization.scope,
    iss: keyFile.client_email,
    aud: "https://oauth2.googleapis.com/token",
    iat: NOW / 1000,
    exp: NOW / 1000 + 3600,
  });
});

test.each([
  "{}",
  "not a key",
  JSON.stringify({ client_email: "a@b", private_key: "-----BEGIN PRIVATE KEY-----\nxx" }),
])("a key file that cannot sign is refused before anything is sent: %s", async (text) => {
  const door = google(() => Response.json({}));
  await expect(accessToken(text, authorization, door, NOW)).rejects.toMatchObject({
    code: "credentials_refused",
  });
  expect(door.fetch).not.toHaveBeenCalled();
});

test("only a withdrawn grant speaks against the key: an outage does not", async () => {
  const refused = google(() => Response.json({ error: "invalid_grant" }, { status: 400 }));
  await expect(accessToken(JSON.stringify(keyFile), authorization, refused, NOW)).rejects.toMatchObject({
    code: "credentials_refused",
  });
  const down = google(() => new Response("", { status: 503 }));
  await expect(accessToken(JSON.stringify(keyFile), authorization, down, NOW)).rejects.toMatchObject({
    code: "source_down",
  });
});

test("many who need a token at once share one purchase, at first and when it nears its end", async () => {
  const cache = new TokenCache();
  let bought = 0;
  const buy = (now: number) => async (): Promise<AccessToken> => {
    bought += 1;
    await new Promise((done) => setTimeout(done, 5));
    return { token: `t${bought}`, expires: now + 3_600_000 };
  };
  const ask = (now: number) => Promise.all(Array.from({ length: 20 }, () => cache.get("c1", now, buy(now))));
  const tokens = async (now: number) => new Set((await ask(now)).map(({ token }) => token));
  expect(await tokens(NOW)).toEqual(new Set(["t1"]));
  expect(await tokens(NOW + 3_539_000)).toEqual(new Set(["t1"]));
  expect(await tokens(NOW + 3_541_000)).toEqual(new Set(["t2"]));
  expect(bought).toBe(2);
});

test("a token that the service refuses is bought again, but not while another one is on its way", async () => {
  const cache = new TokenCache();
  let bought = 0;
  const buy = async (): Promise<AccessToken> => {
    bought += 1;
    await new Promise((done) => setTimeout(done, 5));
    return { token: `t${bought}`, expires: NOW + 3_600_000 };
  };
  const first = cache.get("c1", NOW, buy);
  cache.expire("c1");
  expect((await cache.get("c1", NOW, buy)).token).toBe("t1");
  expect((await first).token).toBe("t1");
  cache.expire("c1");
  expect((await cache.get("c1", NOW, buy)).token).toBe("t2");
});

test("a purchase that failed is not remembered", async () => {
  const cache = new TokenCache();
  await expect(cache.get("c1", NOW, () => Promise.reject(new Error("down")))).rejects.toThrow("down");
  const bought = { token: "t", expires: NOW + 3_600_000 };
  expect(await cache.get("c1", NOW, () => Promise.resolve(bought))).toEqual(bought);
});
