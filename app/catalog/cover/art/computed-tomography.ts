import { circle, curve, dot, ellipse, line, type Motif, polar, steps } from "./pen";

/** CT: a fan beam from the tube through the gantry's opening to the detectors. */
export const gantry: Motif = (random, center) => {
  const radius = random.between(128, 165);
  const first = random.between(-2.6, -0.5);
  const views = random.whole(1, 3);
  const rays = random.whole(13, 23);
  const spread = random.between(0.42, 0.62);
  const tubes = steps(views, first, first + 0.5 * (views - 1));
  const fan = (tube: number) =>
    steps(rays, tube + Math.PI - spread, tube + Math.PI + spread)
      .map((angle) => line([polar(center, tube, radius), polar(center, angle, radius)]))
      .join("");
  const detectors = steps(46, first + Math.PI - 1.1, first + Math.PI + 1.1);
  return [
    { d: [radius, radius + 7, radius + 42].map((size) => circle(center, size)).join(""), width: 0.8 },
    { d: circle(center, radius * 0.66), width: 1.2 },
    { d: ellipse([center[0], center[1] + 6], radius * 0.4, radius * 0.25), width: 0.7 },
    ...tubes.map((tube, index) => ({ d: fan(tube), width: 0.55, opacity: 0.85 / (index + 1) })),
    {
      d: detectors.map((a) => line([polar(center, a, radius), polar(center, a, radius + 7)])).join(""),
      tone: "accent",
      width: 1.1,
    },
    { d: tubes.map((tube) => dot(polar(center, tube, radius))).join(""), tone: "accent", width: 7 },
  ];
};

/** CT: a sinogram, the curves that points of a slice trace on the detectors as the tube turns. */
export const sinogram: Motif = (random, [x, y]) => {
  const points = steps(random.whole(22, 32), 0, 1).map(() => ({
    radius: random.between(8, 150),
    phase: random.between(0, Math.PI * 2),
  }));
  const trace = ({ radius, phase }: { radius: number; phase: number }) =>
    curve(44, 0, Math.PI * 1.5, (turn) => [x + radius * Math.cos(turn - phase), y - 165 + turn * 70]);
  return [
    { d: points.map(trace).join(""), width: 0.7, opacity: 0.8 },
    { d: points.slice(0, 3).map(trace).join(""), tone: "accent", width: 1.4 },
    {
      d: line([
        [x, y - 165],
        [x, y + 165],
      ]),
      width: 0.4,
      opacity: 0.6,
    },
  ];
};

/** CT: the helix that the tube traces around a moving table. */
export const helix: Motif = (random, [x, y]) => {
  const turns = random.whole(7, 11);
  const tilt = random.between(0.18, 0.3);
  const lean = random.between(-0.25, 0.25);
  const coil = (radius: number) =>
    curve(turns * 26, 0, turns * Math.PI * 2, (turn) => {
      const along = (turn / (turns * Math.PI * 2) - 0.5) * 300;
      return [x + Math.cos(turn) * radius + along * lean, y + along + Math.sin(turn) * radius * tilt];
    });
  return [
    { d: coil(118), width: 0.9 },
    { d: coil(110), width: 0.5, opacity: 0.7 },
    { d: coil(40), tone: "accent", width: 1 },
  ];
};
