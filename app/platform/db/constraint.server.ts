import { Prisma } from "../prisma/sqlite/client";

/** A primary key or unique index, by the name that Prisma's migrations give it: `Order_pkey`, `Order_number_key`. */
type Constraint = `${Prisma.ModelName}_pkey` | `${Prisma.ModelName}_${string}_key`;

/** Whether a write met a row that already has the same value under one of these constraints: the expected loser of a race. A violation
 *  of any other constraint is a bug, so it is false. On PostgreSQL such a write ends the whole transaction: look outside of it. */
export function isDuplicateOf(error: unknown, ...constraints: Constraint[]): boolean {
  const violated = violatedConstraint(error);
  return constraints.some((constraint) => constraint === violated);
}

/** What Prisma's driver adapters say of a unique violation. */
type Violation = {
  kind?: string;
  originalCode?: string;
  table?: string;
  /** PostgreSQL names the index, SQLite only the fields. */
  constraint?: { index?: string; fields?: string[] };
};

/** The name of the unique constraint that a write violated; undefined where the error is another one. */
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
