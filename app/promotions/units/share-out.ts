/** PRICING 2: divides a whole in proportion to weights, by the largest remainder; a tie goes to the earlier part. Parts are whole and
 *  not negative, and add up to the whole. A weight of 0 gets nothing; if all weights are 0, nothing is shared. */
export function shareOut(whole: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum === 0) return weights.map(() => 0);
  const parts = weights.map((weight) => Math.floor((whole * weight) / sum));
  const remainders = weights.map((weight, index) => ({ index, rest: (whole * weight) % sum }));
  remainders.sort((a, b) => b.rest - a.rest || a.index - b.index);
  const missing = whole - parts.reduce((total, part) => total + part, 0);
  for (const { index } of remainders.slice(0, missing)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}
