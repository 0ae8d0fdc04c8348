// Formulas as people type them in a language, and as the grid's model keeps them: in English.
import type * as Grid from "@odoo/o-spreadsheet";

/**
 * A typed formula in the model's English: `=CPA(1,5;A1)` typed in French is `=CPA(1.5,A1)`. As in Google
 * Sheets, `;` between arguments is understood in every language, and arrays are `{1\2;3\4}` in French.
 */
export function canonicalFormula(grid: typeof Grid, typed: string, locale: Grid.Locale): string {
  const places: ("(" | "{")[] = [];
  const rewritten = grid.tokenize(typed, locale).map(({ type, value }) => {
    if (value === "(" || value === "{") places.push(value);
    if (value === ")" || value === "}") places.pop();
    const inArray = places.at(-1) === "{";
    if (type === "NUMBER") return value.replace(locale.decimalSeparator, ".");
    if (type === "ARG_SEPARATOR") return inArray && value === ";" ? ";" : ",";
    if (type === "ARRAY_ROW_SEPARATOR") return inArray && value === ";" ? ";" : ",";
    return value;
  });
  return rewritten.join("");
}

/** The model's formula as it is read in a language. */
export function localFormula(grid: typeof Grid, formula: string, locale: Grid.Locale): string {
  if (locale.formulaArgSeparator !== ";") return formula;
  const places: ("(" | "{")[] = [];
  const rewritten = grid.tokenize(formula, grid.DEFAULT_LOCALE).map(({ type, value }) => {
    if (value === "(" || value === "{") places.push(value);
    if (value === ")" || value === "}") places.pop();
    if (type === "NUMBER") return value.replace(".", locale.decimalSeparator);
    if (type === "ARG_SEPARATOR") return places.at(-1) === "{" ? "\\" : ";";
    return value;
  });
  return rewritten.join("");
}
