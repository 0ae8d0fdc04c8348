// What the first rows of a range come to, as they will be read.
import type { VNode } from "preact";
import { formatNumber } from "../../../shared/number.ts";
import { metricNamed, type MetricName } from "../../../shared/metrics.ts";
import { channelNames } from "../../../shared/range/channel-names.ts";
import type { RangeFact } from "../../../shared/range/convert.ts";
import { lackingIn } from "../../../shared/range/mapping.ts";
import { leftOutWords } from "../../../shared/range/rejection.ts";
import { useSpeech } from "../language.ts";
import { dayInWords, dayOf } from "../when.ts";
import { mappingOf, previewOf, type RangeDraft } from "./draft.ts";

const MOST_SHOWN = 3;

export function PreviewPart({ draft }: { draft: RangeDraft }): VNode | null {
  const { say, language } = useSpeech();
  const lacking = lackingIn(mappingOf(draft));
  const preview =
    lacking === "date" || lacking === "figure" ? undefined : previewOf(draft, dayOf(Date.now()));
  if (!preview) return null;
  const { facts, counted, leftOut } = preview;
  const { rows, total } = draft.shown;
  const count =
    counted === 1 ? say("rowCounted") : say("rowsCounted", { rows: formatNumber(counted, language) });
  return (
    <div class="preview" role="status">
      <span>{say("asRead")}</span>
      <ul class="as-read">
        {facts.slice(0, MOST_SHOWN).map((fact) => (
          <Line key={JSON.stringify(fact)} fact={fact} currency={draft.mapping.currency} />
        ))}
      </ul>
      <p>
        {total > rows.length &&
          say("rowsSeen", { rows: formatNumber(rows.length - draft.header - 1, language) })}{" "}
        {counted === 0 ? say("nothingCounted") : count} {leftOutWords(leftOut)?.[language]}
      </p>
    </div>
  );
}

function Line({ fact, currency }: { fact: RangeFact; currency: string | null }): VNode {
  const { language } = useSpeech();
  const { day, channel, source, account, campaign, values } = fact;
  const names = [channel === "unknown" ? "" : channelNames[channel][language], account, source, campaign];
  const figures = (Object.entries(values) as [MetricName, number][]).map(([name, value]) => {
    const { label, unit } = metricNamed(name);
    const money = unit === "money" && currency !== null ? `\u00a0${currency}` : "";
    return `${label[language]} ${formatNumber(value, language)}${money}`;
  });
  return (
    <li>
      <strong>{dayInWords(day, language)}</strong> {names.filter((name) => name !== "").join(" · ")}
      <br />
      {figures.join(", ")}
    </li>
  );
}
