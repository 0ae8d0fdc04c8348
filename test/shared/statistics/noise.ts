// Numbers that look random and are always the same.

/** A number between −1 and 1 for each t (the mixing of mulberry32: https://gist.github.com/tommyettinger/46a874533244883189143505d203312c). */
export function noise(t: number): number {
  let mixed = Math.imul(t + 0x6d2b79f5, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2147483648 - 1;
}
