// Properties, cache, triggers, fetching and utilities, with Google's limits.
import { expect, test } from "vitest";
import type { NetRequest } from "../../workbench/google/host.ts";
import { nodeMachine } from "../../workbench/google/node-ports.ts";
import { answer, failure, openTiny } from "./tiny-add-on.ts";

test("properties are texts, kept from one execution to the next, apart by store", () => {
  const { runtime } = openTiny(`
    function write() { PropertiesService.getDocumentProperties().setProperty('n', 12).setProperties({ a: 'b' }); }
    function read() { return [PropertiesService.getDocumentProperties().getProperties(), PropertiesService.getUserProperties().getProperty('n')]; }`);
  runtime.call("write", []);
  expect(runtime.call("read", [])).toEqual([{ n: "12", a: "b" }, null]);
});

test("a property of more than 9 kB is refused", () => {
  const code = "PropertiesService.getUserProperties().setProperty('a', 'x'.repeat(9217));";
  expect(failure(() => answer(code))).toBe("Argument too large: value");
});

test("a cached text is forgotten after its time", () => {
  let now = 1_000_000;
  const machine = { ...nodeMachine, now: () => now };
  const { runtime } = openTiny(
    "function put() { CacheService.getUserCache().put('k', 'v', 60); } function get() { return CacheService.getUserCache().get('k'); }",
    { ports: { machine } },
  );
  runtime.call("put", []);
  now += 59_000;
  expect(runtime.call("get", [])).toBe("v");
  now += 2000;
  expect(runtime.call("get", [])).toBeNull();
});

test("a cached text of more than 100 kB, or a key of more than 250 characters, is refused", () => {
  const put = (args: string) => failure(() => answer(`CacheService.getScriptCache().put(${args});`));
  expect(put("'k', 'x'.repeat(102401)")).toBe("Argument too large: value");
  expect(put("'k'.repeat(251), 'v'")).toBe("Argument too large: key");
});

test("an hourly trigger is created, listed and deleted", () => {
  const code = `const made = ScriptApp.newTrigger('refresh').timeBased().everyHours(1).create();
    const before = ScriptApp.getProjectTriggers().map(each => each.getHandlerFunction());
    ScriptApp.deleteTrigger(made);
    return [before, ScriptApp.getProjectTriggers().length];`;
  expect(answer(code)).toEqual([["refresh"], 0]);
});

test("a lock is free, held, then released", () => {
  const code = `const lock = LockService.getDocumentLock(); const free = !lock.hasLock(); const got = lock.tryLock(10);
    const held = lock.hasLock(); lock.releaseLock(); return [free, got, held, lock.hasLock()];`;
  expect(answer(code)).toEqual([true, true, true, false]);
});

function fetching(code: string, manifest = {}, status = 200) {
  const sent: NetRequest[] = [];
  const net = {
    fetch: (request: NetRequest) => {
      sent.push(request);
      return { status, headers: { "content-type": "text/plain" }, body: "hello" };
    },
  };
  return { result: () => answer(code, { ports: { net }, manifest }), sent };
}

test("a fetch is a GET, a payload makes it a POST of a form or of a text", () => {
  const { result, sent } = fetching(`
    UrlFetchApp.fetch('https://a.example/x', { payload: { a: 1, b: 'é' } });
    UrlFetchApp.fetch('https://a.example/y', { method: 'put', contentType: 'application/json', payload: '{}', headers: { A: 'b' } });
    const response = UrlFetchApp.fetch('https://a.example/z');
    return [response.getResponseCode(), response.getContentText(), response.getHeaders()];`);
  expect(result()).toEqual([200, "hello", { "content-type": "text/plain" }]);
  expect(sent.map(({ method, headers, body }) => ({ method, headers, body }))).toEqual([
    {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: "a=1&b=%C3%A9",
    },
    { method: "PUT", headers: { A: "b", "Content-Type": "application/json" }, body: "{}" },
    { method: "GET", headers: {}, body: null },
  ]);
});

test("an answer of 400 or more throws, unless muted", () => {
  const code = (options: string) =>
    `return UrlFetchApp.fetch('https://a.example/x?y=1', ${options}).getResponseCode();`;
  expect(fetching(code("{ muteHttpExceptions: true }"), {}, 404).result()).toBe(404);
  expect(failure(fetching(code("{}"), {}, 404).result)).toBe(
    "Request failed for https://a.example returned code 404. Truncated server response: hello (use muteHttpExceptions option to examine full response)",
  );
});

test("an address outside the manifest's list is refused", () => {
  const manifest = { urlFetchWhitelist: ["https://api.example/v1/", "https://*.shop.example/"] };
  const go = (url: string) => failure(fetching(`UrlFetchApp.fetch('${url}');`, manifest).result);
  expect(go("https://api.example/v1/x")).toBe("no error");
  expect(go("https://eu.shop.example/x")).toBe("no error");
  expect(go("https://api.example.evil/v1/x")).toContain("is not allowed");
  expect(go("https://shop.example/x")).toContain("is not allowed");
});

test("no answer is an address unavailable", () => {
  expect(failure(() => answer("UrlFetchApp.fetch('https://a.example/');"))).toBe(
    "Address unavailable: https://a.example/",
  );
});

test("SHA-256 and its HMAC give the digests of the standards, as signed bytes", () => {
  const hex = "bytes => bytes.map(byte => ((byte + 256) % 256).toString(16).padStart(2, '0')).join('')";
  const code = `const hex = ${hex};
    return [hex(Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, 'abc')),
      hex(Utilities.computeHmacSha256Signature('what do ya want for nothing?', 'Jefe'))];`;
  expect(answer(code)).toEqual([
    // https://csrc.nist.gov/csrc/media/projects/cryptographic-standards-and-guidelines/documents/examples/sha256.pdf
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    // https://www.rfc-editor.org/rfc/rfc4231#section-4.3
    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
  ]);
});

test("base64 goes both ways, in UTF-8", () => {
  const code = `return [Utilities.base64Encode('é~?'), Utilities.base64EncodeWebSafe('é~?>'),
    Utilities.newBlob(Utilities.base64Decode('w6l+Pw==')).getDataAsString()];`;
  // c3 a9 7e 3f, then 3e: checked with `printf 'é~?>' | base64`.
  expect(answer(code)).toEqual(["w6l+Pw==", "w6l-Pz4=", "é~?"]);
});

test("dates and texts are formatted as Java does", () => {
  const code = `const day = new Date(Date.UTC(2026, 0, 2, 12, 4, 5));
    return [Utilities.formatDate(day, 'Europe/Paris', "yyyy-MM-dd'T'HH:mm:ssXXX"),
      Utilities.formatDate(day, 'Etc/UTC', 'EEEE d MMM yy, h:mm a'),
      Utilities.formatString('%05.1f|%-4s|%d%%', 3.14159, 'ab', 12)];`;
  expect(answer(code)).toEqual(["2026-01-02T13:04:05+01:00", "Friday 2 Jan 26, 12:04 PM", "003.1|ab  |12%"]);
});

test("the script knows the user's language and the manifest's zone", () => {
  const code = "return [Session.getActiveUserLocale(), Session.getScriptTimeZone()];";
  expect(answer(code, { locale: "fr" })).toEqual(["fr", "Etc/UTC"]);
});
