import { Prisma } from "../prisma/sqlite/client";

/** A primary key or unique index, named as in Prisma's migrations: `Order_pkey`, `Order_number_key`. */
type Constraint = `${Prisma.ModelName}_pkey` | `${Prisma.ModelName}_${string}_key`;

/** Whether a write violated one of these constraints, as the loser of a race is expected to. False for any other
 *  constraint, which is a bug. On PostgreSQL a violation aborts the transaction, so check outside it. */
export function isDuplicateOf(error: unknown, ...constraints: Constraint[]): boolean {
  const violated = violatedConstraint(error);
  return constraints.some((constraint) => constraint === violated);
}

/** A unique violation as reported by Prisma's driver adapters. */
type Violation = {
  kind?: string;
  originalCode?: string;
  table?: string;
  /** PostgreSQL names the index; SQLite names only the fields. */
  constraint?: { index?: string; fields?: string[] };
};

/** Name of the violated unique constraint; undefined for any other error. */
export function violatedConstraint(error: unknown): string | undefined {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== "P2002") return undefined;
  const { cause } = (error.meta?.driverAdapterError ?? {}) as { cause?: Violation };
  const { index, fields } = cause?.constraint ?? {};
  if (index) return index;
  if (!cause?.table || !fields) return undefined;
  return cause.originalCode === "SQLITE_CONSTRAINT_PRIMARYKEY"
    ? `${cause.table}_pkey`
    : `${cause.table}_${fields.join("_")}_key`;
}
