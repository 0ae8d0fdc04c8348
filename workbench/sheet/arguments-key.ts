// The key under which a custom function's result is kept: its name and what it was given.

/** @param texts the arguments as JSON: whole tables perhaps, so that a digest of 128 bits stands for them */
export function argumentsKey(name: string, texts: readonly string[]): string {
  let [a, b, c, d] = [0x9e3779b9, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f];
  for (const text of [name, ...texts]) {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      a = Math.imul(a ^ code, 0x01000193);
      b = Math.imul(b + code, 0x5bd1e995) ^ (b >>> 15);
      c = Math.imul(c ^ (code + at), 0x1b873593) ^ (c >>> 13);
      d = (Math.imul(d, 31) + code) | 0;
    }
    a = Math.imul(a ^ text.length, 0x01000193);
    b = Math.imul(b + text.length, 0x5bd1e995);
  }
  return `${name} ${a} ${b} ${c} ${d}`;
}
