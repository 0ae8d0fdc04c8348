// Stripe's lists: newest first, filtered by date, cut above or below a thing they hold.

export type Thing = { id: string; created: number } & Record<string, unknown>;

const LARGEST_PAGE = 100;
const PAGING = ["limit", "starting_after", "ending_before"];
const BOUNDS = ["created[gte]", "created[gt]", "created[lte]", "created[lt]"];

type List = { data: Thing[]; more: boolean } | { refusal: string; code?: string };

/** https://docs.stripe.com/api/pagination; `most` is the most rows of a page, whatever is asked for. */
export function listOf(query: URLSearchParams, all: Thing[], allowed: string[], most: number): List {
  const names = new Set([...PAGING, ...allowed, ...(allowed.includes("created") ? BOUNDS : [])]);
  const unknown = [...query.keys()].find((name) => !names.has(name));
  if (unknown !== undefined)
    return { refusal: `Received unknown parameter: ${unknown}`, code: "parameter_unknown" };
  const limit = Number(query.get("limit") ?? 10);
  if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_PAGE)
    return {
      refusal: "This value must be between 1 and 100 (inclusive).",
      code: "parameter_invalid_integer",
    };
  if (BOUNDS.some((name) => query.has(name) && !/^\d{1,11}$/.test(query.get(name) ?? "")))
    return { refusal: "Invalid timestamp.", code: "parameter_invalid_integer" };
  const currency = query.get("currency");
  const found = all.filter(
    (thing) => within(thing, query) && (currency === null || thing["currency"] === currency),
  );
  const after = query.get("starting_after");
  const place = after === null ? -1 : found.findIndex(({ id }) => id === after);
  if (after !== null && place < 0) return { refusal: `No such object: '${after}'`, code: "resource_missing" };
  const end = place + 1 + Math.min(limit, most);
  return { data: found.slice(place + 1, end), more: end < found.length };
}

function within({ created }: Thing, query: URLSearchParams): boolean {
  const bound = (name: string, otherwise: number): number =>
    Number(query.get(`created[${name}]`) ?? otherwise);
  const ever = Number.POSITIVE_INFINITY;
  return (
    created >= bound("gte", 0) &&
    created > bound("gt", -1) &&
    created <= bound("lte", ever) &&
    created < bound("lt", ever)
  );
}
