// The services that can be connected, by what they are about, searched by name or by what they bring.
import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { ConnectorGroup, ConnectorSummary } from "../../../shared/api/sources.ts";
import { fold } from "../../../shared/language.ts";
import { Icon } from "../icons.tsx";
import { useSpeech } from "../language.ts";
import type { Word } from "../words.ts";

const GROUPS: readonly (readonly [ConnectorGroup, Word])[] = [
  ["web", "groupWeb"],
  ["advertising", "groupAdvertising"],
  ["social", "groupSocial"],
  ["email", "groupEmail"],
  ["crm", "groupCrm"],
  ["sales", "groupSales"],
  ["other", "groupOther"],
];

interface Props {
  readonly connectors: readonly ConnectorSummary[];
  /** The names of the connectors that have a source already. */
  readonly connected: ReadonlySet<string>;
  readonly onChoose: (connector: ConnectorSummary) => void;
  /** What comes from no service: a range of the sheet, or a file. */
  readonly onRange: () => void;
  readonly onBack: () => void;
}

export function Catalogue({ connectors, connected, onChoose, onRange, onBack }: Props): VNode {
  const { say, language } = useSpeech();
  const [query, setQuery] = useState("");
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const wanted = fold(query);
  const found = connectors.filter(({ name, label, gives }) =>
    fold([name, label.fr, label.en, gives.fr, gives.en].join(" ")).includes(wanted),
  );
  const counted =
    found.length === 0
      ? say("noServiceFound", { query: query.trim() })
      : found.length === 1
        ? say("serviceFoundOne")
        : say("servicesFound", { count: found.length });
  return (
    <>
      <div class="page top">
        <button type="button" class="back" onClick={onBack}>
          <Icon name="back" />
          {say("backToSources")}
        </button>
        <h2 ref={title} tabIndex={-1}>
          {say("addSource")}
        </h2>
      </div>
      <div class="search">
        <label for="search-service">{say("searchService")}</label>
        <Icon name="search" />
        <input
          id="search-service"
          type="search"
          autocomplete="off"
          spellcheck={false}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
        <p class="count" role="status">
          {counted}
        </p>
      </div>
      {GROUPS.map(([group, word]) => {
        const ofGroup = found.filter((connector) => connector.group === group);
        return (
          ofGroup.length > 0 && (
            <section key={group} class="family services" aria-labelledby={`group-${group}`}>
              <h2 id={`group-${group}`}>{say(word)}</h2>
              <ul>
                {ofGroup.map((connector) => (
                  <li key={connector.name}>
                    <button type="button" onClick={() => onChoose(connector)}>
                      <span class="name">
                        {connector.label[language]}
                        {connected.has(connector.name) && <small> ({say("connectedTimes")})</small>}
                      </span>
                      <span class="label">{connector.gives[language]}</span>
                      <Icon name="next" />
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
      <section class="family services" aria-labelledby="group-range">
        <h2 id="group-range">{say("groupRange")}</h2>
        <ul>
          <li>
            <button type="button" onClick={onRange}>
              <span class="name">{say("addRange")}</span>
              <span class="label">{say("rangeWhy")}</span>
              <Icon name="next" />
            </button>
          </li>
        </ul>
      </section>
    </>
  );
}
