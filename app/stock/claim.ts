/** Units of one stock that an order wants. */
export type Claim = { stockId: string; units: number };
