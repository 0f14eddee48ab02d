import { arc, curve, dot, line, type Motif, polar, steps } from "./pen";

/** Mammography: contours of a compressed breast at the receptor's edge. */
export const contours: Motif = (random, [, y]) => {
  const wide = random.between(185, 240);
  const tall = random.between(120, 160);
  const sag = random.between(-18, 30);
  const contour = (share: number) =>
    curve(40, -Math.PI / 2, Math.PI / 2, (a) => [
      -34 + Math.cos(a) ** 0.82 * wide * share,
      y + Math.sin(a) * tall * share + sag * share * Math.cos(a),
    ]);
  const tip = [-34 + wide, y + sag] as const;
  return [
    { d: steps(random.whole(13, 19), 0.16, 0.97).map(contour).join(""), width: 0.7 },
    { d: contour(1), width: 1.6 },
    {
      d: steps(9, -0.62, 0.62)
        .map((a) => line([tip, polar(tip, Math.PI + a, wide * 0.72)]))
        .join(""),
      tone: "accent",
      width: 0.7,
    },
    { d: dot(tip), tone: "accent", width: 6 },
  ];
};

/** Mammography: the tube's arc over tomosynthesis slices. */
export const tomosynthesis: Motif = (random, [x, y]) => {
  const isocentre = [x, y + 70] as const;
  const views = steps(random.whole(9, 15), -0.62, 0.62).map((a) => polar(isocentre, a - Math.PI / 2, 205));
  const slices = steps(random.whole(9, 13), 10, 110);
  const half = (at: number) => 118 - (at - 60) ** 2 / 60;
  return [
    { d: arc(isocentre, 205, -0.7 - Math.PI / 2, 0.7 - Math.PI / 2), width: 0.8 },
    {
      d: views.map((view) => line([view, [x - 40, y + 110]]) + line([view, [x + 40, y + 110]])).join(""),
      width: 0.4,
      opacity: 0.75,
    },
    {
      d: slices
        .map((at) =>
          line([
            [x - half(at), y + at],
            [x + half(at), y + at],
          ]),
        )
        .join(""),
      width: 0.9,
    },
    {
      d:
        line([
          [x - 135, y + 4],
          [x + 135, y + 4],
        ]) +
        line([
          [x - 135, y + 116],
          [x + 135, y + 116],
        ]),
      width: 1.8,
    },
    { d: views.map(dot).join(""), tone: "accent", width: 6 },
  ];
};
