import { arc, circle, closed, dot, line, type Motif, polar, steps } from "./pen";

/** R.R.A.: a sphere of scan planes with a planned path through it. */
export const planes: Motif = (random, center) => {
  const radius = random.between(112, 138);
  const tilt = random.between(-0.6, 0.6);
  const turned = (across: number, down: number, angle: number) =>
    closed(
      steps(49, 0, Math.PI * 2).map((t) => {
        const [px, py] = [Math.cos(t) * across, Math.sin(t) * down];
        return [
          center[0] + px * Math.cos(angle) - py * Math.sin(angle),
          center[1] + px * Math.sin(angle) + py * Math.cos(angle),
        ] as const;
      }),
    );
  const meridians = steps(random.whole(6, 9), 0.08, 1);
  const path = random.between(0.5, 1.1);
  return [
    { d: meridians.map((share) => turned(radius * share, radius, tilt)).join(""), width: 0.65 },
    {
      d: meridians
        .slice(0, -1)
        .map((share) => turned(radius, radius * share, tilt))
        .join(""),
      width: 0.45,
      opacity: 0.7,
    },
    { d: line([polar(center, -path, 230), polar(center, -path, 12)]), tone: "accent", width: 1.6 },
    { d: circle(center, 12), tone: "accent", width: 1.2 },
  ];
};

/** R.R.A.: a protractor of approach angles to one point. */
export const approaches: Motif = (random, [x, y]) => {
  const target = [x + random.between(-30, 30), y + 95] as const;
  const rings = steps(random.whole(7, 10), 40, 215);
  const chosen = -Math.PI / 2 + random.between(-0.7, 0.7);
  return [
    { d: rings.map((size) => arc(target, size, -Math.PI, 0)).join(""), width: 0.7 },
    {
      d: steps(37, -Math.PI, 0)
        .map((a, i) => line([polar(target, a, i % 3 ? 200 : 40), polar(target, a, 215)]))
        .join(""),
      width: 0.5,
      opacity: 0.8,
    },
    {
      d: line([
        [x - 170, target[1]],
        [x + 170, target[1]],
      ]),
      width: 0.9,
    },
    { d: line([target, polar(target, chosen, 250)]), tone: "accent", width: 2 },
    { d: dot(target), tone: "accent", width: 9 },
  ];
};
