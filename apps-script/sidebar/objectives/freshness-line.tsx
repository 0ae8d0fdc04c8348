// How old the figures of an objective are, and why where its source is not well.
import type { VNode } from "preact";
import type { Freshness } from "../../../shared/objectives/evidence.ts";
import { Icon } from "../icons.tsx";
import { useSpeech } from "../language.ts";
import { relative } from "../when.ts";

/** From here on a person would say that figures are old. */
const OLD = 48 * 3_600_000;

export function FreshnessLine({ freshness, now }: { freshness: Freshness; now: number }): VNode {
  const { say, language } = useSpeech();
  const { asOf, problem } = freshness;
  const age = asOf === null ? say("neverFed") : say("fedAgo", { when: relative(asOf, now, language) });
  const old = asOf !== null && now - Date.parse(asOf) > OLD;
  if (!problem && !old) return <p class="count">{age}</p>;
  return (
    <p class="age">
      <Icon name="warning" />
      <span>
        {age}
        {problem && ` ${problem[language]}`}
      </span>
    </p>
  );
}
