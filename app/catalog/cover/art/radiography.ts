import { circle, closed, curve, dot, line, type Motif, rectangle, steps } from "./pen";

/** Radiography: from the focal spot through the collimator's blades onto the image receptor. */
export const collimator: Motif = (random, [x, y]) => {
  const spot = [x + random.between(-50, 50), y - 150] as const;
  const across = random.between(66, 98);
  const fields = steps(random.whole(7, 11), 0.16, 1);
  const skew = random.between(0.3, 0.46);
  const at = (share: number) => {
    const middle = [spot[0] + (x - spot[0]) * share, spot[1] + 262 * share] as const;
    const [w, h] = [across * share, across * share * skew];
    const shift = h * 0.7;
    return [
      [middle[0] - w + shift, middle[1] - h],
      [middle[0] + w + shift, middle[1] - h],
      [middle[0] + w - shift, middle[1] + h],
      [middle[0] - w - shift, middle[1] + h],
    ] as const;
  };
  const plane = at(1);
  const [nw, ne, se, sw] = plane;
  const between = (a: readonly [number, number], b: readonly [number, number], t: number) =>
    [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t] as const;
  const grid = steps(9, 0, 1).map(
    (t) => line([between(nw, ne, t), between(sw, se, t)]) + line([between(nw, sw, t), between(ne, se, t)]),
  );
  return [
    {
      d: steps(9, 0, 1)
        .flatMap((t) => [between(nw, ne, t), between(sw, se, t), between(nw, sw, t), between(ne, se, t)])
        .map((p) => line([spot, p]))
        .join(""),
      width: 0.4,
      opacity: 0.6,
    },
    { d: grid.join(""), width: 0.5, opacity: 0.8 },
    { d: fields.map((share) => closed(at(share))).join(""), width: 0.9 },
    {
      d:
        line([between(nw, ne, 0.5), between(sw, se, 0.5)]) +
        line([between(nw, sw, 0.5), between(ne, se, 0.5)]) +
        closed(plane),
      tone: "accent",
      width: 1.3,
    },
    { d: dot(spot), tone: "accent", width: 8 },
  ];
};

/** Radiography: the light field's crosshair between nested blades. */
export const blades: Motif = (random, center) => {
  const [x, y] = center;
  const ratio = random.between(0.72, 1.35);
  const turn = random.whole(8, 15);
  const sizes = steps(turn, 22, 190);
  const drift = [random.between(-1.6, 1.6), random.between(-1.6, 1.6)] as const;
  return [
    {
      d: sizes.map((size, i) => rectangle([x + drift[0] * i, y + drift[1] * i], size, size * ratio)).join(""),
      width: 0.8,
    },
    {
      d: steps(38, -190, 190)
        .map(
          (at) =>
            line([
              [x + at, y - 5],
              [x + at, y + 5],
            ]) +
            line([
              [x - 5, y + at],
              [x + 5, y + at],
            ]),
        )
        .join(""),
      width: 0.6,
      opacity: 0.8,
    },
    {
      d:
        line([
          [x - 200, y],
          [x + 200, y],
        ]) +
        line([
          [x, y - 220],
          [x, y + 220],
        ]),
      tone: "accent",
      width: 1.2,
    },
    { d: circle(center, 9), tone: "accent", width: 1.2 },
  ];
};

/** Radiography: characteristic curves above a step wedge. */
export const wedge: Motif = (random, [x, y]) => {
  const curves = steps(random.whole(9, 14), -1, 1);
  const slope = random.between(20, 30);
  const shoulder = (shift: number) =>
    curve(44, -200, 200, (at) => [x + at, y + 70 - 190 / (1 + Math.exp(-(at - shift * 70) / slope))]);
  const strip = steps(17, -204, 180);
  return [
    {
      d: steps(9, -130, 80)
        .map((at) =>
          line([
            [x - 200, y + at],
            [x + 200, y + at],
          ]),
        )
        .join(""),
      width: 0.35,
      opacity: 0.6,
    },
    { d: curves.map(shoulder).join(""), width: 0.8 },
    { d: shoulder(random.between(-0.3, 0.3)), tone: "accent", width: 2 },
    ...strip.map((at, i) => ({
      d: rectangle([x + at + 12, y + 104], 12, 12),
      fill: "line" as const,
      opacity: 0.06 + i * 0.055,
      width: 0.3,
    })),
  ];
};
