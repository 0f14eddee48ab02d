import { bump, curve, dot, line, type Motif, polar, steps } from "./pen";

/** MR: interleaved spirals through k-space. */
export const spirals: Motif = (random, center) => {
  const arms = random.whole(5, 11);
  const turns = random.between(1.4, 2.6);
  const hand = random.pick([1, -1]);
  const arm = (start: number) =>
    curve(54, 0, 1, (t) => polar(center, start + hand * t * turns * Math.PI * 2, 4 + t * 158));
  const starts = Array.from({ length: arms }, (_, i) => (i * Math.PI * 2) / arms);
  return [
    { d: starts.map(arm).join(""), width: 0.7 },
    { d: arm(starts[0] ?? 0), tone: "accent", width: 1.8 },
    {
      d:
        line([
          [center[0] - 175, center[1]],
          [center[0] + 175, center[1]],
        ]) +
        line([
          [center[0], center[1] - 175],
          [center[0], center[1] + 175],
        ]),
      width: 0.4,
      opacity: 0.7,
    },
  ];
};

/** MR: samples of Cartesian k-space, strongest in the middle. */
export const samples: Motif = (random, [x, y]) => {
  const [a, b] = [random.between(2.4, 4.2), random.between(2.4, 4.2)];
  const sinc = (v: number) => (Math.abs(v) < 1e-6 ? 1 : Math.sin(v) / v);
  const groups = new Map<number, string[]>();
  for (const row of steps(25, -12, 12)) {
    for (const column of steps(25, -12, 12)) {
      const signal = Math.abs(sinc(column / a) * sinc(row / b)) ** 0.55;
      const size = Math.max(1, Math.round(signal * 9));
      groups.set(size, [...(groups.get(size) ?? []), dot([x + column * 13, y + row * 13])]);
    }
  }
  return [...groups].map(([size, dots]) => ({
    d: dots.join(""),
    width: size * 1.05,
    tone: size > 6 ? "accent" : "line",
    opacity: size > 1 ? 1 : 0.6,
  }));
};

/** MR: an echo train, one row for each phase encoding. */
export const echoes: Motif = (random, [x, y]) => {
  const rows = steps(random.whole(9, 13), -140, 140);
  const spacing = random.between(66, 90);
  const tone = random.between(0.5, 0.75);
  const row = (at: number) => {
    const strength = 19 * Math.cos((at / 150) * 1.25);
    return curve(270, -195, 195, (t) => {
      const echo =
        Math.cos((Math.round(t / spacing) * spacing - t) * tone) *
        bump(t, Math.round(t / spacing) * spacing, spacing / 7);
      return [x + t, y + at - echo * strength * Math.exp(-(t + 155) / 380)];
    });
  };
  return [
    { d: rows.map(row).join(""), width: 0.75 },
    { d: row(0), tone: "accent", width: 1.6 },
  ];
};
