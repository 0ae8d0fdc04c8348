// KPIs: the catalogue by family, searched in either language, and the one that was opened.
import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { families, type Kpi } from "../../shared/kpi.ts";
import { catalogue } from "../../shared/kpis/index.ts";
import { Icon } from "./icons.tsx";
import { KpiDetail } from "./kpi-detail.tsx";
import { useSpeech } from "./language.ts";
import { groupByFamily, searchKpis } from "./search.ts";

/** Those that have a function. */
const listed = catalogue.filter(({ kind }) => kind !== "quantity");

export function KpisView(): VNode {
  const [query, setQuery] = useState("");
  const [opened, setOpened] = useState<Kpi>();
  const left = useRef("");

  // Back in the list, the keyboard is where it was.
  useEffect(() => {
    if (!opened && left.current) document.getElementById(`kpi-${left.current}`)?.focus();
    left.current = opened?.name ?? "";
  }, [opened]);

  if (opened) return <KpiDetail key={opened.name} kpi={opened} onBack={() => setOpened(undefined)} />;
  return <KpiList query={query} onQuery={setQuery} onOpen={setOpened} />;
}

interface ListProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onOpen: (kpi: Kpi) => void;
}

function KpiList({ query, onQuery, onOpen }: ListProps): VNode {
  const { say, language } = useSpeech();
  const found = searchKpis(query, listed);
  const counted = { 0: say("noneFound", { query: query.trim() }), 1: say("foundOne") }[found.length];
  return (
    <>
      <div class="search">
        <label for="search">{say("search")}</label>
        <Icon name="search" />
        <input
          id="search"
          type="search"
          autocomplete="off"
          spellcheck={false}
          value={query}
          onInput={(event) => onQuery(event.currentTarget.value)}
        />
        <p class="count" role="status">
          {counted ?? say("found", { count: found.length })}
        </p>
      </div>
      {found.length === 0 && (
        <button type="button" class="plain clear" onClick={() => onQuery("")}>
          {say("clearSearch")}
        </button>
      )}
      {groupByFamily(found).map(({ family, kpis }) => (
        <section key={family} class="family" aria-labelledby={`family-${family}`}>
          <h2 id={`family-${family}`}>{families[family][language]}</h2>
          <ul>
            {kpis.map((kpi) => (
              <li key={kpi.name}>
                <button type="button" id={`kpi-${kpi.name}`} onClick={() => onOpen(kpi)}>
                  <span class="name">{kpi.name}</span>
                  <span class="label">{kpi.label[language]}</span>
                  <Icon name="next" />
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
