// Preloaded into a process (`node --import`): its clock is SHIFT_SECONDS off, as on a machine with a wrong clock.
const shift = Number(process.env.SHIFT_SECONDS) * 1000;
const Real = Date;
globalThis.Date = class extends Real {
  constructor(...parts) {
    if (parts.length === 0) super(Real.now() + shift);
    else super(...parts);
  }
  static now() {
    return Real.now() + shift;
  }
};
