// Which of our channels each of the service's own names counts as, changed for one source.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Connection, ConnectorSummary } from "../../../shared/api/sources.ts";
import { channelNames } from "../../../shared/objectives/channel-names.ts";
import { useSpeech } from "../language.ts";
import { TextField } from "../text-field.tsx";
import { TroubleMessage } from "../trouble.tsx";
import { changeConnection, type Trouble } from "../worker.ts";
import { channelRows, ownChannels, withChannels } from "./channels.ts";

interface Props {
  readonly connection: Connection;
  readonly connector: ConnectorSummary;
  readonly onChange: () => Promise<void>;
}

export function ChannelsPart({ connection, connector, onChange }: Props): VNode | null {
  const { say, language } = useSpeech();
  const [own, setOwn] = useState(() => ownChannels(connection));
  const [added, setAdded] = useState("");
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const usual = connector.channels;
  if (!usual) return null;
  const choose = (name: string, channel: string): void => {
    setSaved(false);
    setOwn((before) => ({ ...before, [name]: channel }));
  };
  const add = (): void => {
    const name = added.trim();
    if (name !== "" && !(name in usual) && !(name in own)) choose(name, "other");
    setAdded("");
  };
  const save = async (): Promise<void> => {
    setBusy(true);
    setTrouble(undefined);
    const settings = withChannels(connection, connector, own);
    const result = await changeConnection(connection.id, { settings });
    setBusy(false);
    if ("trouble" in result) return setTrouble(result.trouble);
    setSaved(true);
    await onChange();
  };
  return (
    <details class="fold">
      <summary>{say("sourceChannels")}</summary>
      <form
        class="channels"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void save();
        }}
      >
        <p class="help">{say("channelsHelp", { service: connector.label[language] })}</p>
        <ul>
          {channelRows(connector, own).map((name) => (
            <li key={name}>
              <label for={`channel-${name}`}>{name}</label>
              <select
                id={`channel-${name}`}
                value={own[name] ?? usual[name] ?? "other"}
                onChange={(event) => choose(name, event.currentTarget.value)}
              >
                {Object.entries(channelNames).map(([channel, label]) => (
                  <option key={channel} value={channel}>
                    {label[language]}
                    {usual[name] === channel ? ` (${say("channelUsual")})` : ""}
                  </option>
                ))}
              </select>
            </li>
          ))}
        </ul>
        <TextField name="channel-added" label={say("channelOther")} value={added} onText={setAdded} />
        <p class="submit">
          <button type="button" onClick={add}>
            {say("channelAdd")}
          </button>
        </p>
        <p class="submit">
          <button type="submit" class="primary" aria-disabled={busy}>
            {say("saveChannels")}
          </button>
          <button type="button" class="plain" onClick={() => setOwn({})}>
            {say("channelsReset")}
          </button>
        </p>
        <p role="status">{saved && say("channelsSaved")}</p>
        {trouble && <TroubleMessage trouble={trouble} />}
      </form>
    </details>
  );
}
