import { bump, closed, curve, line, type Motif, steps } from "./pen";

/** Cardiac interventional: pressure-volume loops of successive beats. */
export const loops: Motif = (random, [x, y]) => {
  const beats = steps(random.whole(9, 14), 0.35, 1);
  const lean = random.between(-0.25, 0.05);
  const loop = (share: number) =>
    closed(
      steps(61, 0, Math.PI * 2).map((t) => {
        const [c, s] = [Math.cos(t), Math.sin(t)];
        const across = Math.sign(c) * Math.abs(c) ** 0.55 * 105 * share + 30 * (share - 1);
        const down = Math.sign(s) * Math.abs(s) ** 0.7 * 112 * share;
        return [x + across + 10, y + down + across * lean * (s < 0 ? 1 : 0.2) + 40 * (1 - share)] as const;
      }),
    );
  return [
    { d: beats.map(loop).join(""), width: 0.75 },
    { d: loop(beats[Math.floor(beats.length * 0.6)] ?? 1), tone: "accent", width: 2 },
    {
      d:
        curve(20, -135, 100, (t) => [x + t, y + 70 - Math.exp((t + 135) / 68)]) +
        line([
          [x - 135, y + 135],
          [x + 150, y + 135],
        ]) +
        line([
          [x - 135, y - 150],
          [x - 135, y + 135],
        ]),
      width: 0.7,
    },
  ];
};

/** Cardiac interventional: pressure below stacked electrocardiogram leads. */
export const tracings: Motif = (random, [x, y]) => {
  const period = random.between(70, 118);
  const rows = steps(random.whole(8, 11), -140, 140);
  const shift = random.between(0, 60);
  const phase = (t: number, row: number) => ((((t + 160 + shift + row * 7) / period) % 1) + 1) % 1;
  const lead = (p: number) =>
    0.16 * bump(p, 0.14, 0.03) -
    0.18 * bump(p, 0.245, 0.012) +
    bump(p, 0.27, 0.014) -
    0.3 * bump(p, 0.297, 0.013) +
    0.3 * bump(p, 0.55, 0.055);
  const trace = (row: number, index: number) =>
    curve(380, -195, 195, (t) => [
      x + t,
      y + row - lead(phase(t, index)) * (22 + 14 * Math.abs(Math.sin(index * 1.3))),
    ]);
  return [
    {
      d: steps(40, -195, 195)
        .map((t) =>
          line([
            [x + t, y - 175],
            [x + t, y + 160],
          ]),
        )
        .join(""),
      width: 0.25,
      opacity: 0.7,
    },
    { d: rows.map(trace).join(""), width: 0.8 },
    { d: trace(rows[4] ?? 0, 4), tone: "accent", width: 1.8 },
  ];
};
