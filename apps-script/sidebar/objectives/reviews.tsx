// What was decided about an objective, review after review, and what followed.
import type { VNode } from "preact";
import type { Objective, Review } from "../../../shared/api/objectives.ts";
import { figureOf } from "../../../shared/objectives/figure.ts";
import { useSpeech } from "../language.ts";
import { dayInWords } from "../when.ts";
import type { Word } from "../words.ts";
import { unitOf } from "./form.ts";
import { chancesInWords } from "./in-words.ts";

export const DECISIONS: Readonly<Record<Review["decision"], Word>> = {
  kept: "decisionKept",
  changed: "decisionChanged",
  acted: "decisionActed",
};

export function Reviews({ objective: { draft, reviews, currency } }: { objective: Objective }): VNode | null {
  const { say, language } = useSpeech();
  const unit = unitOf(draft);
  if (reviews.length === 0) return null;
  return (
    <section>
      <h3>{say("reviewsTitle")}</h3>
      <ul class="log">
        {[...reviews].reverse().map(({ id, on, decision, what, by, valueThen, probabilityThen, effect }) => {
          const chances = chancesInWords({ probability: probabilityThen, range: null }, language);
          const then = [
            valueThen === null ? null : figureOf(valueThen, unit, currency)[language],
            chances,
          ].filter((one) => one !== null);
          return (
            <li key={id}>
              <p>
                <strong>{dayInWords(on, language)}</strong> {say(DECISIONS[decision])}
              </p>
              {what !== "" && <p>{what}</p>}
              <p class="count">{[by, ...then].join(" · ")}</p>
              <p class="count">
                {effect ? effect.words[language] : decision === "kept" ? "" : say("effectLater")}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
