// Why a KPI moved, along its identity in the catalogue, as a function of a cell.
import { quotable, rowsOf } from "../../cell.ts";
import { parseFormula } from "../../formula.ts";
import { identityInWords } from "../../identity.ts";
import type { Kpi } from "../../kpi.ts";
import { identities } from "../../kpis/identities.ts";
import { findKpi } from "../../kpis/index.ts";
import type { Words } from "../../language.ts";
import { isMetric, metricNamed } from "../../metrics.ts";
import { fail } from "../../problem.ts";
import { type Statistic, UNDEFINED, words } from "../answer.ts";
import { chainEffects, type Factor } from "../chain.ts";
import { amountAt, given, type Given, seriesIn } from "../input.ts";
import { type Product, productOf } from "../product.ts";

/**
 * `=KPI_CHAIN("CPA"; B2:B3; C2:C3)`: what each factor of the KPI's identity did to it, in the order in which
 * `KPI_INFO("CPA"; "identity")` tells them.
 */
export const kpiChain: Statistic = ([name, before, after]) => {
  const kpi = findKpi(quotable(rowsOf(name)[0]?.[0]));
  const { scale, added, powers } = productFor(kpi);
  const was = valuesFor(kpi, powers.length, given(before, "avant | before"));
  const is = valuesFor(kpi, powers.length, given(after, "après | after"));
  const factors = powers.map(({ name: factor, power }, i): Factor & { label: Words } => {
    const label = labelOf(factor);
    const values = { before: was[i] as number, after: is[i] as number };
    if (power < 0 && (values.before === 0 || values.after === 0)) {
      fail({ kind: "zero_denominator", denominator: label });
    }
    return { ...values, power, label };
  });
  const effects = chainEffects(factors, scale);
  const value = (period: "before" | "after"): number =>
    factors.reduce((product, factor) => product * factor[period] ** factor.power, scale) + added;
  const change = value("after") - value("before");
  const shareOf = (effect: number): number | string => (change === 0 ? UNDEFINED : effect / change);
  return {
    headers: [
      "facteur | factor",
      "avant | before",
      "après | after",
      "effet | effect",
      "part de l'écart | share of change",
    ],
    rows: [
      ...factors.map((factor, i) => {
        const effect = effects[i] as number;
        return [factor.label, factor.before, factor.after, effect, shareOf(effect)];
      }),
      [kpi.name, value("before"), value("after"), change, shareOf(change)],
    ],
  };
};

/** The product that a KPI is of others. Fails for a KPI that is none, with some that are. */
function productFor(kpi: Kpi): Product {
  const products = identities.flatMap(({ kpi: name, relation, formula }) => {
    const product = relation ? undefined : productOf(parseFormula(formula));
    return product ? [{ name, product }] : [];
  });
  const found = products.find(({ name }) => name === kpi.name);
  return (
    found?.product ??
    fail({ kind: "no_identity", kpi: kpi.name, known: products.slice(0, 6).map(({ name }) => name) })
  );
}

function valuesFor(kpi: Kpi, count: number, input: Given): number[] {
  const values = seriesIn(input, amountAt);
  if (values.length === count) return values;
  const identity = { fr: identityInWords(kpi, "fr"), en: identityInWords(kpi, "en") };
  return fail({ kind: "factors_differ", identity, least: count, found: values.length, argument: input.name });
}

function labelOf(name: string): Words {
  return isMetric(name) ? metricNamed(name).label : words(name);
}
