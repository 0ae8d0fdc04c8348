// The part of the form that lets in: which way, and the credentials or the consent that it takes.
import type { VNode } from "preact";
import type { ConnectorSummary, WayIn } from "../../../shared/api/sources.ts";
import { useSpeech } from "../language.ts";

interface Props {
  readonly connector: ConnectorSummary;
  /** The way chosen; undefined where the present access is kept. */
  readonly way: WayIn | undefined;
  /** Whether there is an access to keep. */
  readonly connected: boolean;
  readonly onWay: (way: WayIn | undefined) => void;
}

/** The choice of a way, where there is one. */
export function WayChoice({ connector, way, connected, onWay }: Props): VNode | null {
  const { say, language } = useSpeech();
  if (!connected && connector.ways.length < 2) return null;
  const label = (one: WayIn): string => {
    if (one.kind === "consent") return say("byConsent");
    const fields = one.fields.map((name) => {
      return connector.credentials.find((field) => field.name === name)?.label[language] ?? name;
    });
    return say("byFields", { fields: fields.join(", ") });
  };
  return (
    <fieldset class="stacked">
      <legend>{say("wayIn")}</legend>
      {connected && (
        <label class="choice">
          <input type="radio" name="way" checked={way === undefined} onChange={() => onWay(undefined)} />
          <span>{say("keepAccess")}</span>
        </label>
      )}
      {connector.ways.map((one) => (
        <label key={label(one)} class="choice">
          <input type="radio" name="way" checked={way === one} onChange={() => onWay(one)} />
          <span>{label(one)}</span>
        </label>
      ))}
    </fieldset>
  );
}
