import { describe, expect, it } from 'vitest';

import { Conformance, type ReadBody } from '../service/conformance';
import { faultClasses } from '../service/faults';

import { faults } from './faults';
import { readLibraryDocument } from './library-document';
import { walkThrough } from './walk-through';
import { parseXml, readElement } from './xml';

const document = readLibraryDocument();
const readXml: ReadBody = (text, mediaType, schema) => {
  const element = mediaType === 'application/xml' ? parseXml(text) : undefined;
  return element && readElement(document, schema, element);
};
const undocumented = ['DELETE /status', 'GET /nothing'];

describe('the lending library', () => {
  it('gives only responses that its document describes', async () => {
    const conformance = new Conformance(document, readXml);
    const steps = await walkThrough();
    const breaches = steps
      .filter(({ operation }) => !undocumented.includes(operation))
      .flatMap((step) =>
        conformance.breaches(step.operation, step).map((breach) => `${step.name}: ${breach} ${step.text}`),
      );
    expect(breaches).toEqual([]);
    const statuses = [...new Set(steps.map(({ status }) => status))].sort();
    expect(statuses).toEqual([
      200, 201, 202, 204, 304, 400, 401, 403, 404, 405, 406, 409, 410, 412, 413, 415, 422, 428, 429, 503,
    ]);
    expect(steps.filter(({ name, status }) => status >= 500 && !/prefer/.test(name))).toEqual([]);
    const asked = new Set(steps.map(({ operation }) => operation));
    expect(asked.size).toBe(26 + undocumented.length);
  });

  it('has faults of every class', () => {
    expect(new Set(faults.map((fault) => fault.class))).toEqual(new Set(faultClasses));
    expect(faults.length).toBeGreaterThanOrEqual(55);
  });
});
