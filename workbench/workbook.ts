// Keeps the page's workbook on disk: one JSON document, and which page wrote it, so that two tabs never mix.

type Row = Record<string, string | number>;

/** The part of Cloudflare's Durable Object state used here. */
type State = {
  storage: {
    sql: { exec: (query: string, ...values: (string | number)[]) => { toArray: () => Row[] } };
    transactionSync: (work: () => void) => void;
  };
};

/** A row of SQLite holds 2 MB. */
const PIECE_LENGTH = 500_000;
const LONGEST_WORKBOOK = 50_000_000;

/**
 * `GET` answers the document, or 204 when there is none; its `ETag` is the page that wrote it, or `none`.
 * `PUT` replaces the document in the name of the page in `X-Page`, and `DELETE` forgets it, when `If-Match` names
 * the page that wrote last (`*`: whichever it was); else 412.
 */
export class Workbook {
  readonly #storage: State["storage"];

  constructor(state: State) {
    this.#storage = state.storage;
    this.#sql("create table if not exists piece (start integer primary key, text text not null)");
    this.#sql("create table if not exists writer (page text not null)");
  }

  async fetch(request: Request): Promise<Response> {
    switch (request.method) {
      case "GET":
        return this.#read();
      case "PUT":
        return this.#write(request.headers, await request.text());
      case "DELETE":
        return this.#forget(request.headers);
      default:
        return new Response(null, { status: 405, headers: { allow: "GET, PUT, DELETE" } });
    }
  }

  #read(): Response {
    const headers = { etag: this.#writer(), "cache-control": "no-store", "content-type": "application/json" };
    const pieces = this.#sql("select text from piece order by start");
    if (pieces.length === 0) return new Response(null, { status: 204, headers });
    return new Response(pieces.map((piece) => piece["text"]).join(""), { headers });
  }

  #write(headers: Headers, document: string): Response {
    const page = headers.get("x-page");
    if (page === null || !isJson(document)) return new Response("JSON and X-Page.\n", { status: 400 });
    if (document.length > LONGEST_WORKBOOK) return new Response("Too large.\n", { status: 413 });
    if (!this.#expects(headers)) return new Response("Changed by another page.\n", { status: 412 });
    this.#storage.transactionSync(() => {
      this.#clear();
      for (let start = 0; start < document.length; start += PIECE_LENGTH) {
        this.#sql("insert into piece values (?, ?)", start, document.slice(start, start + PIECE_LENGTH));
      }
      this.#sql("insert into writer values (?)", page);
    });
    return new Response(null, { status: 204 });
  }

  #forget(headers: Headers): Response {
    if (!this.#expects(headers)) return new Response("Changed by another page.\n", { status: 412 });
    this.#storage.transactionSync(() => this.#clear());
    return new Response(null, { status: 204 });
  }

  #clear(): void {
    this.#sql("delete from piece");
    this.#sql("delete from writer");
  }

  #expects(headers: Headers): boolean {
    const expected = headers.get("if-match")?.split(/,\s*/) ?? [];
    return expected.includes("*") || expected.includes(this.#writer());
  }

  #writer(): string {
    return String(this.#sql("select page from writer")[0]?.["page"] ?? "none");
  }

  #sql(query: string, ...values: (string | number)[]): Row[] {
    return this.#storage.sql.exec(query, ...values).toArray();
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
