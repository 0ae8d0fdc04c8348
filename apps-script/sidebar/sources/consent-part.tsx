// The part of the form where a person gives their consent: why, the link to the service's page, and how far they are.
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { ConnectorSummary, WayIn } from "../../../shared/api/sources.ts";
import { Icon } from "../icons.tsx";
import { useSpeech } from "../language.ts";
import { TroubleMessage } from "../trouble.tsx";
import type { Word } from "../words.ts";
import type { ConsentAsked } from "./use-consent.ts";

interface Props {
  readonly connector: ConnectorSummary;
  readonly way: Extract<WayIn, { kind: "consent" }>;
  readonly consent: ConsentAsked;
  readonly onAsk: () => void;
}

const TOLD: Partial<Record<ConsentAsked["state"], Word>> = {
  asked: "consentAsked",
  opened: "consentOpened",
  answered: "consentAnswered",
  refused: "consentRefused",
  expired: "consentExpired",
};

export function ConsentPart({ connector, way, consent, onAsk }: Props): VNode {
  const { say, language } = useSpeech();
  const service = connector.label[language];
  const next = useRef<HTMLElement>(null);
  const granted = consent.state === "granted";
  // What the keyboard was on is gone: it goes to what took its place.
  useEffect(() => next.current?.focus(), [consent.url !== undefined, granted]);
  if (way.missing.length > 0) {
    return (
      <p class="message error">
        <Icon name="warning" />
        <span>{say("consentMissing", { service, variables: way.missing.join(", ") })}</span>
      </p>
    );
  }
  const { state, url, problem, trouble } = consent;
  const told = TOLD[state];
  if (granted) {
    return (
      <p
        class="message done"
        role="status"
        tabIndex={-1}
        ref={(element) => {
          next.current = element;
        }}
      >
        <Icon name="done" />
        <span>{say("consentGranted")}</span>
      </p>
    );
  }
  return (
    <div class="consent">
      <p class="help">{say("consentWhy", { service })}</p>
      {url ? (
        <p class="submit">
          <a
            class="button primary"
            id="consent-link"
            href={url}
            target="_blank"
            rel="noopener noreferrer"
            ref={(element) => {
              next.current = element;
            }}
          >
            {say("openConsent", { service })}
          </a>
        </p>
      ) : (
        <p class="submit">
          <button type="button" class="primary" aria-disabled={state === "asking"} onClick={onAsk}>
            {say(state === "asking" ? "askingConsent" : state === "none" ? "askConsent" : "askAgain")}
          </button>
        </p>
      )}
      <p class="help" role="status">
        {told && say(told)}
        {state === "failed" && problem && `${problem.words[language]} ${problem.action[language]}`}
      </p>
      {trouble && <TroubleMessage trouble={trouble} />}
    </div>
  );
}
