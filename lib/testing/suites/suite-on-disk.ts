import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Target } from '../../core/generator/settings';
import type { GeneratedSuite } from '../../core/generator/suite';

import { generateDocument } from './generate-document';
import { writeSuite } from './write-suite';

/** The suite that a team gets for a document, in a new folder. */
export async function suiteOnDisk(
  document: string,
  target?: Target,
): Promise<{ suite: GeneratedSuite; folder: string }> {
  const made = await generateDocument(document, target);
  if ('refused' in made) throw new Error(made.refused);
  const folder = await mkdtemp(join(tmpdir(), 'generated-suite-'));
  await writeSuite(folder, made.suite.files);
  return { suite: made.suite, folder };
}
