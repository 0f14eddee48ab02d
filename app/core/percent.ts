/** Parses a typed percentage ("15", "12.5", "12.5 %") into basis points; undefined if invalid. */
export function parsePercent(text: string): number | undefined {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?\s*%?$/.exec(text.trim());
  if (!match) return undefined;
  const basisPoints = Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  return basisPoints <= 10_000 ? basisPoints : undefined;
}

/** `12.5`, for a form field. */
export function decimalPercent(basisPoints: number): string {
  return String(basisPoints / 100);
}

/** 1500 basis points are "15%". */
export function formatPercent(basisPoints: number): string {
  return `${basisPoints / 100}%`;
}
