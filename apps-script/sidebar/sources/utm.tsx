// The check of tags: three questions, each with its answer and the rows behind it.
import type { ComponentChildren, VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Language } from "../../../shared/language.ts";
import { formatNumber } from "../../../shared/number.ts";
import { channelName } from "../../../shared/objectives/channel-names.ts";
import {
  MISSING_LIMIT,
  type Spelling,
  type Unassigned,
  type Untagged,
  type UtmAnswer,
  type UtmRow,
} from "../../../shared/utm-check.ts";
import { Icon } from "../icons.tsx";
import { useSpeech } from "../language.ts";
import { useLoaded } from "../loaded.ts";
import { TroubleMessage } from "../trouble.tsx";
import { dayInWords } from "../when.ts";
import { readUtm } from "../worker.ts";
import type { Word } from "../words.ts";

export function UtmView({ onBack }: { onBack: () => void }): VNode {
  const { say } = useSpeech();
  const { body, trouble, reload } = useLoaded(readUtm, true);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <div class="page utm">
      <button type="button" class="back" onClick={onBack}>
        <Icon name="back" />
        {say("backToSources")}
      </button>
      <h2 ref={title} tabIndex={-1}>
        {say("utmTitle")}
      </h2>
      {trouble && <TroubleMessage trouble={trouble} onRetry={() => void reload()} />}
      {!body && !trouble && <p role="status">{say("loading")}</p>}
      {body && <Answers answer={body} />}
    </div>
  );
}

function Answers({ answer: { from, to, unassigned, spellings, untagged } }: { answer: UtmAnswer }): VNode {
  const { say, language } = useSpeech();
  if (from === null || to === null) return <p>{say("utmNothing")}</p>;
  return (
    <>
      <p class="help">{say("utmDays", { from: dayInWords(from, language), to: dayInWords(to, language) })}</p>
      <UnassignedPart unassigned={unassigned} />
      <SpellingsPart spellings={spellings} />
      <UntaggedPart untagged={untagged} />
    </>
  );
}

/** What a question comes to: in words and with a drawing, beside its colour. */
function Part(props: { title: Word; flagged: boolean | null; children: ComponentChildren }): VNode {
  const { say } = useSpeech();
  const { title, flagged, children } = props;
  return (
    <section aria-labelledby={title}>
      <h3 id={title}>{say(title)}</h3>
      {flagged === null ? (
        <p class="mark">
          <Icon name="empty" />
          {say("utmUnknown")}
        </p>
      ) : (
        <p class={flagged ? "mark watch" : "mark good"}>
          <Icon name={flagged ? "warning" : "done"} />
          {say(flagged ? "utmWatch" : "utmGood")}
        </p>
      )}
      {children}
    </section>
  );
}

function UnassignedPart({ unassigned }: { unassigned: Unassigned | null }): VNode {
  const { say, language } = useSpeech();
  if (!unassigned) {
    return (
      <Part title="unassignedTitle" flagged={null}>
        <p>{say("unassignedNone")}</p>
      </Part>
    );
  }
  const { sessions, all, share, flagged, rows } = unassigned;
  const count = (value: number): string => formatNumber(value, language);
  return (
    <Part title="unassignedTitle" flagged={flagged}>
      <p>
        {say("unassignedShare", {
          share: percent(share, language),
          sessions: count(sessions),
          all: count(all),
        })}
      </p>
      {flagged && <p>{say("unassignedDo")}</p>}
      <Rows rows={rows} name={(row) => [row.source, row.medium, row.campaign].filter(Boolean).join(" / ")} />
    </Part>
  );
}

const DIMENSIONS = {
  campaign: "spellingOfCampaign",
  source: "spellingOfSource",
  medium: "spellingOfMedium",
} as const;

function SpellingsPart({ spellings }: { spellings: readonly Spelling[] }): VNode {
  const { say } = useSpeech();
  const some = spellings.length > 0;
  return (
    <Part title="spellingsTitle" flagged={some}>
      <p>{say(some ? "spellingsSome" : "spellingsNone")}</p>
      {spellings.map(({ of, forms }) => (
        <div key={`${of} ${forms[0]?.text}`} class="spelling">
          <p class="help">{say(DIMENSIONS[of])}</p>
          {forms.map(({ text, rows }) => (
            <Rows key={text} rows={[summed(rows)]} name={() => text} />
          ))}
        </div>
      ))}
    </Part>
  );
}

function UntaggedPart({ untagged }: { untagged: readonly Untagged[] | null }): VNode {
  const { say, language } = useSpeech();
  if (!untagged) {
    return (
      <Part title="untaggedTitle" flagged={null}>
        <p>{say("untaggedNone")}</p>
      </Part>
    );
  }
  const count = (value: number): string => formatNumber(value, language);
  return (
    <Part title="untaggedTitle" flagged={untagged.some(({ flagged }) => flagged)}>
      {untagged.map(({ channel, clicks, sessions, missing, flagged, campaigns }) => (
        <div key={channel} class="spelling">
          <p>
            {say(missing > 0 ? "untaggedChannel" : "untaggedFine", {
              channel: channelName(channel)[language],
              clicks: count(clicks),
              sessions: count(sessions),
              missing: percent(missing, language),
            })}{" "}
            {!flagged && missing > MISSING_LIMIT && <small>({say("untaggedFew")})</small>}
          </p>
          {flagged && campaigns.length > 0 && (
            <>
              <p class="help">{say("untaggedDo")}</p>
              <Rows
                rows={campaigns.map((one) => ({ ...one, channel, source: "", medium: "" }))}
                name={({ campaign }) => campaign}
              />
            </>
          )}
        </div>
      ))}
    </Part>
  );
}

function Rows({ rows, name }: { rows: readonly UtmRow[]; name: (row: UtmRow) => string }): VNode | null {
  const { say, language } = useSpeech();
  if (rows.length === 0) return null;
  return (
    <ul class="rows">
      {rows.map((row) => (
        <li key={JSON.stringify(row)}>
          <span>
            {name(row) || say("noName")} <small>{say("countedBy", { name: row.by })}</small>
          </span>
          <span class="counts">
            {row.clicks > 0 && (
              <span>{say("clicksCount", { count: formatNumber(row.clicks, language) })}</span>
            )}
            {(row.sessions > 0 || row.clicks > 0) && (
              <span>{say("visitsCount", { count: formatNumber(row.sessions, language) })}</span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The rows of one spelling as one. */
function summed(rows: readonly UtmRow[]): UtmRow {
  const total = (of: "sessions" | "clicks"): number => rows.reduce((sum, row) => sum + row[of], 0);
  const by = [...new Set(rows.map((row) => row.by))].join(", ");
  const [first] = rows;
  const names = { channel: "", source: "", medium: "", campaign: "", ...first };
  return { ...names, by, sessions: total("sessions"), clicks: total("clicks") };
}

function percent(share: number, language: Language): string {
  const text = formatNumber(Math.round(share * 1000) / 10, language);
  return language === "fr" ? `${text}\u202f%` : `${text}%`;
}
