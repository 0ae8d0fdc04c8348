// SHA-256 and its HMAC at once (a script waits for nothing): https://doi.org/10.6028/NIST.FIPS.180-4

const primes = firstPrimes(64);
/** The first 32 bits of the fraction of a root. */
const fraction = (root: number) => Math.floor((root - Math.floor(root)) * 2 ** 32) | 0;
const ROUNDS = primes.map((prime) => fraction(Math.cbrt(prime)));
const START = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));

function firstPrimes(count: number): number[] {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate++)
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate);
  return found;
}

const turn = (word: number, by: number) => (word >>> by) | (word << (32 - by));

/** The 32 bytes of the digest, each 0…255. */
export function sha256(message: readonly number[]): number[] {
  const bytes = [...message, 0x80];
  while (bytes.length % 64 !== 56) bytes.push(0);
  const bits = message.length * 8;
  for (let shift = 56; shift >= 0; shift -= 8) bytes.push(Math.floor(bits / 2 ** shift) % 256);
  const hash = [...START];
  for (let block = 0; block < bytes.length; block += 64) addBlock(hash, bytes.slice(block, block + 64));
  return hash.flatMap((word) => [24, 16, 8, 0].map((shift) => (word >>> shift) & 255));
}

function addBlock(hash: number[], block: readonly number[]): void {
  const words: number[] = [];
  const word = (at: number) => words[at] ?? 0;
  for (let t = 0; t < 64; t++) {
    if (t < 16) {
      const [a = 0, b = 0, c = 0, d = 0] = block.slice(t * 4, t * 4 + 4);
      words.push((a << 24) | (b << 16) | (c << 8) | d);
      continue;
    }
    const early = turn(word(t - 15), 7) ^ turn(word(t - 15), 18) ^ (word(t - 15) >>> 3);
    const late = turn(word(t - 2), 17) ^ turn(word(t - 2), 19) ^ (word(t - 2) >>> 10);
    words.push((word(t - 16) + early + word(t - 7) + late) | 0);
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
  for (let t = 0; t < 64; t++) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const first = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + (ROUNDS[t] ?? 0) + word(t);
    const second = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  for (const [at, sum] of [a, b, c, d, e, f, g, h].entries()) hash[at] = ((hash[at] ?? 0) + sum) | 0;
}

/** HMAC-SHA-256: https://www.rfc-editor.org/rfc/rfc2104 */
export function hmacSha256(message: readonly number[], key: readonly number[]): number[] {
  const padded = key.length > 64 ? sha256(key) : [...key];
  while (padded.length < 64) padded.push(0);
  const inner = sha256([...padded.map((byte) => byte ^ 0x36), ...message]);
  return sha256([...padded.map((byte) => byte ^ 0x5c), ...inner]);
}
