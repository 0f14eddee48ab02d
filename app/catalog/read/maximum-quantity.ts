/** More than this is a department's order, made by telephone. The database's own limit is higher, so adding up never fails. */
export const maximumQuantity = 50;
