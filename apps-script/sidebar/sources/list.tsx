// The sources of the workspace, each in a few lines: its state, how fresh it is, and what it needs.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Connection, ConnectorSummary } from "../../../shared/api/sources.ts";
import { Icon } from "../icons.tsx";
import { useSpeech } from "../language.ts";
import { usePairing } from "../pairing.tsx";
import { Progress, StateMark } from "../source-state.tsx";
import { TroubleMessage } from "../trouble.tsx";
import { relative } from "../when.ts";
import { isRange, syncSource } from "../range/sync-source.ts";
import type { Trouble } from "../worker.ts";
import { needsAccess } from "./needs.ts";

interface Props {
  readonly connections: readonly Connection[];
  readonly connectors: readonly ConnectorSummary[];
  readonly now: number;
  readonly onChange: () => Promise<void>;
  readonly onOpen: (connection: Connection) => void;
  readonly onReconnect: (connection: Connection) => void;
}

export function SourceList({ connections, connectors, ...rest }: Props): VNode {
  return (
    <ul class="items sources">
      {connections.map((connection) => (
        <SourceRow
          key={connection.id}
          connection={connection}
          connector={connectors.find(({ name }) => name === connection.connector)}
          {...rest}
        />
      ))}
    </ul>
  );
}

type RowProps = Omit<Props, "connections" | "connectors"> & {
  readonly connection: Connection;
  readonly connector: ConnectorSummary | undefined;
};

function SourceRow({ connection, connector, now, onChange, onOpen, onReconnect }: RowProps): VNode {
  const { say, language } = useSpeech();
  const role = usePairing().workspace?.role;
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const { id, name, state, problem, notices, asOf, nextRun } = connection;
  const maySync = (role === "owner" || role === "member") && (state === "idle" || state === "failed");
  const toReconnect = role === "owner" && needsAccess(connection);
  const sync = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setTrouble(undefined);
    const result = await syncSource(connection);
    if ("trouble" in result) setTrouble(result.trouble);
    else await onChange();
    setBusy(false);
  };
  const [notice] = notices;
  const service = connector?.label[language];
  const short = (instant: string): string => relative(instant, now, language, "short");
  const read = asOf === null ? undefined : say("readAt", { when: short(asOf) });
  const rest = [
    ...(service !== undefined && service !== name ? [service] : []),
    ...(nextRun ? [say("nextIn", { when: short(nextRun) })] : []),
  ];
  return (
    <li class="item source">
      <div class="head">
        <h3>
          <button
            type="button"
            id={`source-${id}`}
            class="plain"
            aria-label={say("openSource", { name })}
            onClick={() => onOpen(connection)}
          >
            {name}
          </button>
        </h3>
        {maySync && (
          <button
            type="button"
            class="icon-button"
            aria-label={say("syncOf", { name })}
            title={say("syncOf", { name })}
            aria-disabled={busy}
            onClick={() => void sync()}
          >
            <Icon name="sync" />
          </button>
        )}
      </div>
      <StateMark connection={connection} more={read} />
      {rest.length > 0 && <p class="times">{rest.join(" · ")}</p>}
      {state === "running" && <Progress connection={connection} />}
      {problem && state !== "running" && (
        <div class="message error">
          <p>
            {problem.words[language]} {problem.action[language]}{" "}
            <small>{say("withCode", { code: problem.code })}</small>
          </p>
          {toReconnect && (
            <button type="button" class="primary" onClick={() => onReconnect(connection)}>
              {say(isRange(connection) ? "changeColumns" : "reconnect")}
            </button>
          )}
        </div>
      )}
      {notice && (
        <p class="notice">
          <Icon name="light" />
          <span>
            {notice[language]}{" "}
            {notices.length > 1 && <small>{say("noticesMore", { count: notices.length - 1 })}</small>}
          </span>
        </p>
      )}
      {trouble && <TroubleMessage trouble={trouble} />}
    </li>
  );
}
