// The geometry of the drawings: values and days placed in a box, as the attributes of lines and areas.

export interface Box {
  readonly width: number;
  readonly height: number;
  /** Kept free around the drawing. */
  readonly margin: number;
}

export interface Scales {
  readonly x: (place: number) => number;
  readonly y: (value: number) => number;
}

/**
 * Places for `count` points from left to right and for values from the lowest, at the bottom, to the highest.
 * One point stands in the middle; equal values lie on a line at half the height.
 */
export function scalesFor(count: number, values: readonly number[], { width, height, margin }: Box): Scales {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const across = width - 2 * margin;
  const up = height - 2 * margin;
  return {
    x: (place) => short(margin + (count > 1 ? (place / (count - 1)) * across : across / 2)),
    y: (value) => short(height - margin - (high > low ? ((value - low) / (high - low)) * up : up / 2)),
  };
}

function short(length: number): number {
  return Math.round(length * 10) / 10;
}

type Point = readonly [x: number, y: number];

export function line(points: readonly Point[]): string {
  return points.map(([x, y]) => `${x},${y}`).join(" ");
}

/** The polylines of a series where `null` is a gap. */
export function stretches(values: readonly (number | null)[], { x, y }: Scales): Point[][] {
  const found: Point[][] = [[]];
  values.forEach((value, place) => {
    if (value === null) found.push([]);
    else found[found.length - 1]?.push([x(place), y(value)]);
  });
  return found.filter((points) => points.length > 0);
}
