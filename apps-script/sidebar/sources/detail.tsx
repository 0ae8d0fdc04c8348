// One source, opened: all that is known of its state, and all that can be done with it.
import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Connection, ConnectorSummary, Tested } from "../../../shared/api/sources.ts";
import { Icon } from "../icons.tsx";
import { useSpeech } from "../language.ts";
import { usePairing } from "../pairing.tsx";
import { Fact, SourceState } from "../source-state.tsx";
import { TroubleMessage } from "../trouble.tsx";
import { dayInWords } from "../when.ts";
import { isRange, syncSource } from "../range/sync-source.ts";
import { changeConnection, type Result, testSource, type Trouble } from "../worker.ts";
import { ChannelsPart } from "./channels-part.tsx";
import { LeavePart } from "./leave-part.tsx";
import { needsAccess } from "./needs.ts";
import { ResyncPart } from "./resync-part.tsx";
import { TestedMessage } from "./source-form.tsx";

interface Props {
  readonly connection: Connection;
  /** Undefined for what is not connected from the catalogue. */
  readonly connector: ConnectorSummary | undefined;
  readonly now: number;
  /** Called when something was done. */
  readonly onChange: () => Promise<void>;
  readonly onSettings: () => void;
  readonly onBack: () => void;
}

export function SourceDetail({ connection, connector, now, onChange, onSettings, onBack }: Props): VNode {
  const { say, language } = useSpeech();
  const role = usePairing().workspace?.role;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const owner = role === "owner";
  return (
    <div class="page">
      <button type="button" class="back" onClick={onBack}>
        <Icon name="back" />
        {say("backToSources")}
      </button>
      <h2 ref={title} tabIndex={-1}>
        {connection.name}
        {connector && <span class="label">{connector.label[language]}</span>}
      </h2>
      <SourceState connection={connection} now={now} />
      <Actions {...{ connection, connector, onChange, onSettings }} />
      <Notices connection={connection} />
      {owner && connector && (
        <>
          <ResyncPart connection={connection} onChange={onChange} />
          <ChannelsPart
            key={connection.id}
            connection={connection}
            connector={connector}
            onChange={onChange}
          />
        </>
      )}
      {owner && <LeavePart connection={connection} onLeft={onBack} onChange={onChange} />}
    </div>
  );
}

type ActionsProps = Pick<Props, "connection" | "connector" | "onChange" | "onSettings">;

function Actions({ connection, connector, onChange, onSettings }: ActionsProps): VNode {
  const { say } = useSpeech();
  const role = usePairing().workspace?.role;
  const [busy, setBusy] = useState<"test" | "other">();
  const [trouble, setTrouble] = useState<Trouble>();
  const [tested, setTested] = useState<Tested>();
  const { id, state } = connection;
  const owner = role === "owner";
  const maySync = (owner || role === "member") && (state === "idle" || state === "failed");
  const ofSheet = isRange(connection);
  const maySet = owner && (connector !== undefined || ofSheet);
  const first = maySet && needsAccess(connection) ? "settings" : "sync";

  const act = async <Body,>(
    what: "test" | "other",
    action: () => Promise<Result<Body>>,
  ): Promise<Body | undefined> => {
    if (busy) return undefined;
    setBusy(what);
    setTrouble(undefined);
    setTested(undefined);
    const result = await action();
    if ("trouble" in result) setTrouble(result.trouble);
    else if (what === "other") await onChange();
    setBusy(undefined);
    return "body" in result ? result.body : undefined;
  };
  const test = async (name: string): Promise<void> => {
    const question = { settings: connection.settings, credentials: {}, connection: id };
    setTested(await act("test", () => testSource(name, question)));
  };
  return (
    <>
      <p class="actions">
        {maySync && (
          <button
            type="button"
            class={first === "sync" ? "primary" : ""}
            aria-disabled={busy !== undefined}
            onClick={() => void act("other", () => syncSource(connection))}
          >
            {say(ofSheet ? "reread" : "sync")}
          </button>
        )}
        {maySet && (
          <button type="button" class={first === "settings" ? "primary" : ""} onClick={onSettings}>
            {say(ofSheet ? "changeColumns" : first === "settings" ? "reconnect" : "changeSettings")}
          </button>
        )}
        {owner && (
          <button
            type="button"
            aria-disabled={busy !== undefined}
            onClick={() => void act("other", () => changeConnection(id, { paused: state !== "paused" }))}
          >
            {say(state === "paused" ? "resume" : "pause")}
          </button>
        )}
        {owner && connector && (
          <button type="button" aria-disabled={busy !== undefined} onClick={() => void test(connector.name)}>
            {say(busy === "test" ? "testing" : "testAccess")}
          </button>
        )}
      </p>
      {tested && <TestedMessage tested={tested} />}
      {trouble && <TroubleMessage trouble={trouble} />}
    </>
  );
}

function Notices({ connection: { notices, version } }: Pick<Props, "connection">): VNode | null {
  const { say, language } = useSpeech();
  if (notices.length === 0 && !version) return null;
  return (
    <section aria-labelledby="notices">
      <h2 id="notices">{say("noticesTitle")}</h2>
      {notices.map((notice) => (
        <p key={notice.en} class="notice">
          <Icon name="light" />
          <span>{notice[language]}</span>
        </p>
      ))}
      {version && (
        <dl>
          <Fact about={say("apiVersion")}>
            {say("versionUntil", { name: version.name, day: dayInWords(version.expires, language) })}
          </Fact>
        </dl>
      )}
    </section>
  );
}
