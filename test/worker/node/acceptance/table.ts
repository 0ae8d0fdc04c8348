// Prints which connector stood which case, and why some could not be asked to.

/** Whether it stood, or why it could not be asked to. */
export type Outcome = boolean | string;

export function printed(
  cases: readonly string[],
  connectors: readonly string[],
  outcomes: ReadonlyMap<string, ReadonlyMap<string, Outcome>>,
): string {
  const reasons: string[] = [];
  const first = Math.max(...cases.map((name) => name.length)) + 2;
  const cell = (name: string, connector: string): string => {
    const outcome = outcomes.get(name)?.get(connector);
    if (outcome === undefined) return "";
    if (typeof outcome === "boolean") return outcome ? "✓" : "✗";
    if (!reasons.includes(outcome)) reasons.push(outcome);
    return String(reasons.indexOf(outcome) + 1);
  };
  const line = (head: string, cells: readonly string[]): string =>
    head.padEnd(first) +
    cells.map((text, index) => text.padEnd((connectors[index] ?? "").length + 2)).join("");
  const lines = [
    line("", connectors),
    ...cases.map((name) =>
      line(
        name,
        connectors.map((connector) => cell(name, connector)),
      ),
    ),
    ...reasons.map((reason, index) => `${index + 1}: ${reason}`),
  ];
  return `\n${lines.join("\n")}\n\n`;
}
