// The KPI period by period, small enough to stand beside its figure; said in words to whoever does not see it.
import type { VNode } from "preact";
import type { Progress } from "../../../shared/objectives/assessment.ts";
import { useSpeech } from "../language.ts";
import { line, scalesFor, stretches } from "./drawing.ts";

const BOX = { width: 84, height: 28, margin: 4 };
/** Half a year of weeks: more would be too fine to see. */
const MOST = 26;

interface Props {
  readonly history: Progress["history"];
  readonly print: (value: number) => string;
}

export function Sparkline({ history, print }: Props): VNode | null {
  const { say } = useSpeech();
  const shown = history.slice(-MOST).map(({ value }) => value);
  const known = shown.filter((value) => value !== null);
  const [first, last] = [known[0], known[known.length - 1]];
  if (known.length < 2 || first === undefined || last === undefined) return null;
  const scales = scalesFor(shown.length, known, BOX);
  const end = [scales.x(shown.lastIndexOf(last)), scales.y(last)] as const;
  const label = say("sparkline", { count: known.length, first: print(first), last: print(last) });
  return (
    <svg class="sparkline" viewBox={`0 0 ${BOX.width} ${BOX.height}`} role="img" aria-label={label}>
      {stretches(shown, scales).map((points) => (
        <polyline key={line(points)} points={line(points)} />
      ))}
      <circle cx={end[0]} cy={end[1]} r="2.5" />
    </svg>
  );
}
