// The first steps, shown as such: the one to take is open, those taken are ticked.
import type { ComponentChildren, VNode } from "preact";
import { Icon } from "./icons.tsx";
import { useSpeech } from "./language.ts";

const TITLES = ["stepPair", "stepConnect", "stepSee"] as const;

export function Steps({ at, children }: { at: 1 | 2 | 3; children: ComponentChildren }): VNode {
  const { say } = useSpeech();
  return (
    <section class="steps" aria-labelledby="steps">
      <h2 id="steps">{say("steps")}</h2>
      {at === 1 && <p>{say("stepsIntro")}</p>}
      <ol>
        {TITLES.map((title, index) => {
          const number = index + 1;
          return (
            <li
              key={title}
              class={number < at ? "taken" : ""}
              {...(number === at && { "aria-current": "step" })}
            >
              <h3 id={`step-${number}`}>
                <span class="number" aria-hidden="true">
                  {number < at ? <Icon name="done" /> : number}
                </span>
                {say(title)}
                {number < at && <small> ({say("stepDone")})</small>}
              </h3>
              {number === at && children}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
