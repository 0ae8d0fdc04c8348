// Changes the answers of a service on their way: fields that nobody knows, fields that hold nothing.

type Json = null | string | number | boolean | Json[] | { [name: string]: Json };

/** An answer in which every object has one field more, dictionaries excepted. */
export async function addUnknown(answer: Response, dictionaries: readonly string[]): Promise<Response> {
  return changed(answer, (body) => more(body, "", dictionaries));
}

function more(value: Json, name: string, dictionaries: readonly string[]): Json {
  if (Array.isArray(value)) return value.map((item) => more(item, "", dictionaries));
  if (value === null || typeof value !== "object") return value;
  const fields = Object.entries(value).map(([key, item]) => [key, more(item, key, dictionaries)]);
  const all = Object.fromEntries(fields) as Record<string, Json>;
  return dictionaries.includes(name) ? all : { ...all, boussoleUnknown: { of: ["tomorrow", 1] } };
}

/** The places in an answer that hold a value, those in the items of a list counted once. */
export function leaves(value: Json, place = ""): string[] {
  if (value === null) return [];
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => leaves(item, `${place}[]`)))];
  if (typeof value !== "object") return [place];
  return [
    ...new Set(Object.entries(value).flatMap(([name, item]) => leaves(item, `${place}.${numbered(name)}`))),
  ];
}

/** An answer in which such places hold null. */
export async function withNull(answer: Response, leaf: string): Promise<Response> {
  return changed(answer, (body) => replaced(body, "", leaf, () => null));
}

function replaced(value: Json, place: string, leaf: string, by: (value: Json) => Json): Json {
  if (place === leaf) return by(value);
  if (Array.isArray(value)) return value.map((item) => replaced(item, `${place}[]`, leaf, by));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      replaced(item, `${place}.${numbered(name)}`, leaf, by),
    ]),
  );
}

/** What comes where a number should: words, other spellings, more than a number holds. */
const NO_NUMBERS = ["--", "<10", "1 234,56", "1\u202f234,56", "NaN", 9_007_199_254_740_993, 1e300, -0.5];

/** An answer in which the numbers at such places are none, each in its own way. */
export async function withoutNumber(answer: Response, leaf: string): Promise<Response> {
  let turn = 0;
  const spoil = (value: Json): Json =>
    isNumber(value) ? (NO_NUMBERS[turn++ % NO_NUMBERS.length] ?? null) : value;
  return changed(answer, (body) => replaced(body, "", leaf, spoil));
}

function isNumber(value: Json): boolean {
  return typeof value === "number" || (typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value));
}

/** Names that are numbers stand for one place: a dictionary by id. */
function numbered(name: string): string {
  return /^\d+$/.test(name) ? "*" : name;
}

async function changed(answer: Response, change: (body: Json) => Json): Promise<Response> {
  const text = await answer.text();
  const { status, headers } = answer;
  const kept = { status, headers: Object.fromEntries(headers) };
  return new Response(text === "" ? null : JSON.stringify(change(JSON.parse(text) as Json)), kept);
}
