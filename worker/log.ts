// Structured logs, one JSON line an event: only the fields listed here can ever be written.

export interface LogEntry {
  readonly event:
    | "request"
    | "run_started"
    | "run_ended"
    | "page"
    | "retry"
    | "page_refused"
    | "resealed"
    | "crash";
  readonly request?: string | undefined;
  readonly route?: string | undefined;
  readonly method?: string | undefined;
  readonly status?: number | undefined;
  readonly ms?: number | undefined;
  readonly workspace?: string | undefined;
  readonly connection?: string | undefined;
  readonly connector?: string | undefined;
  readonly run?: number | undefined;
  readonly stream?: string | undefined;
  readonly from?: string | undefined;
  readonly pages?: number | undefined;
  readonly rows?: number | undefined;
  readonly tries?: number | undefined;
  readonly code?: string | undefined;
  readonly at?: string | undefined;
}

const FIELDS = [
  "event",
  "request",
  "route",
  "method",
  "status",
  "ms",
  "workspace",
  "connection",
  "connector",
  "run",
  "stream",
  "from",
  "pages",
  "rows",
  "tries",
  "code",
  "at",
] as const;

/** Writes an entry. Fields are picked by name and cut short, so that no secret rides along in an object. */
export function log(entry: LogEntry, now: number = Date.now()): void {
  const values: Record<string, unknown> = { ...entry };
  const picked = FIELDS.filter((field) => values[field] !== undefined).map((field) => {
    const value = values[field];
    return [field, typeof value === "number" ? value : String(value).slice(0, 100)];
  });
  console.log(JSON.stringify({ ts: new Date(now).toISOString(), ...Object.fromEntries(picked) }));
}
