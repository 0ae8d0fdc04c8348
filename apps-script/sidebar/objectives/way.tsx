// The way from the baseline to the target: how far it is gone, beside how far it should be today.
import type { VNode } from "preact";
import type { Progress } from "../../../shared/objectives/assessment.ts";
import { useSpeech } from "../language.ts";
import { percentInWords } from "./in-words.ts";

const WIDTH = 268;
const HEIGHT = 20;
/** The bar lies between the tip of the mark, above, and the band, below. */
const BAR = { y: 6, height: 8 };

interface Props {
  readonly progress: Pick<Progress, "share" | "expected" | "band" | "status">;
  /** True where the share is that of the periods within a bound. */
  readonly stays: boolean;
}

export function Way({ progress: { share, expected, band, status }, stays }: Props): VNode | null {
  const { say, language } = useSpeech();
  if (share === null) return null;
  const percent = (part: number): string => percentInWords(part, language);
  const words = [
    say(stays ? "staysWithin" : share < 0 ? "worse" : "way", { percent: percent(share) }),
    ...(expected === null ? [] : [say("expectedWay", { percent: percent(expected) })]),
  ].join(" · ");
  const at = (part: number): number => Math.min(1, Math.max(0, part)) * WIDTH;
  const tone =
    status === "off_track" || status === "missed" ? "bad" : status === "at_risk" ? "watch" : "good";
  return (
    <div class="way">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <rect class="rail" x="0.5" y={BAR.y} width={WIDTH - 1} height={BAR.height} rx="4" />
        <rect
          class={`done ${tone}`}
          x="0.5"
          y={BAR.y}
          width={Math.max(0, at(share) - 1)}
          height={BAR.height}
          rx="4"
        />
        {band && <path class="bracket" d={`M${at(band[0])} 15v3.5H${at(band[1])}V15`} />}
        {expected !== null && (
          <path class="now" d={`M${at(expected)} ${BAR.y + BAR.height}V6l-4-5.5h8l-4 5.5`} />
        )}
      </svg>
      <p class="count">{words}</p>
    </div>
  );
}
