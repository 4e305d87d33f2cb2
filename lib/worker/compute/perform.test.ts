import { tmpdir } from 'node:os';

import { describe, expect, it } from 'vitest';

import type { TaskMessage, TaskRequest } from './messages';
import { perform } from './perform';

import { generationSettings } from '#lib/core/generator/settings';
import { inScratchFolder } from '#lib/platform/storage/scratch-folder';
import { petsDocument } from '#lib/testing/apifox/pets';

const text = (document: object) => JSON.stringify(document, null, 2);
const pets = { name: 'pets', text: text(petsDocument()) };

/** What the main thread hears of a task, as it arrives there. */
async function told(name: TaskRequest['name'], input: unknown): Promise<TaskMessage[]> {
  const messages: TaskMessage[] = [];
  await perform({ name, input }, (message) => messages.push(structuredClone(message)));
  return messages;
}

describe('perform', () => {
  it('reads a document', async () => {
    expect(await told('readSpec', pets)).toMatchObject([
      { kind: 'result', result: { title: 'Pets', operationCount: 2 } },
    ]);
  });

  it('compares two documents', async () => {
    const after = { name: 'pets', text: text(petsDocument({ maxLength: 7 })) };
    const messages = await told('diffSpecs', { before: pets, after });
    expect(messages).toMatchObject([{ kind: 'result', result: [{ status: 'changed' }, {}] }]);
  });

  it('builds a suite and tells its progress first', async () => {
    const messages = await inScratchFolder(tmpdir(), (folder) =>
      told('buildSuite', { ...pets, settings: generationSettings.parse({}), folder }),
    );
    expect(messages.slice(0, -1).every(({ kind }) => kind === 'progress')).toBe(true);
    expect(messages[0]).toMatchObject({ progress: { step: 'Reading the document' } });
    expect(messages.at(-1)).toMatchObject({
      kind: 'result',
      result: { gates: { syntax: 'passed', values: 'passed' } },
    });
  });

  it('tells why a task failed', async () => {
    expect(await told('readSpec', { name: 'pets', text: '{' })).toMatchObject([
      { kind: 'failure', failure: { code: 'invalid_document' } },
    ]);
  });
});
