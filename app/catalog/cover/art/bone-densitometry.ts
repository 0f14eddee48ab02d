import { bump, closed, curve, line, type Motif, steps } from "./pen";

/** Bone densitometry: stacked attenuation profiles, high over bone. */
export const profiles: Motif = (random, [x, y]) => {
  const rows = steps(random.whole(26, 32), -120, 140);
  const breadth = random.between(26, 38);
  const bodies = random.between(15, 22);
  return rows.map((at, index) => {
    const height = 26 + 16 * Math.abs(Math.sin(at / bodies));
    const wide = breadth * (1 + 0.22 * Math.cos((at / bodies) * 2));
    const shift = 7 * Math.sin(at / 60);
    const ridge = (t: number) =>
      height * (0.85 * bump(t, shift - wide, 9) + 0.85 * bump(t, shift + wide, 9) + 0.5 * bump(t, shift, wide * 0.6)) +
      2.4 * Math.sin(t * 0.31 + index * 1.7) * bump(t, 0, 70);
    return {
      d: curve(90, -190, 190, (t) => [x + t, y + at - ridge(t)]),
      fill: "ground",
      width: 0.9,
      tone: index % 9 === 4 ? "accent" : "line",
    };
  });
};

/** Bone densitometry: the lumbar spine and its regions of interest. */
export const vertebrae: Motif = (random, [x, y]) => {
  const levels = [-130, -65, 0, 65, 130];
  const waist = random.between(0.1, 0.22);
  const lean = random.between(-0.12, 0.12);
  const body = (at: number, shrink: number) =>
    closed(
      steps(41, 0, Math.PI * 2).map((t) => {
        const [c, s] = [Math.cos(t), Math.sin(t)];
        const [px, py] = [Math.sign(c) * Math.abs(c) ** 0.45 * 62, Math.sign(s) * Math.abs(s) ** 0.5 * 25];
        return [x + at * lean + px * shrink * (1 - waist * (1 - Math.abs(py) / 25)), y + at + py * shrink] as const;
      }),
    );
  return [
    {
      d: levels.flatMap((at) => steps(6, 0.2, 0.92).map((shrink) => body(at, shrink))).join(""),
      width: 0.5,
      opacity: 0.8,
    },
    { d: levels.map((at) => body(at, 1)).join(""), width: 1.1 },
    {
      d: levels
        .slice(0, -1)
        .map((at) =>
          line([
            [x - 120, y + at + 32],
            [x + 120, y + at + 32],
          ]),
        )
        .join(""),
      tone: "accent",
      width: 1.1,
    },
    {
      d:
        line([
          [x - 95, y - 180],
          [x - 95, y + 180],
        ]) +
        line([
          [x + 95, y - 180],
          [x + 95, y + 180],
        ]),
      width: 0.5,
    },
  ];
};
