import { arc, circle, line, type Motif, type Point, polar, steps } from "./pen";

/** Vascular interventional: a contrast-filled vessel tree in the round image field, with an advancing catheter. */
export const vessels: Motif = (random, center) => {
  const radius = 146;
  const branches: string[][] = [[], [], [], [], [], []];
  const grow = (from: Point, angle: number, length: number, depth: number): void => {
    if (depth > 5 || Math.hypot(from[0] - center[0], from[1] - center[1]) > radius + 4) return;
    const bend = angle + random.between(-0.35, 0.35);
    const to = polar(polar(from, angle, length / 2), bend, length / 2);
    branches[depth]?.push(line([from, polar(from, angle, length / 2), to]));
    for (const side of [-1, 1])
      grow(to, bend + side * random.between(0.22, 0.62), length * random.between(0.7, 0.86), depth + 1);
  };
  const root = Math.PI / 2 + random.between(-0.5, 0.5);
  const start = polar(center, root, radius);
  grow(start, root + Math.PI, 62, 0);
  return [
    { d: circle(center, radius) + circle(center, radius + 5), width: 0.8 },
    ...branches.map((lines, depth) => ({
      d: lines.join("") || "M0 0",
      width: 5.4 / (depth + 1) + 0.25,
      opacity: 1 - depth * 0.08,
    })),
    { d: line([polar(center, root, 260), start, polar(start, root + Math.PI, 50)]), tone: "accent", width: 1.6 },
  ];
};

/** Vascular interventional: the C-arm's rotation around its isocenter. */
export const cArm: Motif = (random, center) => {
  const turn = random.between(-0.8, 0.8);
  const views = steps(random.whole(6, 9), -0.75, 0.75);
  const frame = (angle: number) => {
    const [a, b] = [turn + angle - 1.35, turn + angle + 1.35];
    return (
      arc(center, 148, a, b) +
      line([polar(center, a, 128), polar(center, a, 168)]) +
      line([polar(center, b, 128), polar(center, b, 168)])
    );
  };
  const beam = (angle: number) =>
    [-0.16, 0.16]
      .map((off) =>
        line([polar(center, turn + angle + 1.35, 148), polar(center, turn + angle + 1.35 + Math.PI + off, 128)]),
      )
      .join("");
  return [
    { d: views.map(beam).join(""), width: 0.5, opacity: 0.8 },
    { d: views.map(frame).join(""), width: 0.8 },
    { d: [12, 26, 42, 60].map((size) => circle(center, size)).join(""), width: 0.6 },
    { d: frame(0) + beam(0), tone: "accent", width: 1.8 },
  ];
};
