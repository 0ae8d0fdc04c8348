// The chances of a target by its deadline: in words, beside what it takes, what the past has seen, and what is likely.
import type { VNode } from "preact";
import type { Kpi } from "../../../shared/kpi.ts";
import type { Feasibility } from "../../../shared/objectives/assessment.ts";
import { figureOf } from "../../../shared/objectives/figure.ts";
import type { TargetType } from "../../../shared/objectives/objective.ts";
import { paceInWords } from "../../../shared/objectives/pace-words.ts";
import type { Day } from "../../../shared/period.ts";
import { useSpeech } from "../language.ts";
import { dayInWords } from "../when.ts";
import type { Word } from "../words.ts";
import { rounded } from "./figures.ts";
import { ForecastDrawing } from "./forecast-drawing.tsx";
import { bandOf, chancesInWords } from "./in-words.ts";

interface Props {
  readonly feasibility: Feasibility;
  readonly target: number;
  readonly deadline: Day;
  readonly kpi: Kpi;
  readonly targetType: TargetType;
  readonly currency: string | null;
  /** Takes the target that is reached 8 times in 10; left out where nothing is being defined. */
  readonly onTarget?: (value: number) => void;
}

const STEPS: Readonly<Record<Feasibility["step"], Word>> = {
  day: "pastDays",
  week: "pastWeeks",
  month: "pastMonths",
};
const METHODS: Readonly<Record<Feasibility["method"], Word>> = {
  forecast: "methodForecast",
  run_rate: "methodRunRate",
  level: "methodLevel",
  done: "methodDone",
};

export function Chances(props: Props): VNode {
  const { feasibility, target, targetType, deadline, kpi, currency, onTarget } = props;
  const { say, language } = useSpeech();
  const { probability, best, reachedEight, method, n, step, words } = feasibility;
  const { unit } = kpi;
  const pace = paceInWords(feasibility, targetType, kpi, currency);
  const print = (value: number): string => figureOf(value, unit, currency)[language];
  const chances = chancesInWords(feasibility, language);
  const eight = reachedEight === null ? null : rounded(reachedEight, unit);
  return (
    <section class="chances">
      <h3>{say("chancesTitle")}</h3>
      <p class="chance" role="status">
        {chances === null ? (
          say("chancesUnknown")
        ) : (
          <>
            <strong>{chances}</strong> {probability !== null && say(bandOf(probability))}
          </>
        )}
      </p>
      {probability !== null && <Dots probability={probability} />}
      {pace && <p>{pace[language]}</p>}
      <ForecastDrawing feasibility={feasibility} target={target} deadline={deadline} print={print} />
      {best && (
        <p class="count">
          {say("bestPast", {
            value: print(best.value),
            from: dayInWords(best.from, language),
            to: dayInWords(best.to, language),
          })}
        </p>
      )}
      {onTarget && eight !== null && eight !== rounded(target, unit) && (
        <p class="actions">
          <button type="button" onClick={() => onTarget(eight)}>
            {say("takeEight", { value: print(eight) })}
          </button>
        </p>
      )}
      <details class="fold">
        <summary>{say("howComputed")}</summary>
        <p class="help">
          {say(METHODS[method])} {n > 0 && say(STEPS[step], { count: n })} {words[language]}
        </p>
      </details>
    </section>
  );
}

/** Ten dots, as many of them full as there are chances: the words beside say the same. */
function Dots({ probability }: { probability: number }): VNode {
  const full = Math.min(10, Math.max(0, Math.round(probability * 10)));
  return (
    <svg class="dots" viewBox="0 0 200 20" aria-hidden="true">
      {Array.from({ length: 10 }, (_, place) => (
        <circle key={place} class={place < full ? "full" : ""} cx={10 + 20 * place} cy="10" r="7" />
      ))}
    </svg>
  );
}
