// A split of the budget that past spending favours: to be weighed by a person, never applied by itself.
import type { VNode } from "preact";
import type { BudgetAdvice } from "../../../shared/objectives/diagnosis/budget-advice.ts";
import { figureOf } from "../../../shared/objectives/figure.ts";
import { Icon } from "../icons.tsx";
import { channelName } from "../../../shared/objectives/channel-names.ts";
import { useSpeech } from "../language.ts";

export function Budget({ advice }: { advice: BudgetAdvice }): VNode {
  const { say, language } = useSpeech();
  const print = (value: number): string => figureOf(value, "money", advice.currency)[language];
  return (
    <div class="budget">
      <h4>
        <Icon name="light" />
        {say("budgetTitle")}
      </h4>
      <p>{advice.words[language]}</p>
      <dl>
        {advice.channels.map(({ channel, spend, suggested, refusal }) => (
          <div key={channel}>
            <dt>{channelName(channel)[language]}</dt>
            <dd>
              {refusal
                ? refusal[language]
                : say("budgetMove", { spend: print(spend), suggested: print(suggested) })}
            </dd>
          </div>
        ))}
      </dl>
      <p class="help">{say("budgetNever")}</p>
    </div>
  );
}
