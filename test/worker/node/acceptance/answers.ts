// Changes the answers of a service on their way: fields that nobody knows, fields that hold nothing, numbers that are none.

export type Json = null | string | number | boolean | Json[] | { [name: string]: Json };

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

/** Something that can be wrong at a place of an answer: where, and the answer that has it. */
export interface Spoiling {
  readonly places: (body: Json) => string[];
  readonly spoil: (answer: Response, place: string) => Promise<Response>;
}

/** A place that holds nothing. */
export const nothing: Spoiling = {
  places: (body) => leaves(body, () => true),
  spoil: (answer, place) => changed(answer, (body) => replaced(body, "", place, () => null)),
};

/** What comes where a number should: words, other spellings, more than a number holds, less than a whole. */
const NO_NUMBERS = ["--", "<10", "1 234,56", "1\u202f234,56", "NaN", 2 ** 53, 1e300, -0.5];

/** Numbers that are none, each in its own way. */
export const noNumbers: Spoiling = {
  places: (body) => leaves(body, isNumber),
  spoil(answer, place) {
    let turn = 0;
    const next = (value: Json): Json =>
      isNumber(value) ? (NO_NUMBERS[turn++ % NO_NUMBERS.length] ?? null) : value;
    return changed(answer, (body) => replaced(body, "", place, next));
  },
};

function isNumber(value: Json): boolean {
  return typeof value === "number" || (typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value));
}

/** The places in an answer that hold such a value, those in the items of a list counted once. */
function leaves(value: Json, such: (value: Json) => boolean, place = ""): string[] {
  if (value === null) return [];
  if (typeof value !== "object") return such(value) ? [place] : [];
  const inside = Array.isArray(value)
    ? value.flatMap((item) => leaves(item, such, `${place}[]`))
    : Object.entries(value).flatMap(([name, item]) => leaves(item, such, `${place}.${numbered(name)}`));
  return [...new Set(inside)];
}

function replaced(value: Json, place: string, wanted: string, by: (value: Json) => Json): Json {
  if (place === wanted) return by(value);
  if (Array.isArray(value)) return value.map((item) => replaced(item, `${place}[]`, wanted, by));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      replaced(item, `${place}.${numbered(name)}`, wanted, by),
    ]),
  );
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
