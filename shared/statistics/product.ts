// A formula seen as a product: added + scale × Π nameᵖᵒʷᵉʳ, the form along which a change is shared out.
import { evaluate, type Expression, namesIn } from "../formula.ts";

export interface Product {
  /** What is added to the product, such as the −1 of `ROAS * margin_rate - 1`. */
  readonly added: number;
  readonly scale: number;
  /** In the order of the formula. */
  readonly powers: readonly { readonly name: string; readonly power: number }[];
}

/**
 * The product that an expression is of several names, each to the power 1 or −1; `undefined` where it is none. Read off its
 * values: along one factor, two doublings change a product by amounts in the ratio 2^power.
 */
export function productOf(expression: Expression): Product | undefined {
  const names = namesIn(expression);
  const at = (values: (name: string, index: number) => number): number => {
    const value = evaluate(expression, Object.fromEntries(names.map((name, i) => [name, values(name, i)])));
    return typeof value === "number" ? value : Number.NaN;
  };
  const [first = ""] = names;
  const powers = names.map((name) => {
    const along = (size: number): number => at((other) => (other === name ? size : 1));
    return { name, power: Math.log2((along(4) - along(2)) / (along(2) - along(1))) };
  });
  const twice = 2 ** (powers[0]?.power ?? 0);
  const scale = (at((name) => (name === first ? 2 : 1)) - at(() => 1)) / (twice - 1);
  const added = at(() => 1) - scale;
  const told = powers.reduce((product, { power }, i) => product * (i + 2) ** power, scale) + added;
  const exact = powers.length > 1 && powers.every(({ power }) => Math.abs(power) === 1);
  return exact && Math.abs(told - at((_, i) => i + 2)) < 1e-9 ? { added, scale, powers } : undefined;
}
