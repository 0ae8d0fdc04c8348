// The KPI of an objective period by period, with its last value, what happened on the way, and the days it covers.
import type { VNode } from "preact";
import type { Objective } from "../../../shared/api/objectives.ts";
import type { Note } from "../../../shared/objectives/evidence.ts";
import { figureOf } from "../../../shared/objectives/figure.ts";
import { daysBetween } from "../../../shared/period.ts";
import { useSpeech } from "../language.ts";
import { dayInWords } from "../when.ts";
import { line, scalesFor, stretches } from "./drawing.ts";
import { unitOf } from "./form.ts";

const BOX = { width: 268, height: 96, margin: 10 };

export function History({ objective, notes }: { objective: Objective; notes: readonly Note[] }): VNode {
  const { say, language } = useSpeech();
  const { draft, assessment, currency } = objective;
  const { history } = assessment.progress;
  const values = history.map(({ value }) => value);
  const known = values.filter((value) => value !== null);
  const [first, last] = [history[0], history[history.length - 1]];
  if (known.length < 2 || !first || !last) return <p class="help">{say("historyTooShort")}</p>;
  const print = (value: number): string => figureOf(value, unitOf(draft), currency)[language];
  const scales = scalesFor(values.length, known, BOX);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const span = Math.max(1, daysBetween(first.from, last.to));
  const placeOf = (day: string): number =>
    BOX.margin + (BOX.width - 2 * BOX.margin) * Math.min(1, Math.max(0, daysBetween(first.from, day) / span));
  const label = say("historyDrawing", {
    from: dayInWords(first.from, language),
    to: dayInWords(last.to, language),
    low: print(low),
    high: print(high),
    last: print(known[known.length - 1] ?? low),
  });
  return (
    <figure class="drawing">
      <p class="bounds">
        <span>{say("highest", { value: print(high) })}</span>
        <span>{say("lowest", { value: print(low) })}</span>
      </p>
      <svg viewBox={`0 0 ${BOX.width} ${BOX.height}`} role="img" aria-label={label}>
        {notes.map(({ id, day }, place) => (
          <g key={id} class="note">
            <line x1={placeOf(day)} x2={placeOf(day)} y1="14" y2={BOX.height} />
            <text x={placeOf(day)} y="11">
              {place + 1}
            </text>
          </g>
        ))}
        {stretches(values, scales).map((points) => (
          <polyline key={line(points)} class="middle" points={line(points)} />
        ))}
        {values.map(
          (value, place) =>
            value !== null && (
              <circle key={place} class="dot" cx={scales.x(place)} cy={scales.y(value)} r="2" />
            ),
        )}
      </svg>
      <figcaption>
        <span>{dayInWords(first.from, language)}</span>
        <span>{dayInWords(last.to, language)}</span>
      </figcaption>
    </figure>
  );
}
