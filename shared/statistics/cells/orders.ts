// Orders as the functions of a cell take them, and the terms on which a customer's value is counted.
import { type Argument, type Cell, isBlank, quotable } from "../../cell.ts";
import type { Words } from "../../language.ts";
import { daysBetween } from "../../period.ts";
import { words } from "../answer.ts";
import { fail, type Place } from "../../problem.ts";
import { dayIn } from "../../table.ts";
import type { Terms, TimeUnit } from "../clv.ts";
import { amountAt, chosen, filledCells, given, numberBetween, sideBySide, wholeBetween } from "../input.ts";
import type { Limits } from "../limits.ts";
import type { Order } from "../orders.ts";

const CUSTOMER = words("client | customer");
const DATE = words("date");
const AMOUNT = words("montant | amount");
const AS_OF = words("à la date du | as of");

/** The orders of three columns. Fails for a refund, and for a line without a customer, a day or an amount. */
export function ordersIn(columns: readonly Argument[], limits: Limits): Order[] {
  const rows = sideBySide(
    [CUSTOMER, DATE, AMOUNT].map((name, i) => ({ argument: columns[i], name })),
    limits,
    ({ cells, place, read }): Order => {
      if (isBlank(cells[0])) fail({ kind: "empty", argument: CUSTOMER, place });
      return {
        customer: quotable(cells[0]),
        day: dayNumber(cells[1], DATE, place),
        amount: read(2, amountAt),
      };
    },
  );
  return rows.filter((row) => row !== undefined);
}

/** The day up to which orders count, as a number of days. */
export function todayIn(argument: Argument): number {
  const [only] = filledCells({ argument, name: AS_OF });
  return dayNumber(only?.cell, AS_OF, only?.place);
}

function dayNumber(cell: Cell, name: Words, place: Place | undefined): number {
  if (isBlank(cell)) return fail({ kind: "empty", argument: name, place });
  const day = dayIn(cell) ?? fail({ kind: "not_a_day", argument: name, found: quotable(cell), place });
  return daysBetween("1970-01-01", day);
}

/** Months ahead, monthly discount (none unless said) and margin (all of the revenue unless said). */
export function termsIn(months: Argument, discount: Argument, margin: Argument): Terms {
  return {
    months: wholeBetween(given(months, "mois | months"), 1, 120),
    discount: numberBetween(given(discount, "actualisation mensuelle | monthly discount"), 0, 1, 0),
    margin: numberBetween(given(margin, "marge | margin"), 0, 1, 1),
  };
}

const UNITS: Readonly<Record<string, TimeUnit>> = {
  "semaine | week": "week",
  "jour | day": "day",
  "mois | month": "month",
  "heure | hour": "hour",
  W: "week",
  D: "day",
  M: "month",
  H: "hour",
};

/** The unit of time of the histories; weeks unless said. */
export function unitIn(argument: Argument): TimeUnit {
  return chosen(given(argument, "unité de temps | unit of time"), UNITS) ?? "week";
}
