/** Drawing primitives for the motifs. A cover is 300 x 400 units. */
export type Point = readonly [x: number, y: number];

/** Strokes of one kind. Tones are the cover's own colors; a fill of "ground" hides what is behind it. */
export type Stroke = {
  d: string;
  tone?: "line" | "accent";
  width?: number;
  opacity?: number;
  fill?: "ground" | "line" | "accent";
};

/** Draws around a center, with random numbers seeded by the title. Deterministic. */
export type Motif = (random: Random, center: Point) => Stroke[];

export type Random = {
  between: (low: number, high: number) => number;
  whole: (low: number, high: number) => number;
  pick: <Item>(items: readonly [Item, ...Item[]]) => Item;
};

/** FNV-1a: a stable 32-bit hash of a string. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}

/** Seeded random numbers (mulberry32): the same seed always draws the same picture. */
export function seededRandom(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const between = (low: number, high: number) => low + next() * (high - low);
  const whole = (low: number, high: number) => Math.floor(between(low, high + 1));
  return { between, whole, pick: (items) => items[whole(0, items.length - 1)] ?? items[0] };
}

const short = (value: number) => String(Math.round(value * 10) / 10);

const tenths = (value: number) => Math.round(value * 10);

/** Relative steps: half the bytes of absolute coordinates. */
export function line(points: readonly Point[]): string {
  let [fromX, fromY] = [0, 0];
  let d = "";
  for (const [index, [x, y]] of points.entries()) {
    const [stepX, stepY] = [tenths(x) - fromX, tenths(y) - fromY];
    if (index > 0 && stepX === 0 && stepY === 0) continue;
    d += `${index === 0 ? "M" : index === 1 ? "l" : stepX < 0 ? "" : " "}${stepX / 10}${stepY < 0 ? "" : " "}${stepY / 10}`;
    [fromX, fromY] = [tenths(x), tenths(y)];
  }
  return d;
}

export function closed(points: readonly Point[]): string {
  return `${line(points)}Z`;
}

/** A dot is a zero-length stroke: round caps make it a disc. */
export function dot([x, y]: Point): string {
  return `M${short(x)} ${short(y)}h0`;
}

export function circle([x, y]: Point, radius: number): string {
  return ellipse([x, y], radius, radius);
}

export function ellipse([x, y]: Point, across: number, down: number): string {
  const [a, b] = [short(across), short(down)];
  return `M${short(x - across)} ${short(y)}a${a} ${b} 0 1 0 ${short(2 * across)} 0a${a} ${b} 0 1 0 ${short(-2 * across)} 0`;
}

export function rectangle([x, y]: Point, across: number, down: number): string {
  return `M${short(x - across)} ${short(y - down)}h${short(2 * across)}v${short(2 * down)}h${short(-2 * across)}Z`;
}

/** The point at an angle (radians, clockwise from the right) and distance. */
export function polar([x, y]: Point, angle: number, radius: number): Point {
  return [x + Math.cos(angle) * radius, y + Math.sin(angle) * radius];
}

export function arc(center: Point, radius: number, from: number, to: number): string {
  const start = polar(center, from, radius);
  const end = polar(center, to, radius);
  const large = Math.abs(to - from) > Math.PI ? 1 : 0;
  const size = short(radius);
  return `${line([start])}A${size} ${size} 0 ${large} ${to > from ? 1 : 0} ${short(end[0])} ${short(end[1])}`;
}

/** `count` evenly spaced values from `from` to `to`, inclusive. */
export function steps(count: number, from: number, to: number): number[] {
  return Array.from({ length: count }, (_, index) => from + ((to - from) * index) / Math.max(1, count - 1));
}

/** A curve through `at(value)` for each value. */
export function curve(count: number, from: number, to: number, at: (value: number) => Point): string {
  return line(steps(count, from, to).map(at));
}

export function bump(x: number, at: number, breadth: number): number {
  return Math.exp(-((x - at) ** 2) / (2 * breadth ** 2));
}
