// Areas under smooth curves, by Gauss and Legendre's rule of 16 points (Abramowitz & Stegun, table 25.4).

const NODES = [
  0.09501250983763744, 0.2816035507792589, 0.45801677765722737, 0.6178762444026438, 0.755404408355003,
  0.8656312023878318, 0.9445750230732326, 0.9894009349916499,
];
const WEIGHTS = [
  0.1894506104550685, 0.18260341504492358, 0.16915651939500254, 0.14959598881657674, 0.12462897125553388,
  0.09515851168249279, 0.062253523938647894, 0.027152459411754096,
];

/** The area under `curve`, one rule between each two neighbours of `breaks`, which rise. */
export function area(curve: (x: number) => number, breaks: readonly number[]): number {
  let total = 0;
  for (let i = 1; i < breaks.length; i += 1) {
    const [from = 0, to = 0] = [breaks[i - 1], breaks[i]];
    const [middle, half] = [(from + to) / 2, (to - from) / 2];
    let panel = 0;
    NODES.forEach((node, k) => {
      panel += (WEIGHTS[k] as number) * (curve(middle - half * node) + curve(middle + half * node));
    });
    total += half * panel;
  }
  return total;
}
