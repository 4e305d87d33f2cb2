import { rm } from 'node:fs/promises';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { GeneratedSuite } from '../../core/generator/suite';
import { parseXml, readElement } from '../library/xml';
import { pythonForTests, runPytest } from '../pytest';
import { Conformance, type ReadBody } from '../service/conformance';
import { readYaml } from '../service/document';

import { suiteOnDisk } from './suite-on-disk';
import { startTwin, twinEnvironment, type RunningTwin } from './twin';

const documents = [
  { document: 'public/sample/shop.openapi.yaml', environment: {} },
  { document: 'lib/testing/library/library.openapi.yaml', environment: { API_SAMPLE_WEEKDAYS: 'mon' } },
];

/** A busy machine is no fault of the twin. */
const patience = { API_P95_MS: '60000', API_ROUNDS: '2', API_WARM_UP: '1', API_REQUESTS: '4' };

const found = await pythonForTests();
if ('missing' in found) process.stderr.write(`${found.missing}\n`);

describe.each(documents)('the twin of $document', ({ document, environment }) => {
  const python = 'python' in found ? found.python : '';
  const breaches = new Set<string>();
  let folder = '';
  let suite: GeneratedSuite;
  let running: RunningTwin;

  beforeAll(async () => {
    const judge = judgeOf(document);
    ({ suite, folder } = await suiteOnDisk(document));
    running = await startTwin(document, {
      onAnswer({ method, path, responses }, { status, headers, body }) {
        const text = typeof body === 'string' ? body : '';
        const operation = `${method.toUpperCase()} ${path}`;
        // What HTTP itself refuses need not be described.
        if (status === 400 && responses.every((each) => each.status !== '400')) return;
        for (const breach of judge.breaches(operation, { status, headers: new Headers(headers), text }))
          breaches.add(`${operation} ${String(status)}: ${breach}`);
      },
    });
  });
  afterAll(async () => {
    await running.close();
    await rm(folder, { recursive: true });
  });

  it.skipIf('missing' in found)('passes its own suite, in parallel and in another order', async () => {
    const report = await runPytest(python, {
      folder,
      environment: { ...twinEnvironment(running), ...environment, ...patience },
      args: ['-n', '2'],
      shuffle: 'twin',
    });
    process.stdout.write(
      `${document}: ${String(report.passed.length)} passed, ${String(running.requests.length)} requests\n`,
    );
    expect(report.failed).toEqual([]);
    expect(report.skipped.filter(({ reason }) => !/nothing is timed in parallel/.test(reason))).toEqual([]);
    expect(new Set(running.requests.flatMap(({ operation }) => operation ?? [])).size).toBe(suite.operations);
  });

  it('gave only answers that the document describes', () => {
    expect([...breaches]).toEqual([]);
    const failures = running.requests.filter(({ status }) => status >= 500);
    expect(failures.filter(({ status, prefer }) => prefer !== `code=${String(status)}`)).toEqual([]);
  });
});

/** Judges answers by the document alone, with none of the twin's own code. */
function judgeOf(document: string): Conformance {
  const text = readYaml(new URL(`../../../${document}`, import.meta.url));
  const readXml: ReadBody = (body, mediaType, schema) => {
    const element = mediaType === 'application/xml' ? parseXml(body) : undefined;
    return element && readElement(text, schema, element);
  };
  return new Conformance(text, readXml);
}
