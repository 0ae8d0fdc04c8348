// The part of Salesforce's query language that is simulated: fields, conditions joined by AND, an order and a limit.

/** A query that is refused, as Salesforce words it. */
export class SoqlRefusal extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export type Condition = { field: string; operator: string; value: string | boolean };

export type Soql = {
  /** `converted` asks for an amount in the user's own currency. */
  fields: { name: string; converted: boolean }[];
  table: string;
  conditions: Condition[];
  order: string | null;
  limit: number;
};

const QUERY = /^SELECT (.+?) FROM (\w+)(?: WHERE (.+?))?(?: ORDER BY ([\w.]+)(?: ASC)?)?(?: LIMIT (\d+))?$/i;
const CONDITION = /^([\w.]+) ?(<=|>=|!=|<|>|=) ?(.+)$/;

/** @throws SoqlRefusal */
export function readSoql(text: string): Soql {
  const [, select = "", table = "", where, order, limit] = QUERY.exec(text.trim()) ?? [];
  if (table === "") throw new SoqlRefusal("MALFORMED_QUERY", `unexpected token: '${text.slice(0, 20)}'`);
  return {
    fields: select.split(",").map((item) => {
      const [, converted] = /^convertCurrency\((\w+)\)$/.exec(item.trim()) ?? [];
      const name = converted ?? item.trim();
      if (!/^\w+(\.\w+)?$/.test(name))
        throw new SoqlRefusal("MALFORMED_QUERY", `unexpected token: '${name}'`);
      return { name, converted: converted !== undefined };
    }),
    table,
    conditions: where === undefined ? [] : where.split(/ AND /i).map(condition),
    order: order ?? null,
    limit: limit === undefined ? Number.POSITIVE_INFINITY : Number(limit),
  };
}

function condition(text: string): Condition {
  const [, field = "", operator = "", literal = ""] = CONDITION.exec(text.trim()) ?? [];
  if (field === "") throw new SoqlRefusal("MALFORMED_QUERY", `unexpected token: '${text}'`);
  if (literal === "true" || literal === "false") return { field, operator, value: literal === "true" };
  const [, quoted] = /^'([^']*)'$/.exec(literal) ?? [];
  const isMoment = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2}))?$/.test(literal);
  if (quoted === undefined && !isMoment) throw new SoqlRefusal("MALFORMED_QUERY", `line 1: '${literal}'`);
  const isInstant = /(Date|stamp)$/.test(field) && !/^(Close|Start|End|Converted)Date$/.test(field);
  if (isInstant !== literal.includes("T") || (isInstant && quoted !== undefined)) {
    if (isInstant)
      throw new SoqlRefusal(
        "INVALID_FIELD",
        `value of filter criterion for field '${field}' must be of type dateTime and should not be enclosed in quotes`,
      );
  }
  return { field, operator, value: quoted ?? literal };
}
