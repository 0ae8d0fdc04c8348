// Splits a CSV text into rows of fields: quotes, line ends, and which separator the file uses.

const SEPARATORS = [";", "\t", ","];

/** Rows of fields; a line end inside quotes belongs to its field (RFC 4180). */
export function readRows(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const [field, end] = readField(text, at, separator);
    row.push(field);
    at = end;
    if (text[at] === separator) {
      at++;
      if (at < text.length) continue;
      row.push("");
    }
    if (text[at] === "\r" && text[at + 1] === "\n") at++;
    at++;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** The field that starts at `at`, and where it ends. */
function readField(text: string, at: number, separator: string): [string, number] {
  if (text[at] !== '"') {
    let end = at;
    while (end < text.length && text[end] !== separator && text[end] !== "\n" && text[end] !== "\r") end++;
    return [text.slice(at, end), end];
  }
  let field = "";
  let from = at + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return [field + text.slice(from), text.length];
    field += text.slice(from, quote);
    if (text[quote + 1] !== '"') {
      // What follows a closing quote up to the separator is kept as it stands.
      const [rest, end] =
        text[quote + 1] === undefined ? ["", quote + 1] : readTail(text, quote + 1, separator);
      return [field + rest, end];
    }
    field += '"';
    from = quote + 2;
  }
}

function readTail(text: string, at: number, separator: string): [string, number] {
  let end = at;
  while (end < text.length && text[end] !== separator && text[end] !== "\n" && text[end] !== "\r") end++;
  return [text.slice(at, end), end];
}

/** The separator that splits the first lines into the same number of fields, the most of them. */
export function findSeparator(text: string): string {
  let best = ",";
  let most = 1;
  for (const separator of SEPARATORS) {
    const rows = readRows(firstLines(text), separator);
    const widths = new Set(rows.map((row) => row.length));
    const [width = 0] = widths;
    if (widths.size === 1 && width > most) [best, most] = [separator, width];
  }
  if (most > 1) return best;
  const header = firstLines(text).split(/\r?\n/, 1)[0] ?? "";
  const counts = SEPARATORS.map((separator) => header.split(separator).length);
  const widest = Math.max(...counts);
  return (widest > 1 && SEPARATORS[counts.indexOf(widest)]) || ",";
}

/** Some whole lines from the start: enough to see how a file is made. */
function firstLines(text: string): string {
  const SAMPLE = 20_000;
  if (text.length <= SAMPLE) return text;
  const end = text.lastIndexOf("\n", SAMPLE);
  return text.slice(0, end < 0 ? SAMPLE : end + 1);
}
