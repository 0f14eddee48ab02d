import { closed, dot, line, type Motif, polar, steps } from "./pen";

/** Radiation therapy: isodose curves where beams cross. */
export const isodose: Motif = (random, center) => {
  const beams = steps(random.whole(3, 6), 0, 1).map(() => random.between(0, Math.PI));
  const levels = steps(random.whole(8, 12), 0.12, 1);
  const wobble = random.between(0.15, 0.35);
  const shape = (level: number) =>
    closed(
      steps(73, 0, Math.PI * 2).map((angle) => {
        const along = beams.reduce((most, beam) => Math.max(most, Math.abs(Math.cos(angle - beam)) ** 14), 0);
        const round = 1 + wobble * 0.4 * Math.sin(angle * 2 + (beams[0] ?? 0)) + wobble * 0.3 * Math.sin(angle * 3);
        return polar(center, angle, 112 * level * (round + along * level * 0.75));
      }),
    );
  return [
    {
      d: beams
        .flatMap((beam) =>
          [-14, 14].map((off) => {
            const side = polar(center, beam + Math.PI / 2, off);
            return line([polar(side, beam, 260), polar(side, beam, -260)]);
          }),
        )
        .join(""),
      width: 0.4,
      opacity: 0.7,
    },
    { d: levels.slice(1).map(shape).join(""), width: 0.8 },
    { d: shape(levels[0] ?? 0.1) + shape(0.2), tone: "accent", width: 1.4 },
    { d: dot(center), tone: "accent", width: 5 },
  ];
};

/** Radiation therapy: the leaves of a multileaf collimator around a target. */
export const leaves: Motif = (random, [x, y]) => {
  const rows = steps(32, -190, 190);
  const phase = random.between(0, 6);
  const edge = (at: number, side: number) => {
    const inside = 1 - (at / 125) ** 2;
    if (inside <= 0) return side * 3;
    return side * (Math.sqrt(inside) * 82 + 13 * Math.sin(at / 24 + phase + side));
  };
  const leaf = (at: number, side: number) =>
    line([
      [x + side * 220, y + at - 5],
      [x + edge(at, side), y + at - 5],
      [x + edge(at, side), y + at + 5],
      [x + side * 220, y + at + 5],
    ]);
  const outline = (shrink: number) =>
    closed([
      ...rows.map((at) => [x + edge(at, -1) * shrink, y + at * shrink] as const),
      ...rows.toReversed().map((at) => [x + edge(at, 1) * shrink, y + at * shrink] as const),
    ]);
  return [
    { d: rows.flatMap((at) => [leaf(at, -1), leaf(at, 1)]).join(""), width: 0.75 },
    { d: [0.8, 0.6, 0.4].map(outline).join(""), tone: "accent", width: 1.1 },
    {
      d:
        line([
          [x - 220, y],
          [x + 220, y],
        ]) +
        line([
          [x, y - 220],
          [x, y + 220],
        ]),
      width: 0.4,
      opacity: 0.7,
    },
  ];
};
