// The tables of a workspace and how they came about; docs/storage.md shows a row of each.

/** One entry a version, only ever appended: an object found at version n runs the entries after n. */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE workspace (
    id TEXT NOT NULL, name TEXT NOT NULL, created INTEGER NOT NULL, generation INTEGER NOT NULL DEFAULT 1
  );
  CREATE TABLE members (
    sub TEXT PRIMARY KEY, email TEXT NOT NULL, role TEXT NOT NULL, since INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE spreadsheets (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, time_zone TEXT NOT NULL, locale TEXT NOT NULL,
    key_hash TEXT NOT NULL, since INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE invitations (hash TEXT PRIMARY KEY, expires INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE replies (
    key TEXT PRIMARY KEY, digest TEXT NOT NULL, status INTEGER NOT NULL, body TEXT NOT NULL, at INTEGER NOT NULL
  ) WITHOUT ROWID;

  CREATE TABLE connections (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, connector TEXT NOT NULL, name TEXT NOT NULL,
    account TEXT NOT NULL, settings TEXT NOT NULL, currency TEXT NOT NULL, time_zone TEXT NOT NULL,
    created INTEGER NOT NULL, paused INTEGER NOT NULL DEFAULT 0, removed INTEGER NOT NULL DEFAULT 0,
    due INTEGER NOT NULL, running INTEGER, run INTEGER NOT NULL DEFAULT 0, lost INTEGER NOT NULL DEFAULT 0,
    planned_day TEXT, as_of INTEGER, problem TEXT, problem_since INTEGER
  );
  CREATE TABLE credentials (
    connection INTEGER NOT NULL, field TEXT NOT NULL, record TEXT NOT NULL, PRIMARY KEY (connection, field)
  ) WITHOUT ROWID;
  CREATE TABLE runs (
    connection INTEGER NOT NULL, number INTEGER NOT NULL, state TEXT NOT NULL, started INTEGER NOT NULL, ended INTEGER,
    pages INTEGER NOT NULL DEFAULT 0, rows INTEGER NOT NULL DEFAULT 0, done INTEGER NOT NULL DEFAULT 0,
    total INTEGER NOT NULL DEFAULT 0, code TEXT, PRIMARY KEY (connection, number)
  ) WITHOUT ROWID;
  CREATE TABLE windows (
    id INTEGER PRIMARY KEY, connection INTEGER NOT NULL, stream TEXT NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL,
    kind TEXT NOT NULL, token TEXT, pages INTEGER NOT NULL DEFAULT 0, restarts INTEGER NOT NULL DEFAULT 0,
    digest TEXT, marks TEXT NOT NULL DEFAULT '', UNIQUE (connection, stream, first, last)
  );

  CREATE TABLE series (
    number INTEGER PRIMARY KEY, connection INTEGER NOT NULL, key TEXT NOT NULL, channel TEXT NOT NULL,
    source TEXT NOT NULL, medium TEXT NOT NULL, campaign_id TEXT NOT NULL, campaign TEXT NOT NULL,
    UNIQUE (connection, key)
  );
  CREATE TABLE facts (
    connection INTEGER NOT NULL, stream TEXT NOT NULL, day INTEGER NOT NULL, series INTEGER NOT NULL,
    sums TEXT NOT NULL, PRIMARY KEY (connection, stream, day, series)
  ) WITHOUT ROWID;
  CREATE TABLE staged (
    window INTEGER NOT NULL, day INTEGER NOT NULL, series INTEGER NOT NULL, sums TEXT NOT NULL,
    PRIMARY KEY (window, day, series)
  ) WITHOUT ROWID;
  CREATE TABLE uniques (
    connection INTEGER NOT NULL, calendar TEXT NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL, metric TEXT NOT NULL,
    value INTEGER NOT NULL, read_at INTEGER NOT NULL, marks TEXT NOT NULL,
    PRIMARY KEY (connection, calendar, first, metric)
  ) WITHOUT ROWID;
  CREATE TABLE coverage (
    connection INTEGER NOT NULL, stream TEXT NOT NULL, day INTEGER NOT NULL, read_at INTEGER NOT NULL,
    marks TEXT NOT NULL, PRIMARY KEY (connection, stream, day)
  ) WITHOUT ROWID;

  CREATE TABLE objectives (
    id TEXT PRIMARY KEY, version INTEGER NOT NULL, draft TEXT NOT NULL, created INTEGER NOT NULL
  ) WITHOUT ROWID;
  `,
  `
  ALTER TABLE workspace ADD COLUMN edits INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE objectives ADD COLUMN retired TEXT;
  ALTER TABLE objectives ADD COLUMN saved_at INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE objectives ADD COLUMN saved_by TEXT;
  UPDATE objectives SET saved_at = created, draft = json_object(
    'title', draft ->> 'title', 'wish', '', 'goal', NULL, 'kind', 'continuous', 'kpi', draft ->> 'kpi',
    'secondary', json_array(), 'scope', json(draft -> 'scope'),
    'targetType', iif(draft ->> 'target' < draft ->> 'baseline', 'reach_at_most', 'reach_at_least'),
    'baseline', json_object('value', draft -> 'baseline', 'from', NULL, 'to', NULL, 'source', 'typed',
      'reference', NULL, 'periods', NULL),
    'target', json_object('as', 'value', 'value', draft -> 'target'),
    'start', draft ->> 'start', 'deadline', draft ->> 'deadline', 'cadence', NULL, 'owner', '', 'audience', '',
    'serves', '', 'budget', NULL, 'capacity', NULL, 'waived', json_object()
  );
  CREATE TABLE changes (
    objective TEXT NOT NULL, version INTEGER NOT NULL, at INTEGER NOT NULL, who TEXT, did TEXT NOT NULL,
    draft TEXT NOT NULL, PRIMARY KEY (objective, version)
  ) WITHOUT ROWID;
  INSERT INTO changes SELECT id, version, saved_at, NULL, iif(version = 1, 'created', 'changed'), draft FROM objectives;
  CREATE TABLE reviews (
    id TEXT PRIMARY KEY, objective TEXT NOT NULL, on_day TEXT NOT NULL, decision TEXT NOT NULL, what TEXT NOT NULL,
    who TEXT NOT NULL, value_then REAL, probability_then REAL, at INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE notes (
    id TEXT PRIMARY KEY, day TEXT NOT NULL, text TEXT NOT NULL, who TEXT NOT NULL, at INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE assessments (
    objective TEXT PRIMARY KEY, edition TEXT NOT NULL, figures TEXT NOT NULL, version INTEGER NOT NULL,
    feasibility TEXT NOT NULL, shown TEXT NOT NULL
  ) WITHOUT ROWID;
  `,
  `
  CREATE TABLE entities (
    connection INTEGER NOT NULL, entity TEXT NOT NULL, id TEXT NOT NULL, fields TEXT NOT NULL, seen INTEGER NOT NULL,
    PRIMARY KEY (connection, entity, id)
  ) WITHOUT ROWID;
  CREATE TABLE derived (
    connection INTEGER NOT NULL, stream TEXT NOT NULL, day INTEGER NOT NULL, series INTEGER NOT NULL, id TEXT NOT NULL,
    sums TEXT NOT NULL, PRIMARY KEY (connection, stream, day, series, id)
  ) WITHOUT ROWID;
  CREATE INDEX derived_by_id ON derived (connection, stream, id);
  CREATE TABLE staged_entities (
    window INTEGER NOT NULL, id TEXT NOT NULL, fields TEXT NOT NULL, removed INTEGER NOT NULL,
    PRIMARY KEY (window, id)
  ) WITHOUT ROWID;
  CREATE TABLE cursors (
    connection INTEGER NOT NULL, stream TEXT NOT NULL, until INTEGER, bound INTEGER, sweep INTEGER, swept INTEGER,
    PRIMARY KEY (connection, stream)
  ) WITHOUT ROWID;
  CREATE TABLE notices (
    connection INTEGER NOT NULL, name TEXT NOT NULL, since INTEGER NOT NULL, PRIMARY KEY (connection, name)
  ) WITHOUT ROWID;
  CREATE TABLE keys (name TEXT PRIMARY KEY, record TEXT NOT NULL) WITHOUT ROWID;
  ALTER TABLE runs ADD COLUMN rejected INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE windows ADD COLUMN rejected INTEGER NOT NULL DEFAULT 0;
  `,
  `
  ALTER TABLE spreadsheets ADD COLUMN attached_by TEXT;
  `,
  `
  CREATE TABLE consents (
    id TEXT PRIMARY KEY, connector TEXT NOT NULL, settings TEXT NOT NULL, sub TEXT NOT NULL, email TEXT NOT NULL,
    spreadsheet TEXT NOT NULL, state TEXT NOT NULL, expires INTEGER NOT NULL, key TEXT UNIQUE, browser TEXT, code TEXT,
    record TEXT, problem TEXT
  ) WITHOUT ROWID;
  `,
  `
  CREATE TABLE counting (metric TEXT PRIMARY KEY, connector TEXT NOT NULL) WITHOUT ROWID;
  `,
  `
  ALTER TABLE credentials ADD COLUMN since INTEGER;
  `,
  `
  CREATE TABLE pushed (connection INTEGER PRIMARY KEY, digest TEXT, left_out TEXT NOT NULL) WITHOUT ROWID;
  ALTER TABLE series ADD COLUMN account TEXT NOT NULL DEFAULT '';
  `,
  `
  ALTER TABLE connections ADD COLUMN audited INTEGER;
  ALTER TABLE connections ADD COLUMN unit_day TEXT;
  `,
];

/** Whether the object holds a workspace: asking writes nothing, so that a made-up id costs nothing. */
export function exists(sql: SqlStorage): boolean {
  return sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'schema_version'").toArray().length > 0;
}

/** Brings the tables to the version this code knows. Throws for an object written by newer code. */
export function migrate(storage: DurableObjectStorage): void {
  const { sql } = storage;
  storage.transactionSync(() => {
    sql.exec("CREATE TABLE IF NOT EXISTS schema_version (number INTEGER NOT NULL)");
    const found = sql.exec<{ number: number }>("SELECT number FROM schema_version").toArray()[0]?.number;
    if ((found ?? 0) > MIGRATIONS.length)
      throw new Error(`This workspace is at version ${found}, newer than this code.`);
    for (const migration of MIGRATIONS.slice(found ?? 0)) sql.exec(migration);
    sql.exec("DELETE FROM schema_version");
    sql.exec("INSERT INTO schema_version VALUES (?)", MIGRATIONS.length);
  });
}
