// What several sources tell, and which of them counts it: shown where there is such a choice, and changed on the spot.
import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Counting } from "../../../shared/api/counting.ts";
import { useSpeech } from "../language.ts";
import { useLoaded } from "../loaded.ts";
import { TroubleMessage } from "../trouble.tsx";
import { chooseCounting, readCounting, type Trouble } from "../worker.ts";

/** @param syncs changes when a sync ends: a source may tell more than before */
export function CountingPart({
  shown,
  syncs,
  mayChoose,
}: {
  shown: boolean;
  syncs: string;
  mayChoose: boolean;
}): VNode {
  const { say } = useSpeech();
  const { body, reload } = useLoaded(readCounting, shown);
  const [chosen, setChosen] = useState<Counting>();
  const [trouble, setTrouble] = useState<Trouble>();
  useEffect(() => {
    if (syncs !== "") void reload();
  }, [syncs, reload]);
  const choose = async (metric: string, by: string): Promise<void> => {
    setTrouble(undefined);
    const result = await chooseCounting(metric, by);
    if ("trouble" in result) setTrouble(result.trouble);
    else setChosen(result.body);
    await reload();
  };
  const metrics = body?.metrics ?? [];
  if (metrics.length === 0) return <></>;
  return (
    <section class="counting" aria-labelledby="counting-title">
      <h3 id="counting-title">{say("countingTitle")}</h3>
      <p class="about">{say("countingWhy")}</p>
      {metrics.map((counting) => (
        <Choice key={counting.metric} counting={counting} mayChoose={mayChoose} onChoose={choose} />
      ))}
      {trouble && <TroubleMessage trouble={trouble} />}
      <p role="status" class="about">
        {chosen && say("countingChanged")}
      </p>
    </section>
  );
}

interface ChoiceProps {
  readonly counting: Counting;
  readonly mayChoose: boolean;
  readonly onChoose: (metric: string, by: string) => Promise<void>;
}

function Choice({ counting: { metric, label, by, connectors }, mayChoose, onChoose }: ChoiceProps): VNode {
  const { say, language } = useSpeech();
  const name = label[language].charAt(0).toUpperCase() + label[language].slice(1);
  const counter = connectors.find((one) => one.name === by)?.label[language] ?? say("countingAll");
  if (!mayChoose) return <p>{say("countingBy", { metric: name, source: counter })}</p>;
  return (
    <div class="field">
      <label for={`counting-${metric}`}>{name}</label>
      <select
        id={`counting-${metric}`}
        name={`counting-${metric}`}
        value={by}
        onChange={(event) => void onChoose(metric, event.currentTarget.value)}
      >
        {connectors.map((one) => (
          <option key={one.name} value={one.name}>
            {one.label[language]}
          </option>
        ))}
        <option value="all">{say("countingAll")}</option>
      </select>
    </div>
  );
}
