import type { Context } from '../context';

import { beginGeneration, previousDocument } from './begin-generation';
import type { SuiteWork } from './built-suite';
import { progressWriter } from './report-progress';
import { storeSuite } from './store-suite';
import { writeSuite } from './write-suite';

import { defined } from '#lib/core/defined';
import { generationSettings } from '#lib/core/generator/settings';
import type { Prisma } from '#lib/platform/db/client';
import { inScratchFolder } from '#lib/platform/storage/scratch-folder';

export interface GenerationTools {
  work: SuiteWork;
  /** Suites are written under `generated/` in here. */
  dataDir: string;
  /** The setting PYTHON. */
  python: string | undefined;
  /** The setting TEMPLATES_DIR. */
  templatesDir: string | undefined;
}

const generationRow = {
  id: true,
  apiId: true,
  number: true,
  state: true,
  settings: true,
  specVersion: { select: { text: true, label: true } },
  api: { select: { slug: true } },
} satisfies Prisma.GenerationSelect;
type GenerationRow = Prisma.GenerationGetPayload<{ select: typeof generationRow }>;

/**
 * Generates the suite of a generation: cases, files, gates and the decisions that still hold in one transaction, then
 * the folder on disk. Safe to run twice: what is ready is not generated again, what was superseded is left alone.
 * @throws AppError `invalid_document`, or `internal` when the generator failed
 */
export async function generateSuite(
  context: Context,
  tools: GenerationTools,
  generationId: string,
  signal: AbortSignal,
): Promise<void> {
  const generation = await context.db.generation.findUnique({
    where: { id: generationId },
    select: generationRow,
  });
  if (generation === null) return;
  const ready = generation.state === 'ready' || (await makeReady(context, tools, generation, signal));
  if (ready) await writeSuite(context, tools.dataDir, generationId);
}

async function makeReady(
  context: Context,
  tools: GenerationTools,
  generation: GenerationRow,
  signal: AbortSignal,
): Promise<boolean> {
  if (!(await beginGeneration(context, generation))) return false;
  const input = {
    name: `${generation.api.slug} ${generation.specVersion.label}`.trim(),
    text: generation.specVersion.text,
    settings: generationSettings.parse(generation.settings),
    ...defined({
      previousText: await previousDocument(context, generation),
      python: tools.python,
      templatesDir: tools.templatesDir,
    }),
  };
  const onProgress = progressWriter(context, generation);
  const suite = await inScratchFolder(tools.dataDir, (folder) =>
    tools.work.buildSuite({ ...input, folder }, { signal, onProgress }),
  );
  signal.throwIfAborted();
  const stored = await context.db.$transaction((tx) => storeSuite(context, tx, generation, suite));
  const { gates } = suite;
  context.log.info(
    { generationId: generation.id, cases: suite.cases.length, gates, stored },
    'suite generated',
  );
  return stored;
}
