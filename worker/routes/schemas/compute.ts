// A computation in the API, as schemas.
import * as z from "zod";
import type * as api from "../../../shared/api/compute.ts";
import { LARGEST_RANGE } from "../../../shared/api/compute.ts";
import { statisticFunctions } from "../../../shared/statistics/functions.ts";
import { Words } from "./parts.ts";

const MOST_ARGUMENTS = 30;
/** The last instant of a date: https://tc39.es/ecma262/#sec-time-values-and-time-range */
const LAST_INSTANT = 8.64e15;

const Cell = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.strictObject({ date: z.number().min(-LAST_INSTANT).max(LAST_INSTANT) }),
]);
// An array of schemas would copy all the cells, where hundreds of thousands already fill the memory.
const Cells = z.custom<api.SentCell[]>((value) => Array.isArray(value) && value.every(isCell));
const Range = z
  .strictObject({
    rows: z.int().min(1),
    columns: z.int().min(1),
    cells: Cells,
  })
  .refine(({ rows, columns, cells }) => rows * columns <= LARGEST_RANGE && cells.length <= rows * columns);

export const ComputeRequest: z.ZodType<api.ComputeRequest> = z.strictObject({
  function: z.enum(Object.keys(statisticFunctions)),
  arguments: z.array(z.union([Cell, Range])).max(MOST_ARGUMENTS),
});
export const ComputeAnswer: z.ZodType<api.ComputeAnswer> = z.union([
  z.strictObject({ value: z.number() }),
  z.strictObject({ header: z.array(Words), rows: z.array(z.array(z.union([Cell, Words]))) }),
]);

function isCell(cell: unknown): boolean {
  return typeof cell === "string" || typeof cell === "number" || Cell.safeParse(cell).success;
}
