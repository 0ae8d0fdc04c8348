// A workspace's storage in the memory of a test: the same SQL as an object's, and a failure at any statement.
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";

export interface Disk {
  readonly storage: DurableObjectStorage;
  /** Called before every statement; what it throws ends the process there. */
  beforeStatement: (query: string) => void;
  /** When the alarm is to ring (ms), null where none is set. */
  alarm: number | null;
  /** Every row of a question, for a test to look at. */
  readonly rows: <Row>(query: string, ...values: SQLInputValue[]) => Row[];
  /** Every cell of every table. */
  readonly everything: () => string;
}

export function newDisk(): Disk {
  const database = new DatabaseSync(":memory:");
  const prepared = new Map<string, StatementSync>();

  function all(query: string, values: SQLInputValue[]): unknown[] {
    // Several statements at once, as migrations are written.
    if (values.length === 0 && /;\s*\S/.test(query)) {
      database.exec(query);
      return [];
    }
    const statement = prepared.get(query) ?? database.prepare(query);
    prepared.set(query, statement);
    return statement.all(...values).map((row) => ({ ...row }));
  }

  function exec(query: string, ...values: SQLInputValue[]) {
    disk.beforeStatement(query);
    const rows = all(query, values);
    const one = (): unknown => {
      if (rows.length !== 1) throw new Error(`Expected one row, found ${rows.length}: ${query}`);
      return rows[0];
    };
    return { toArray: () => rows, one };
  }

  let depth = 0;
  function transactionSync<T>(work: () => T): T {
    depth += 1;
    database.exec(`SAVEPOINT s${depth}`);
    try {
      const result = work();
      database.exec(`RELEASE s${depth}`);
      return result;
    } catch (error) {
      database.exec(`ROLLBACK TO s${depth}`);
      database.exec(`RELEASE s${depth}`);
      throw error;
    } finally {
      depth -= 1;
    }
  }

  const storage = {
    sql: { exec },
    transactionSync,
    getAlarm: async () => disk.alarm,
    setAlarm: async (at: number) => void (disk.alarm = at),
    deleteAlarm: async () => void (disk.alarm = null),
  } as unknown as DurableObjectStorage;
  const rows = <Row>(query: string, ...values: SQLInputValue[]) => all(query, values) as Row[];
  const disk: Disk = {
    storage,
    beforeStatement: () => undefined,
    alarm: null,
    rows,
    everything: () =>
      JSON.stringify(
        rows<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'").map(({ name }) =>
          rows(`SELECT * FROM "${name}"`),
        ),
      ),
  };
  return disk;
}
