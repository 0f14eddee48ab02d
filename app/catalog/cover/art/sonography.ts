import { arc, curve, dot, line, type Motif, polar, steps } from "./pen";

/** Sonography: the sector of a curved array, with its focus. */
export const sector: Motif = (random, [x, y]) => {
  const apex = [x, y - 215] as const;
  const spread = random.between(0.4, 0.56);
  const middle = Math.PI / 2;
  const depths = steps(random.whole(24, 34), 70, 370);
  const focus = random.between(190, 260);
  return [
    { d: depths.map((depth) => arc(apex, depth, middle - spread, middle + spread)).join(""), width: 0.7 },
    {
      d: steps(15, middle - spread, middle + spread)
        .map((a) => line([polar(apex, a, 70), polar(apex, a, 370)]))
        .join(""),
      width: 0.35,
      opacity: 0.7,
    },
    {
      d: [-1, 1]
        .map((side) =>
          curve(30, 70, 370, (depth) =>
            polar(apex, middle + (side * (6 + Math.abs(depth - focus) * 0.16)) / depth, depth),
          ),
        )
        .join(""),
      tone: "accent",
      width: 1.4,
    },
    { d: arc(apex, 64, middle - spread, middle + spread), tone: "accent", width: 4 },
  ];
};

/** Sonography: wavefronts of neighboring elements add up to one. */
export const wavefronts: Motif = (random, [x, y]) => {
  const elements = steps(random.whole(4, 6), -84, 84);
  const tilt = random.between(-0.3, 0.3);
  const fronts = steps(random.whole(9, 13), 18, 300);
  return [
    {
      d: elements
        .flatMap((at) => fronts.map((size) => arc([x + at, y - 130 + at * tilt], size, 0.12, Math.PI - 0.12)))
        .join(""),
      width: 0.6,
      opacity: 0.85,
    },
    { d: elements.map((at) => dot([x + at, y - 130 + at * tilt])).join(""), tone: "accent", width: 8 },
    {
      d: line([
        [x - 130, y - 130 - 130 * tilt],
        [x + 130, y - 130 + 130 * tilt],
      ]),
      tone: "accent",
      width: 1.4,
    },
  ];
};
