import type { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { Mutex } from "async-mutex";
import type Sqlite from "better-sqlite3";

type Connection = Awaited<ReturnType<PrismaBetterSqlite3["connect"]>>;

/** Lets nobody's statement run inside somebody else's transaction. A process has one connection to its SQLite file, and the
 *  adapter makes only transactions wait for each other: without this, what one visitor writes is rolled back with another's
 *  transaction, and what that one has not committed is read. Inside a transaction use its own queries only: `db()` would wait
 *  for the transaction's end. */
export function oneAtATime(connection: Connection): Connection {
  const turns = new Mutex();
  const { client } = connection as Connection & { client: Sqlite.Database };
  const queryRaw = connection.queryRaw.bind(connection);
  const executeRaw = connection.executeRaw.bind(connection);
  const startTransaction = connection.startTransaction.bind(connection);

  connection.queryRaw = (query) => turns.runExclusive(() => queryRaw(query));
  connection.executeRaw = (query) => turns.runExclusive(() => executeRaw(query));
  connection.startTransaction = async (isolationLevel) => {
    const end = await turns.acquire();
    try {
      const transaction = await startTransaction(isolationLevel);
      const [commit, rollback] = [transaction.commit.bind(transaction), transaction.rollback.bind(transaction)];
      const finish = async (how: () => Promise<void>) => {
        try {
          // Prisma has sent COMMIT or ROLLBACK itself by now; where that failed the transaction must not stay open.
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
