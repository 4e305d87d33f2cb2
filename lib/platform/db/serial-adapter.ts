import { setTimeout as pause } from 'node:timers/promises';

import { isDriverAdapterError } from '@prisma/driver-adapter-utils';
import type { SqlDriverAdapter, SqlDriverAdapterFactory, Transaction } from '@prisma/driver-adapter-utils';

/** How long a statement waits, without blocking the process, for another process that writes. */
const patienceMs = 15_000;
const retryEveryMs = 10;

/**
 * Makes Prisma's SQLite adapter safe for a process that does several things at once, and for several processes:
 *
 * - The adapter has one connection, and sends statements from outside a transaction into whichever transaction is open:
 *   somebody else's roll-back would undo them. Here they wait until it ends.
 * - It opens transactions deferred, and SQLite refuses at once, without the busy timeout, to let a transaction write
 *   that has read what another process has changed since. Here a transaction takes the write lock when it begins.
 * - SQLite's busy timeout blocks the thread. Here a busy database is asked again by a timer, and pages stay alive.
 */
export function serialAdapter(factory: SqlDriverAdapterFactory): SqlDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => serialConnection(await factory.connect()),
  };
}

function serialConnection(inner: SqlDriverAdapter): SqlDriverAdapter {
  const turns = new Turns();
  const alone = <T>(work: () => Promise<T>) => turns.take().then((done) => whenNotBusy(work).finally(done));
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    queryRaw: (query) => alone(() => inner.queryRaw(query)),
    executeRaw: (query) => alone(() => inner.executeRaw(query)),
    executeScript: (script) => alone(() => inner.executeScript(script)),
    startTransaction: async (isolationLevel) => {
      const done = await turns.take();
      try {
        return withEnd(await immediateTransaction(inner, isolationLevel), done);
      } catch (error) {
        done();
        throw error;
      }
    },
    dispose: () => inner.dispose(),
  };
}

async function immediateTransaction(
  inner: SqlDriverAdapter,
  isolationLevel: Parameters<SqlDriverAdapter['startTransaction']>[0],
): Promise<Transaction> {
  const transaction = await inner.startTransaction(isolationLevel);
  try {
    await transaction.executeRaw(statement('ROLLBACK'));
    await whenNotBusy(() => transaction.executeRaw(statement('BEGIN IMMEDIATE')));
    return transaction;
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
}

function withEnd(transaction: Transaction, done: () => void): Transaction {
  const { commit, rollback } = transaction;
  transaction.commit = () => commit.call(transaction).finally(done);
  transaction.rollback = () => rollback.call(transaction).finally(done);
  return transaction;
}

const statement = (sql: string) => ({ sql, args: [], argTypes: [] });

/** Runs again what SQLite refused because another process writes: a refused statement has done nothing. */
async function whenNotBusy<T>(work: () => Promise<T>): Promise<T> {
  for (let waited = 0; ; waited += retryEveryMs) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error) || waited >= patienceMs) throw error;
    }
    await pause(retryEveryMs);
  }
}

/** The adapter reports SQLITE_BUSY as a socket timeout. */
function isBusy(error: unknown): boolean {
  return isDriverAdapterError(error) && error.cause.kind === 'SocketTimeout';
}

/** First come, first served. */
class Turns {
  #last: Promise<void> = Promise.resolve();

  async take(): Promise<() => void> {
    const before = this.#last;
    let done: () => void = () => undefined;
    this.#last = new Promise((resolve) => {
      done = resolve;
    });
    await before;
    return done;
  }
}
