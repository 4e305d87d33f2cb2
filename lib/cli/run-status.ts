import { printTable } from './print-table';
import { asSystem } from './use-database';

import { getStatus } from '#lib/features/system/get-status';
import type { SystemStatus } from '#lib/features/system/get-status';

/** Prints what waits, what failed and whether the worker lives. */
export async function runStatus({ json }: { json: boolean }): Promise<void> {
  const status = await asSystem(getStatus);
  if (json) process.stdout.write(`${JSON.stringify(status, null, 2)}\n`);
  else printStatus(status);
}

function printStatus({ worker, jobs, deadJobs, apis, deliveries }: SystemStatus): void {
  const { stdout } = process;
  const heard = worker.lastBeat === null ? 'never heard of' : `last heard of at ${worker.lastBeat}`;
  stdout.write(`Worker: ${worker.alive ? 'running' : 'not running'}, ${heard}\n`);
  stdout.write(`Jobs: ${jobs.queued} queued, ${jobs.running} running, ${jobs.dead} dead\n`);
  if (deadJobs.length > 0) {
    stdout.write('\n');
    printTable(
      stdout,
      ['DEAD JOB', 'WORK', 'ATTEMPTS', 'CAUSE'],
      deadJobs.map(({ id, name, attempts, error }) => [id, name, attempts, error ?? '']),
    );
  }
  stdout.write('\n');
  printTable(
    stdout,
    ['API', 'GENERATION', 'STATE', 'PENDING', 'APPROVED', 'REJECTED'],
    apis.map(({ slug, generation, pending, approved, rejected }) => [
      slug,
      generation?.number ?? '-',
      generation?.state ?? 'none',
      pending,
      approved,
      rejected,
    ]),
  );
  stdout.write('\n');
  printTable(
    stdout,
    ['DELIVERY', 'CONNECTION', 'STATE', 'ABOUT'],
    deliveries.map(({ at, connection, state, title, error }) => [
      at,
      connection,
      state,
      error ?? title ?? '',
    ]),
  );
}
