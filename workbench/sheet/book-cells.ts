// The workbook's cells: reading and writing what they hold and how they look.
import type * as Grid from "@odoo/o-spreadsheet";
import type { Area, Book, CellFormat, CellInput, CellValue } from "../google/host.ts";
import type { BookTools } from "./book.ts";
import { canonicalFormula, localFormula } from "./formula-text.ts";
import { googleError } from "./grid-values.ts";
import { type CellChange, writeCells } from "./write-cells.ts";

type CellMembers = Pick<
  Book,
  "values" | "displays" | "formulas" | "numberFormats" | "write" | "format" | "clear" | "merge"
>;

export function bookCells({ grid, model, dispatch, zoneOf }: BookTools): CellMembers {
  const { getters } = model;
  const each = <Value>({ sheet, row, column, rows, columns }: Area, read: (at: Grid.CellPosition) => Value) =>
    Array.from({ length: rows }, (_, down) =>
      Array.from({ length: columns }, (_unused, right) =>
        read({ sheetId: sheet, row: row + down, col: column + right }),
      ),
    );
  const isDay = (format: string | undefined) => !!format && grid.helpers.isDateTimeFormat(format);
  const valueOf = (at: Grid.CellPosition): CellValue => {
    const { value, format } = getters.getEvaluatedCell(at);
    if (grid.helpers.isEvaluationError(value)) return { error: googleError(value) };
    return typeof value === "number" && isDay(format) ? { date: value } : value;
  };
  const formulaOf = (at: Grid.CellPosition) => {
    const cell = getters.getCell(at);
    if (!cell?.isFormula) return "";
    return localFormula(grid, cell.compiledFormula.toFormulaString(getters), getters.getLocale());
  };
  const change = (at: Grid.CellPosition, input: CellInput) => {
    if (input === null) return { ...at, content: "" };
    if (typeof input === "object") {
      const format = getters.getCell(at)?.format;
      const dayFormat = Number.isInteger(input.date) ? "dd/mm/yyyy" : "dd/mm/yyyy hh:mm:ss";
      return { ...at, content: String(input.date), ...(isDay(format) ? {} : { format: dayFormat }) };
    }
    if (typeof input === "boolean") return { ...at, content: input ? "TRUE" : "FALSE" };
    return {
      ...at,
      content: typeof input === "number" ? String(input) : typed(grid, input, getters.getLocale()),
    };
  };
  const changesSomething = (cell: CellChange): boolean => {
    const held = getters.getCell(cell);
    return cell.format !== undefined || held?.isFormula === true || cell.content !== (held?.content ?? "");
  };
  const place = (area: Area, format: CellFormat): void => {
    const { style, number } = splitFormat(format);
    const target = { sheetId: area.sheet, target: [zoneOf(area)] };
    if (style) dispatch("SET_FORMATTING", { ...target, style });
    if (number !== undefined) dispatch("SET_FORMATTING", { ...target, format: number });
  };
  return {
    values: (area) => each(area, valueOf),
    displays: (area) => each(area, (at) => getters.getEvaluatedCell(at).formattedValue),
    formulas: (area) => each(area, formulaOf),
    numberFormats: (area) => each(area, (at) => getters.getEvaluatedCell(at).format ?? "General"),
    write: (area, values) => {
      const changes = each(area, (at) =>
        change(at, values[at.row - area.row]?.[at.col - area.column] ?? null),
      );
      // Each change costs the grid some 25 µs: most cells of a refresh hold already what is written.
      writeCells(grid, model, changes.flat().filter(changesSomething));
    },
    format: (area, format) => {
      if (!Array.isArray(format)) return place(area, format);
      const looks = each(area, (at): CellChange => {
        const { style, number } = splitFormat(format[at.row - area.row]?.[at.col - area.column] ?? {});
        return {
          ...at,
          ...(style && { style: { ...getters.getCellStyle(at), ...style } }),
          ...(number !== undefined && { format: number }),
        };
      });
      writeCells(grid, model, looks.flat());
    },
    clear: (area, { contents, formats }) => {
      const target = { sheetId: area.sheet, target: [zoneOf(area)] };
      if (contents) dispatch("DELETE_CONTENT", target);
      if (formats) dispatch("CLEAR_FORMATTING", target);
    },
    merge: (area, merged) =>
      merged
        ? dispatch("ADD_MERGE", { sheetId: area.sheet, target: [zoneOf(area)], force: true })
        : dispatch("REMOVE_MERGE", { sheetId: area.sheet, target: [zoneOf(area)] }),
  };
}

/** A text as the model takes it, after having been understood as if typed in the workbook's language. */
function typed(grid: typeof Grid, text: string, locale: Grid.Locale): string {
  if (text.startsWith("=") && text.length > 1) return canonicalFormula(grid, text, locale);
  if (locale.decimalSeparator === "." || !grid.helpers.isNumber(text, locale)) return text;
  return text.replaceAll(locale.thousandsSeparator ?? "", "").replace(locale.decimalSeparator, ".");
}

function splitFormat(format: CellFormat): { style: Grid.Style | null; number: string | undefined } {
  const { numberFormat, color, background, horizontal, vertical, wrap, ...rest } = format;
  const style: Grid.Style = { ...rest };
  // An empty text takes the grid's default back.
  if (color !== undefined) style.textColor = color ?? "";
  if (background !== undefined) style.fillColor = background ?? "";
  if (horizontal !== undefined) style.align = horizontal ?? undefined;
  if (vertical !== undefined) style.verticalAlign = vertical ?? "bottom";
  if (wrap !== undefined) style.wrapping = wrap ? "wrap" : "overflow";
  const number =
    numberFormat === undefined ? undefined : numberFormat === "General" ? "" : (numberFormat ?? "");
  return { style: Object.keys(style).length > 0 ? style : null, number };
}
