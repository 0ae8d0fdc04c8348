// What moved a KPI: the sentence first, then its parts, which add up to the change, and how they may be read.
import type { VNode } from "preact";
import type { Diagnosis, Reading } from "../../../shared/objectives/assessment.ts";
import { figureOf } from "../../../shared/objectives/figure.ts";
import { findKpi } from "../../../shared/kpis/index.ts";
import { Icon } from "../icons.tsx";
import { channelName } from "../../../shared/objectives/channel-names.ts";
import { useSpeech } from "../language.ts";
import { dayInWords } from "../when.ts";
import type { Word } from "../words.ts";
import { sentenceCase } from "./in-words.ts";
import { PartBars } from "./part-bars.tsx";
import { changeInWords } from "./signed.ts";

interface Props {
  readonly diagnosis: Diagnosis;
  readonly kpi: string;
  readonly currency: string | null;
}

export function DiagnosisView({ diagnosis, kpi, currency }: Props): VNode {
  const { say, language } = useSpeech();
  const { before, after, change, channels, factors, readings, guards, words } = diagnosis;
  const { unit } = findKpi(kpi);
  const print = (value: number): string => figureOf(value, unit, currency)[language];
  const sign = (by: number): string => changeInWords(by, unit, currency, language);
  const period = ({ from, to }: { from: string; to: string }): string =>
    say("period", { from: dayInWords(from, language), to: dayInWords(to, language) });
  return (
    <div class="diagnosis">
      <p>
        <strong>{words[language]}</strong>
      </p>
      {before.value !== null && after.value !== null && (
        <dl>
          <div>
            <dt>{period(before)}</dt>
            <dd>{print(before.value)}</dd>
          </div>
          <div>
            <dt>{period(after)}</dt>
            <dd>{print(after.value)}</dd>
          </div>
        </dl>
      )}
      {factors.length > 0 && change !== null && (
        <PartBars
          title={say("factorsTitle")}
          parts={factors.map(({ label, effect }) => ({ label: sentenceCase(label[language]), effect }))}
          total={change}
          print={sign}
        />
      )}
      {channels.length > 0 && change !== null && (
        <PartBars
          title={say("channelsTitle")}
          parts={channels.map(({ channel, mix, rate }) => ({
            label: channelName(channel)[language],
            effect: mix + rate,
            // What adds up has no mix: the whole of its part is its own.
            ...(mix !== 0 && { more: say("mixAndRate", { mix: sign(mix), rate: sign(rate) }) }),
          }))}
          total={change}
          print={sign}
        />
      )}
      {guards.length > 0 && (
        <div class="guards">
          <h4>{say("guardsTitle")}</h4>
          <ul>
            {guards.map((guard) => (
              <li key={guard.en} class="rule watch">
                <Icon name="warning" />
                <span>{guard[language]}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {readings.length > 0 && <h4>{say("readingsTitle")}</h4>}
      {readings.map((reading) => (
        <ReadingView key={reading.id} reading={reading} />
      ))}
    </div>
  );
}

const CAUSES: Readonly<Record<Reading["cause"], Word>> = {
  targeting: "causeTargeting",
  message: "causeMessage",
  channel: "causeChannel",
  budget: "causeBudget",
  friction: "causeFriction",
  process: "causeProcess",
  data: "causeData",
};

function ReadingView({ reading: { id, cause, words, evidence, test } }: { reading: Reading }): VNode {
  const { say, language } = useSpeech();
  return (
    <article class="reading">
      <p>
        <span class="tag">{say(CAUSES[cause])}</span> {words[language]}{" "}
        <small>{say("withCode", { code: id })}</small>
      </p>
      {evidence.length > 0 && (
        <ul class="evidence">
          {evidence.map(({ label, before, after }) => (
            <li key={label.en}>
              {say("beforeAfter", {
                name: label[language],
                before: before[language],
                after: after[language],
              })}
            </li>
          ))}
        </ul>
      )}
      <p>
        <strong>{say("testFirst")}</strong> {test[language]}
      </p>
    </article>
  );
}
