// The forecast until the deadline: its middle, its band, and the target as a line; told in words as well.
import type { VNode } from "preact";
import type { Feasibility } from "../../../shared/objectives/assessment.ts";
import type { Day } from "../../../shared/period.ts";
import { useSpeech } from "../language.ts";
import { dayInWords } from "../when.ts";
import { line, scalesFor } from "./drawing.ts";

const BOX = { width: 268, height: 110, margin: 8 };

interface Props {
  readonly feasibility: Feasibility;
  readonly target: number;
  /** The last period of the forecast may end after it. */
  readonly deadline: Day;
  readonly print: (value: number) => string;
}

export function ForecastDrawing({
  feasibility: { path, final },
  target,
  deadline,
  print,
}: Props): VNode | null {
  const { say, language } = useSpeech();
  const [first, last] = [path[0], path[path.length - 1]];
  if (!first || !last || !final || path.length < 2) return null;
  const { x, y } = scalesFor(path.length, [target, ...path.flatMap(({ low, high }) => [low, high])], BOX);
  const end = last.to < deadline ? last.to : deadline;
  const band = [
    ...path.map(({ high }, place) => [x(place), y(high)] as const),
    ...path.map(({ low }, place) => [x(place), y(low)] as const).reverse(),
  ];
  const middle = path.map(({ value }, place) => [x(place), y(value)] as const);
  const label = say("forecastDrawing", {
    day: dayInWords(end, language),
    value: print(final.value),
    low: print(final.low),
    high: print(final.high),
    target: print(target),
  });
  return (
    <figure class="drawing">
      <svg viewBox={`0 0 ${BOX.width} ${BOX.height}`} role="img" aria-label={label}>
        <polygon class="band" points={line(band)} />
        <polyline class="middle" points={line(middle)} />
        <line class="aim" x1={BOX.margin} x2={BOX.width - BOX.margin} y1={y(target)} y2={y(target)} />
        <circle class="end" cx={x(path.length - 1)} cy={y(last.value)} r="3" />
      </svg>
      <figcaption>
        <span>{dayInWords(first.to, language)}</span>
        <span>{dayInWords(end, language)}</span>
      </figcaption>
      <ul class="legend">
        <li>
          <i class="aim" />
          {say("legendTarget", { value: print(target) })}
        </li>
        <li>
          <i class="middle" />
          {say("legendForecast", { value: print(final.value) })}
        </li>
        <li>
          <i class="band" />
          {say("legendBand", { low: print(final.low), high: print(final.high) })}
        </li>
      </ul>
    </figure>
  );
}
