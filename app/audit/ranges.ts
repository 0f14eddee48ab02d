/** Whole numbers as text, in order: "3", "7-12". */
export function rangesOf(numbers: number[]): string[] {
  const ranges: [number, number][] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`));
}

/** Whether one of the ranges has the number. */
export function isInRanges(number: number, ranges: string[]): boolean {
  return ranges.some((range) => {
    const [from = Number.NaN, to = from] = range.split("-").map(Number);
    return number >= from && number <= to;
  });
}
