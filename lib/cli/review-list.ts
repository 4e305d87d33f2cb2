import { printTable } from './print-table';
import { asPerson } from './use-database';
import { visible } from './visible';

import { AppError } from '#lib/core/errors';
import type { CaseState } from '#lib/core/review/states';
import type { CaseRow, QueueApi } from '#lib/features/reviews/contract';
import { getGeneration } from '#lib/features/reviews/get-generation';
import { listQueue } from '#lib/features/reviews/list-queue';

export interface ListOptions {
  as?: string;
  api?: string;
  state?: CaseState;
  json: boolean;
}

interface Listed extends QueueApi {
  cases?: CaseRow[];
}

/** Prints the APIs with their newest generations, and the cases where an API or a state was asked for. */
export async function listForReview({ as, api, state, json }: ListOptions): Promise<void> {
  const listed = await asPerson(as, async (context) => {
    const queue = await listQueue(context);
    const chosen = queue.filter((entry) => api === undefined || entry.slug === api);
    if (chosen.length === 0 && api !== undefined) {
      throw new AppError('not_found', `There is no API ${JSON.stringify(api)}.`, {
        advice: `There are: ${queue.map((entry) => entry.slug).join(', ') || 'none yet'}.`,
      });
    }
    if (api === undefined && state === undefined) return chosen;
    return Promise.all(
      chosen.map(async (entry): Promise<Listed> => {
        if (entry.generation === undefined) return { ...entry, cases: [] };
        const { cases } = await getGeneration(context, { generationId: entry.generation.id });
        return { ...entry, cases: cases.filter((row) => state === undefined || row.state === state) };
      }),
    );
  });
  if (json) process.stdout.write(`${JSON.stringify(listed, null, 2)}\n`);
  else print(listed);
}

function print(listed: Listed[]): void {
  const { stdout } = process;
  printTable(
    stdout,
    ['GENERATION', 'VERSION', 'STATE', 'PENDING', 'APPROVED', 'REJECTED', 'ID'],
    listed.map(({ slug, generation }) => {
      if (generation === undefined) return [slug, '-', 'none', 0, 0, 0, '-'];
      const { number, specLabel, state, counts, id } = generation;
      return [`${slug}/${number}`, specLabel, state, counts.pending, counts.approved, counts.rejected, id];
    }),
  );
  for (const { slug, cases } of listed) {
    if (cases === undefined || cases.length === 0) continue;
    stdout.write(`\n${slug}\n`);
    // A key is for copying: it is never cut.
    for (const { key, state, title } of cases) {
      stdout.write(`  ${state.padEnd(9)} ${visible(key)}\n            ${visible(title)}\n`);
    }
  }
}
