/** Indexes of items that occurred earlier in the list. */
export function duplicateIndexes<Item>(items: readonly Item[]): number[] {
  const seen = new Set<Item>();
  return items.flatMap((item, index) => {
    if (seen.has(item)) return [index];
    seen.add(item);
    return [];
  });
}
