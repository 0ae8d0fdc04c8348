// Why a KPI moved: what changed, whether it is more than chance, where, along which factor, and how to read it.
import type { Kpi } from "../../kpi.ts";
import { sum } from "../../number.ts";
import type { Day } from "../../period.ts";
import type { Diagnosis } from "../assessment.ts";
import type { Evidence, Segment } from "../evidence.ts";
import { kpiOf } from "../feasibility.ts";
import type { ObjectiveDraft } from "../objective.ts";
import { seriesOf, valueOver } from "../reading.ts";
import { progressOf } from "../trajectory.ts";
import { changeOf } from "./change.ts";
import { failuresOf } from "./guards.ts";
import { channelsOf } from "./channels.ts";
import { factorsOf } from "./factors.ts";
import { poolOf } from "./pool.ts";
import { readings } from "./readings/list.ts";
import { readingOf } from "./readings/reading.ts";
import { type Seen, subjectsOf } from "./seen.ts";
import { diagnosisWords } from "./words.ts";
import type { Windows } from "./windows.ts";

/**
 * The change of the objective's KPI between two periods: whether it is more than chance, by channel and by factor (the parts add
 * up to it), and the readings that hold. No reading is given while a guard fails, but for the mix of channels, which is one.
 * @param segments totals of metrics by channel over both windows
 * @param changedOn the last day when the KPI's definition or the objective's KPI or scope was changed, if ever
 */
export function diagnose(
  draft: ObjectiveDraft,
  evidence: Evidence,
  segments: readonly Segment[],
  windows: Windows,
  changedOn: Day | null = null,
): Diagnosis {
  const kpi = kpiOf(draft);
  const series = kpi && seriesOf(evidence, kpi.name);
  if (!kpi || !series) return nothing(windows);
  const [before, after] = [valueOver(series, kpi, windows.before), valueOver(series, kpi, windows.after)];
  const change = changeOf(series, kpi, windows);
  const gap = before === null || after === null ? null : after - before;
  const pool = poolOf(evidence, series, windows);
  const channels = gap === null ? [] : channelsOf(kpi, segments, pool);
  const factors = gap === null ? [] : factorsOf(kpi, pool, gap);
  const mixShare = mixShareOf(channels, gap);
  const failures = failuresOf(evidence, series, kpi, windows, {
    cadence: draft.cadence,
    change,
    mixShare,
    changedOn,
  });
  const seen: Seen = {
    kpi: kpi.name,
    status: progressOf(draft, evidence).status,
    segments,
    mixShare,
    subject: subjectsOf(evidence, windows),
    currency: series.currency,
  };
  const mixOnly = failures.length > 0 && failures.every(({ guard }) => guard === "G3");
  const allowed = failures.length === 0 ? readings : mixOnly ? readings.filter(({ id }) => id === "I27") : [];
  const significant = change && change.way !== "steady";
  return {
    before: { ...windows.before, value: before },
    after: { ...windows.after, value: after },
    change: gap,
    significant: gap === null ? null : significant,
    channels,
    factors,
    readings: sorted(
      allowed.flatMap((rule) => readingOf(rule, seen) ?? []),
      kpi,
    ),
    guards: failures.map(({ words }) => words),
    words: diagnosisWords(kpi, series.currency, { before, after, significant, channels, factors, mixShare }),
  };
}

/** How much of a change the mix of channels makes, 0 to 1; null where channels do not tell. */
function mixShareOf(channels: Diagnosis["channels"], gap: number | null): number | null {
  if (gap === null || gap === 0 || channels.length === 0) return null;
  return Math.min(1, Math.max(0, sum(channels.map(({ mix }) => mix)) / gap));
}

/** Readings about the objective's own KPI first. */
function sorted(list: Diagnosis["readings"], { label }: Kpi): Diagnosis["readings"] {
  const own = (reading: (typeof list)[number]): number =>
    reading.evidence.some((figure) => figure.label.en === label.en) ? 0 : 1;
  return [...list].sort((a, b) => own(a) - own(b));
}

function nothing({ before, after }: Windows): Diagnosis {
  return {
    before: { ...before, value: null },
    after: { ...after, value: null },
    change: null,
    significant: null,
    channels: [],
    factors: [],
    readings: [],
    guards: [],
    words: {
      fr: "Cet indicateur n'a pas été lu\u00a0: il n'y a rien à comparer.",
      en: "This KPI was not read: there is nothing to compare.",
    },
  };
}
