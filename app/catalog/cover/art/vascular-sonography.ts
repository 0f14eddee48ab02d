import { bump, curve, line, type Motif, steps } from "./pen";

/** One heartbeat of an arterial spectrum: height 0 to 1 over phase 0 to 1. */
function beat(phase: number): number {
  return bump(phase, 0.18, 0.07) + 0.34 * bump(phase, 0.36, 0.16) + 0.16 * bump(phase, 0.62, 0.1) + 0.06;
}

/** Vascular sonography: Doppler spectra on both sides of the baseline. */
export const doppler: Motif = (random, [x, y]) => {
  const period = random.between(62, 105);
  const height = random.between(95, 130);
  const shift = random.between(0, 60);
  const columns = steps(153, -190, 190);
  const phase = (at: number) => ((((at + 150 + shift) / period) % 1) + 1) % 1;
  const above = columns.map((at) =>
    line([
      [x + at, y + 30 - height * beat(phase(at)) * random.between(0.05, 0.45)],
      [x + at, y + 30 - height * beat(phase(at)) * random.between(0.9, 1)],
    ]),
  );
  const below = columns.map((at) =>
    line([
      [x + at, y + 36],
      [x + at, y + 36 + (26 + 16 * Math.sin((at + shift) / (period * 0.32))) * random.between(0.6, 1)],
    ]),
  );
  return [
    { d: above.join(""), width: 1 },
    { d: curve(190, -190, 190, (at) => [x + at, y + 30 - height * beat(phase(at))]), width: 0.9 },
    { d: below.join(""), tone: "accent", width: 1 },
    {
      d: line([
        [x - 190, y + 33],
        [x + 190, y + 33],
      ]),
      width: 0.8,
    },
  ];
};

/** Vascular sonography: streamlines through a narrowing. */
export const streamlines: Motif = (random, [x, y]) => {
  const at = random.between(-50, 50);
  const narrow = random.between(0.5, 0.72);
  const lean = random.between(-0.3, 0.3);
  const half = (t: number) => 88 * (1 - narrow * bump(t, at, 34)) + 10 * Math.sin(t / 70);
  const stream = (share: number) => curve(62, -195, 195, (t) => [x + t, y + t * lean + share * half(t)]);
  return [
    { d: steps(random.whole(19, 27), -0.93, 0.93).map(stream).join(""), width: 0.65 },
    { d: [-1, 1, -1.12, 1.12].map(stream).join(""), width: 1.5 },
    {
      d: steps(9, -120, 120)
        .map((t) =>
          curve(15, -1, 1, (share) => [
            x + t + (1 - share * share) * 22 * (1 + 1.6 * bump(t, at, 40)),
            y + t * lean + share * half(t),
          ]),
        )
        .join(""),
      tone: "accent",
      width: 1,
    },
  ];
};
