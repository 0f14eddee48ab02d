import { bump, closed, curve, dot, line, type Motif, polar, steps } from "./pen";

/** Breast sonography: layers that curve around a mass, and its shadow. */
export const layers: Motif = (random, [x, y]) => {
  const mass = [x + random.between(-55, 55), y + random.between(-25, 35)] as const;
  const size = random.between(26, 42);
  const phase = random.between(0, 6);
  const layer = (at: number) => {
    const apart = at - (mass[1] - y);
    return curve(66, -195, 195, (t) => {
      const near = bump(x + t, mass[0], size * 1.15);
      const push = Math.sign(apart || 1) * Math.max(0, size + 5 - Math.abs(apart) * 0.55) * near;
      return [x + t, y + at + push + 5 * Math.sin(t / 42 + phase + at / 40) * (1 + at / 260)];
    });
  };
  return [
    { d: steps(random.whole(22, 30), -165, 150).map(layer).join(""), width: 0.75 },
    {
      d: [1, 0.72, 0.44]
        .map((share) =>
          closed(
            steps(37, 0, Math.PI * 2).map((a) => polar(mass, a, size * share * (1 + 0.08 * Math.sin(a * 5 + phase)))),
          ),
        )
        .join(""),
      tone: "accent",
      fill: "ground",
      width: 1.2,
    },
    {
      d: steps(9, -0.8, 0.8)
        .map((t) =>
          line([
            [mass[0] + t * size, mass[1] + size + 8],
            [mass[0] + t * size * 1.15, mass[1] + 200],
          ]),
        )
        .join(""),
      tone: "accent",
      width: 0.6,
      opacity: 0.8,
    },
  ];
};

/** Breast sonography: a needle guided to the mass in the plane of the beam. */
export const needle: Motif = (random, center) => {
  const target = polar(center, random.between(0, 6), 20);
  const angle = Math.PI + random.between(0.3, 0.75);
  const rings = steps(random.whole(11, 16), 16, 175);
  const phase = random.between(0, 6);
  const ring = (size: number) =>
    closed(
      steps(61, 0, Math.PI * 2).map((a) =>
        polar(target, a, size * (1 + 0.09 * Math.sin(a * 3 + phase) + 0.05 * Math.sin(a * 5 - size / 30))),
      ),
    );
  return [
    { d: rings.map(ring).join(""), width: 0.7 },
    {
      d: steps(19, 20, 250)
        .map((at) =>
          line([polar(polar(target, angle, at), angle + 1.57, 3), polar(polar(target, angle, at), angle - 1.57, 3)]),
        )
        .join(""),
      tone: "accent",
      width: 0.8,
    },
    { d: line([target, polar(target, angle, 280)]), tone: "accent", width: 2.2 },
    { d: dot(target), tone: "accent", width: 6 },
  ];
};
