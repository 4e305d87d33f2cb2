import { beforeAll, describe, expect, it } from 'vitest';

import { Conformance } from '../service/conformance';
import { faultClasses } from '../service/faults';
import type { Step } from '../service/walk';

import { faults } from './faults';
import { loadFaults } from './faults-input';
import { readShopDocument } from './shop-document';
import { walkThrough } from './walk-through';

const conformance = new Conformance(readShopDocument());
const undocumented = ['PUT /products', 'GET /nothing'];

/** What the steps saw, with ids numbered as they appear and moments left out: those differ from run to run. */
function seen(steps: readonly Step[]): string[] {
  const ids: string[] = [];
  const number = (id: string) => {
    if (!ids.includes(id)) ids.push(id);
    return `#${String(ids.indexOf(id))}`;
  };
  return steps.map(({ name, operation, status, headers, text }) => {
    const kept = ['content-type', 'allow', 'www-authenticate', 'location'].map(
      (one) => headers.get(one) ?? '-',
    );
    return [name, operation, status, ...kept, text]
      .join(' | ')
      .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|ord_[0-9a-f]{12}/g, number)
      .replaceAll(/20\d\d-\d\d-\d\dT[0-9:.]+Z|(?<=period":")[-0-9]+/g, '*');
  });
}

describe('the sample shop', () => {
  it('gives only responses that its document describes', async () => {
    const steps = await walkThrough();
    const breaches = steps
      .filter(({ operation }) => !undocumented.includes(operation))
      .flatMap((step) =>
        conformance.breaches(step.operation, step).map((breach) => `${step.name}: ${breach}`),
      );
    expect(breaches).toEqual([]);
    expect(steps.filter(({ status }) => status >= 500)).toEqual([]);
    const statuses = new Set(steps.map(({ status }) => status));
    expect([...statuses].sort()).toEqual([200, 201, 204, 400, 401, 403, 404, 405, 409, 415, 422]);
  });

  it('behaves the same in two runs', async () => {
    expect(seen(await walkThrough())).toEqual(seen(await walkThrough()));
  });

  it('has faults of every class', () => {
    expect(new Set(faults.map((fault) => fault.class))).toEqual(new Set(faultClasses));
    expect(faults.length).toBeGreaterThanOrEqual(25);
  });
});

describe('each fault of the sample shop', () => {
  let sound: string[] = [];
  beforeAll(async () => {
    sound = seen(await walkThrough());
  });

  // Who asks once at a time, and without a clock, does not see the others.
  const visible = faults.filter(({ id }) => !loadFaults.includes(id));
  it.each(visible)('$id: $description', async ({ id }) => {
    const steps = seen(await walkThrough({ faults: [id] }));
    expect(steps).not.toEqual(sound);
  });
});
