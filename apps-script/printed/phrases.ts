// Texts that say the same things over and over, written with a sign for each phrase that comes back.

/** Signs of one character, where the texts leave them free, then pairs that begin with a mark. */
const SINGLES = "!<=>?";
const MARKS = "~^|@#&";
const SECONDS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789()*+,-./:;_%{}[]";
const SIGN = /[~^|@#&].|[!<=>?]/g;

/** A phrase is at most this many words and signs between words. */
const LONGEST = 12;
/** The first character of the area that Unicode leaves to private use. */
const PRIVATE = 0xe000;
/** After so many phrases all runs are counted anew, those with signs in them too. */
const FRESH = 120;
/** Below it a phrase is not worth keeping count of. */
const WORTH = 3;

/** A text with each of its signs replaced by the phrase that it stands for, of those that `inShort` gives. */
export function inFull(text: string, phrases: readonly string[]): string {
  const singles = phrases[0] ?? "";
  return text.replace(SIGN, (sign) => {
    const pair = MARKS.indexOf(sign.charAt(0)) * SECONDS.length + SECONDS.indexOf(sign.charAt(1));
    const place = sign.length === 1 ? singles.indexOf(sign) : singles.length + pair;
    // The first of the phrases is those signs.
    return place < 0 ? sign : inFull(phrases[place + 1] ?? sign, phrases);
  });
}

/**
 * Texts written shorter, and the phrases to read them again: first stand the single signs in use, then the phrase of
 * each sign, in which others may stand. Throws where a text holds a mark.
 */
export function inShort(texts: readonly string[]): { short: string[]; phrases: string[] } {
  const whole = texts.join("\n");
  for (const mark of MARKS) {
    if (whole.includes(mark)) throw new Error(`A text holds ${mark}, which marks a phrase`);
  }
  const singles = SINGLES.split("").filter((sign) => !whole.includes(sign));
  const pairs = MARKS.split("").flatMap((mark) => SECONDS.split("").map((second) => mark + second));
  const signs = [...singles, ...pairs];
  // The texts, then the phrases found, in which those found later stand too.
  let lines = whole;
  let candidates = repeated(lines);
  for (const [place, sign] of signs.entries()) {
    if (place % FRESH === FRESH - 1) candidates = repeated(lines);
    const phrase = best(candidates, lines, sign.length);
    if (phrase === undefined) break;
    // Until all are chosen a sign is one private character, of which no phrase can hold a half.
    lines = `${lines.split(phrase).join(String.fromCharCode(PRIVATE + place))}\n${phrase}`;
  }
  const written = lines
    .replace(/[\ue000-\uf8ff]/g, (stand) => signs[stand.charCodeAt(0) - PRIVATE] ?? stand)
    .split("\n");
  return {
    short: written.slice(0, texts.length),
    phrases: [singles.join(""), ...written.slice(texts.length)],
  };
}

/** A run of words, and how many characters it could save at most. */
interface Candidate {
  readonly run: string;
  readonly saving: number;
}

/** The runs of words that come back within a line, those that could save most first. */
function repeated(lines: string): Candidate[] {
  const counts = new Map<string, number>();
  for (const line of lines.split("\n")) {
    const words = line.match(/[\p{L}\d_']+|[^\p{L}\d_']/gu) ?? [];
    words.forEach((_, start) => {
      let run = "";
      for (const word of words.slice(start, start + LONGEST)) {
        run += word;
        counts.set(run, (counts.get(run) ?? 0) + 1);
      }
    });
  }
  return [...counts]
    .map(([run, count]) => ({ run, saving: saved(run, count, 1) }))
    .filter(({ saving }) => saving > WORTH)
    .sort((a, b) => b.saving - a.saving);
}

/** Takes out the run that saves most: what the first would still save is counted until it beats all that others could. */
function best(candidates: Candidate[], lines: string, sign: number): string | undefined {
  for (let first = candidates.shift(); first; first = candidates.shift()) {
    const { run } = first;
    const saving = saved(run, lines.split(run).length - 1, sign);
    if (saving <= WORTH) continue;
    const place = candidates.findIndex((other) => other.saving <= saving);
    if (place === 0 || candidates.length === 0) return run;
    candidates.splice(place < 0 ? candidates.length : place, 0, { run, saving });
  }
  return undefined;
}

/** What a phrase saves where it comes `count` times, less its own line; most private characters stand for two. */
function saved(run: string, count: number, sign: number): number {
  const length = run.length + run.replace(/[^\ue000-\uf8ff]/g, "").length;
  return count * (length - sign) - length - 1;
}
