/** Places of what stands in a list a second time. */
export function repeated<Item>(items: readonly Item[]): number[] {
  const seen = new Set<Item>();
  return items.flatMap((item, index) => {
    if (seen.has(item)) return [index];
    seen.add(item);
    return [];
  });
}
