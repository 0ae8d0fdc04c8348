// Parts of a change, each a bar to the left or to the right of nothing, and their sum, which is the change.
import type { VNode } from "preact";
import { useSpeech } from "../language.ts";

interface Props {
  readonly title: string;
  readonly parts: readonly { readonly label: string; readonly effect: number; readonly more?: string }[];
  readonly total: number;
  /** A change, with its sign. */
  readonly print: (change: number) => string;
}

const HALF = 60;

export function PartBars({ title, parts, total, print }: Props): VNode {
  const { say } = useSpeech();
  const largest = Math.max(...parts.map(({ effect }) => Math.abs(effect)), 1e-12);
  const ordered = [...parts].sort((one, other) => Math.abs(other.effect) - Math.abs(one.effect));
  return (
    <div class="parts">
      <h4>{title}</h4>
      <ul>
        {ordered.map(({ label, effect, more }) => {
          const length = (Math.abs(effect) / largest) * HALF;
          return (
            <li key={label}>
              <span class="name">{label}</span>
              <span class="effect">{print(effect)}</span>
              <svg viewBox={`0 0 ${2 * HALF} 8`} preserveAspectRatio="none" aria-hidden="true">
                <rect x={effect < 0 ? HALF - length : HALF} y="1" width={length} height="6" />
                <line x1={HALF} x2={HALF} y1="0" y2="8" />
              </svg>
              {more !== undefined && <small>{more}</small>}
            </li>
          );
        })}
        <li class="total">
          <span class="name">{say("partsTotal")}</span>
          <span class="effect">{print(total)}</span>
        </li>
      </ul>
    </div>
  );
}
