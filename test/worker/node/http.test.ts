// The way out: which addresses it opens, and which answers it lets in.
import { expect, test, vi } from "vitest";
import { failureOf, retryAfter, SourceFailure } from "../../../worker/failure.ts";
import { type Door, send } from "../../../worker/http.ts";
import { afterFailure } from "../../../worker/retry.ts";

const JSON_TYPE = { "content-type": "application/json" };

function door(answer: () => Response | Promise<Response>, more: Partial<Door> = {}) {
  const asked = vi.fn<typeof fetch>(async () => answer());
  return { hosts: ["api.example.com", "*.force.example"], ...more, fetch: asked };
}

const get = (url: string, through: Door) => send({ method: "GET", url }, through);

test.each([
  "http://api.example.com/",
  "https://api.example.com:8443/",
  "https://user:secret@api.example.com/",
  "https://evil.example/",
  "https://api.example.com.evil.example/",
  "https://evil.example#.api.example.com",
  "https://force.example/",
  "https://evilforce.example/",
  "https://127.0.0.1/",
  "https://2130706433/",
  "https://0x7f000001/",
  "https://127.1/",
  "https://[::1]/",
  "https://localhost/",
  "https://db.internal/",
  "ftp://api.example.com/",
  "nonsense",
])("no connection is opened to %s", async (url) => {
  const through = door(() => Response.json({}), {
    hosts: ["api.example.com", "*.force.example", "127.0.0.1", "[::1]", "localhost", "db.internal"],
  });
  await expect(get(url, through)).rejects.toMatchObject({ code: "source_forbidden" });
  expect(through.fetch).not.toHaveBeenCalled();
});

test("a host on the list, or below a wildcard, is reached; redirects are not followed", async () => {
  const through = door(() => Response.json({ ok: 1 }));
  expect((await get("https://api.example.com/a", through)).body).toEqual({ ok: 1 });
  expect((await get("https://acme.my.force.example/b", through)).status).toBe(200);
  expect(through.fetch.mock.calls[0]?.[1]).toMatchObject({ redirect: "manual" });
});

test("a redirect is a failure, with no second request", async () => {
  const through = door(
    () => new Response(null, { status: 302, headers: { location: "https://evil.example/" } }),
  );
  const answer = await get("https://api.example.com/", through);
  expect(failureOf(answer, [], 0)).toMatchObject({ code: "source_redirects" });
  expect(through.fetch).toHaveBeenCalledTimes(1);
});

test("a local stand-in receives what the host would, under its name", async () => {
  const through = door(() => Response.json({}), { standIn: "http://127.0.0.1:8787/vendors" });
  await get("https://api.example.com/v1/x?y=1", through);
  expect(through.fetch.mock.calls[0]?.[0]).toBe("http://127.0.0.1:8787/vendors/api.example.com/v1/x?y=1");
});

test("a page instead of data, a cut answer and a lost connection are told apart", async () => {
  const url = "https://api.example.com/";
  const html = () => new Response("<html>Sign in</html>", { headers: { "content-type": "text/html" } });
  await expect(get(url, door(html))).rejects.toMatchObject({ code: "source_not_json" });
  const cut = () => new Response('{"rows":[', { headers: JSON_TYPE });
  await expect(get(url, door(cut))).rejects.toMatchObject({ code: "source_malformed" });
  const lost = () => Promise.reject(new TypeError("Network connection lost."));
  await expect(get(url, door(lost))).rejects.toMatchObject({ code: "source_down" });
});

test("an endless answer is cut at 8 MiB, whatever length it announces", async () => {
  let sent = 0;
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1 << 20;
      controller.enqueue(new Uint8Array(1 << 20).fill(32));
    },
    cancel() {
      cancelled = true;
    },
  });
  const endless = () => new Response(body, { headers: { ...JSON_TYPE, "content-length": "10" } });
  await expect(get("https://api.example.com/", door(endless))).rejects.toMatchObject({
    code: "source_too_large",
  });
  expect(cancelled).toBe(true);
  expect(sent).toBeLessThan(12 << 20);
});

test("a body that trickles is given up at the deadline, not at the last byte", async () => {
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await new Promise((done) => setTimeout(done, 20));
      controller.enqueue(new Uint8Array([32]));
    },
  });
  const slow = door(() => new Response(body, { headers: JSON_TYPE }), { deadline: 150 });
  await expect(get("https://api.example.com/", slow)).rejects.toMatchObject({ code: "source_timeout" });
});

const NOW = Date.parse("2026-11-21T08:00:00Z");

test.each([
  ["2", 2000],
  ["Sat, 21 Nov 2026 08:00:02 GMT", 2000],
  ["Sat, 21 Nov 2026 07:00:00 GMT", undefined],
  ["-5", undefined],
  ["abc", undefined],
  ["", undefined],
  [undefined, undefined],
])("Retry-After %j asks for %j ms", (header, expected) => {
  expect(retryAfter(header, NOW)).toBe(expected);
});

test("a transient failure is tried five times, after waits drawn from a doubling range", () => {
  const failure = new SourceFailure("source_down", { status: 503 });
  const longest = [1, 2, 3, 4, 5].map((tries) => afterFailure(failure, tries, () => 1));
  expect(longest).toEqual([
    { kind: "wait", ms: 1000 },
    { kind: "wait", ms: 2000 },
    { kind: "wait", ms: 4000 },
    { kind: "wait", ms: 8000 },
    { kind: "give_up" },
  ]);
  expect(afterFailure(failure, 3, () => 0.25)).toEqual({ kind: "wait", ms: 1000 });
});

test("what a source asks for is respected: briefly by waiting, longer by putting the sync off", () => {
  const asks = (wait: number) =>
    afterFailure(new SourceFailure("rate_limited", { status: 429, wait }), 1, () => 1);
  expect(asks(2000)).toEqual({ kind: "wait", ms: 2000 });
  expect(asks(7_200_000)).toEqual({ kind: "postpone", ms: 7_200_000 });
  expect(asks(400 * 86_400_000)).toEqual({ kind: "postpone", ms: 86_400_000 });
  const always = new SourceFailure("rate_limited", { status: 429 });
  expect(afterFailure(always, 5, () => 1)).toEqual({ kind: "postpone", ms: 900_000 });
});

test("a refusal that only a person can lift is not tried again", () => {
  expect(afterFailure(new SourceFailure("access_denied", { status: 403 }), 1, () => 1)).toEqual({
    kind: "give_up",
  });
});
