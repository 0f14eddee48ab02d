/** Larger department orders are made by phone. The database's limit is higher, so sums never fail. */
export const maximumQuantity = 50;
