import type { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { Mutex } from "async-mutex";
import type Sqlite from "better-sqlite3";

type Connection = Awaited<ReturnType<PrismaBetterSqlite3["connect"]>>;
type Transaction = Awaited<ReturnType<Connection["startTransaction"]>>;

/** Keeps statements out of other requests' transactions. A process has one connection to its SQLite file, and the
 *  adapter serializes only transactions: without this, one visitor's write could be rolled back with another's
 *  transaction, or read uncommitted data. Inside a transaction use only its own queries: `db()` would wait for the
 *  transaction to end. */
export function oneAtATime(connection: Connection): Connection {
  const turns = new Mutex();
  const { client } = connection as Connection & { client: Sqlite.Database };
  const queryRaw = connection.queryRaw.bind(connection);
  const executeRaw = connection.executeRaw.bind(connection);
  const startTransaction = connection.startTransaction.bind(connection);

  /** The adapter's BEGIN takes the write lock at the first write: one that follows a read is refused without waiting if
   *  another process wrote in between. Taken at once, the lock is waited for. */
  const beginWriting = async (transaction: Transaction) => {
    try {
      for (const sql of ["ROLLBACK", "BEGIN IMMEDIATE"]) await executeRaw({ sql, args: [], argTypes: [] });
    } catch (error) {
      await transaction.rollback();
      throw error;
    }
  };

  connection.queryRaw = (query) => turns.runExclusive(() => queryRaw(query));
  connection.executeRaw = (query) => turns.runExclusive(() => executeRaw(query));
  connection.startTransaction = async (isolationLevel) => {
    const end = await turns.acquire();
    try {
      const transaction = await startTransaction(isolationLevel);
      await beginWriting(transaction);
      const [commit, rollback] = [transaction.commit.bind(transaction), transaction.rollback.bind(transaction)];
      const finish = async (how: () => Promise<void>) => {
        try {
          // Prisma has already sent COMMIT or ROLLBACK; if that failed, the transaction must not stay open.
          if (client.inTransaction) client.exec("ROLLBACK");
        } finally {
          await how().finally(end);
        }
      };
      transaction.commit = () => finish(commit);
      transaction.rollback = () => finish(rollback);
      return transaction;
    } catch (error) {
      end();
      throw error;
    }
  };
  return connection;
}
