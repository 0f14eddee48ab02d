import { circle, closed, dot, line, type Motif, type Point, polar, steps } from "./pen";

/** Nuclear medicine: lines of response between the detectors of a ring. */
export const coincidences: Motif = (random, center) => {
  const radius = random.between(132, 150);
  const sources = steps(random.whole(2, 4), 0, 1).map(() =>
    polar(center, random.between(0, Math.PI * 2), random.between(15, 70)),
  );
  const chords = sources.flatMap((source) =>
    steps(random.whole(13, 19), 0, Math.PI).map((turn) => {
      const angle = turn + random.between(-0.1, 0.1);
      const [dx, dy] = [source[0] - center[0], source[1] - center[1]];
      const along = dx * Math.cos(angle) + dy * Math.sin(angle);
      const reach = Math.sqrt(Math.max(0, along * along - (dx * dx + dy * dy) + radius * radius));
      return line([polar(source, angle, -along + reach), polar(source, angle, -along - reach)]);
    }),
  );
  const crystals = steps(73, 0, Math.PI * 2).map((a) =>
    line([polar(center, a, radius + 3), polar(center, a, radius + 15)]),
  );
  return [
    { d: chords.join(""), width: 0.5, opacity: 0.75 },
    { d: crystals.join(""), width: 1.6 },
    { d: circle(center, radius) + circle(center, radius + 18), width: 0.7 },
    { d: sources.map(dot).join(""), tone: "accent", width: 8 },
  ];
};

/** Nuclear medicine: counts that thin out with every half-life. */
export const decay: Motif = (random, [x, y]) => {
  const halfLife = random.between(52, 88);
  const counts = Array.from(
    { length: 620 },
    (): Point => [x + random.between(-185, 185), y + 150 + Math.log(1 - random.between(0, 0.993)) * halfLife],
  );
  return [
    { d: counts.map(dot).join(""), width: 2.1 },
    {
      d: counts
        .filter((_, i) => i % 14 === 0)
        .map(dot)
        .join(""),
      tone: "accent",
      width: 4.4,
    },
    {
      d: steps(6, 0, 5)
        .map((n) =>
          line([
            [x - 190, y + 150 - n * halfLife * 0.69],
            [x + 190, y + 150 - n * halfLife * 0.69],
          ]),
        )
        .join(""),
      width: 0.4,
      opacity: 0.7,
    },
  ];
};

/** Nuclear medicine: the polar map of a gated heart. */
export const polarMap: Motif = (random, center) => {
  const rings = steps(9, 14, 150);
  const turn = random.between(0, Math.PI);
  const shade = (ring: number, part: number) => 0.08 + 0.62 * Math.abs(Math.sin(ring * 0.9 + part * 0.7 + turn));
  const cells = rings.slice(1).flatMap((outer, ring) =>
    Array.from({ length: 12 }, (_, part) => {
      const [from, to] = [turn + (part * Math.PI) / 6, turn + ((part + 1) * Math.PI) / 6];
      const inner = rings[ring] ?? 14;
      const edge = [
        ...steps(5, from, to).map((a) => polar(center, a, outer)),
        ...steps(5, to, from).map((a) => polar(center, a, inner)),
      ];
      return { d: closed(edge), shade: Math.round(shade(ring, part) * 8) };
    }),
  );
  return [
    ...[1, 2, 3, 4, 5, 6].map((level) => ({
      d:
        cells
          .filter((cell) => cell.shade === level)
          .map((cell) => cell.d)
          .join("") || "M0 0",
      fill: level > 4 ? ("accent" as const) : ("line" as const),
      opacity: level > 4 ? 0.9 : level * 0.12,
      width: 0,
    })),
    { d: rings.map((size) => circle(center, size)).join(""), width: 0.6 },
  ];
};
