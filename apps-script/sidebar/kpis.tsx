// KPIs: the catalogue by family or by goal, searched in either language, and the one that was opened.
import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { families, type Kpi } from "../../shared/kpi.ts";
import { catalogue } from "../../shared/kpis/index.ts";
import type { Goal } from "../../shared/objectives/goals.ts";
import { GoalPicker } from "./goal-picker.tsx";
import { Icon } from "./icons.tsx";
import { exampleFormula } from "./insertion.ts";
import { KpiDetail } from "./kpi-detail.tsx";
import { useSpeech } from "./language.ts";
import { groupByFamily, groupByUse, searchKpis } from "./search.ts";

export function KpisView(): VNode {
  const [query, setQuery] = useState("");
  const [goal, setGoal] = useState<Goal>();
  const [opened, setOpened] = useState<Kpi>();
  const left = useRef("");

  // Back in the list, the keyboard is where it was.
  useEffect(() => {
    if (!opened && left.current) document.getElementById(`kpi-${left.current}`)?.focus();
    left.current = opened?.name ?? "";
  }, [opened]);

  const choose = (chosen: Goal | undefined): void => {
    setGoal(chosen);
    // What was typed named the goal: its KPIs have other names.
    setQuery("");
  };

  if (opened) return <KpiDetail key={opened.name} kpi={opened} onBack={() => setOpened(undefined)} />;
  return <KpiList query={query} goal={goal} onQuery={setQuery} onGoal={choose} onOpen={setOpened} />;
}

interface ListProps {
  readonly query: string;
  readonly goal: Goal | undefined;
  readonly onQuery: (query: string) => void;
  readonly onGoal: (goal: Goal | undefined) => void;
  readonly onOpen: (kpi: Kpi) => void;
}

function KpiList({ query, goal, onQuery, onGoal, onOpen }: ListProps): VNode {
  const { say, language } = useSpeech();
  const groups = goal
    ? groupByUse(goal).map(({ use, kpis }) => ({ id: use, title: say(use), kpis: searchKpis(query, kpis) }))
    : groupByFamily(searchKpis(query, catalogue)).map(({ family, kpis }) => {
        return { id: family, title: families[family][language], kpis };
      });
  const count = groups.reduce((total, { kpis }) => total + kpis.length, 0);
  const counted = { 0: say("noneFound", { query: query.trim() }), 1: say("foundOne") }[count];
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
          {counted ?? say("found", { count })}
        </p>
      </div>
      {count === 0 && (
        <button type="button" class="plain clear" onClick={() => onQuery("")}>
          {say("clearSearch")}
        </button>
      )}
      <GoalPicker goal={goal} query={query} onGoal={onGoal} />
      {groups
        .filter(({ kpis }) => kpis.length > 0)
        .map(({ id, title, kpis }) => (
          <section key={id} class="family" aria-labelledby={`group-${id}`}>
            <h2 id={`group-${id}`}>{title}</h2>
            <ul>
              {kpis.map((kpi) => (
                <li key={kpi.name}>
                  <KpiButton kpi={kpi} onOpen={() => onOpen(kpi)} />
                </li>
              ))}
            </ul>
          </section>
        ))}
    </>
  );
}

/** A measured quantity has no function of its name: what is typed instead stands under it. */
function KpiButton({ kpi, onOpen }: { kpi: Kpi; onOpen: () => void }): VNode {
  const { language, sheetLocale } = useSpeech();
  return (
    <button type="button" id={`kpi-${kpi.name}`} onClick={onOpen}>
      <span class="name">{kpi.name}</span>
      <span class="label">{kpi.label[language]}</span>
      {kpi.kind === "quantity" && <code>{exampleFormula(kpi, sheetLocale)}</code>}
      <Icon name="next" />
    </button>
  );
}
