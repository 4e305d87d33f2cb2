import { describe, expect, it } from 'vitest';

import type { Json } from '../../json';
import type { Parameter } from '../../openapi/model';

import { serialise } from './serialise';

const base: Parameter = {
  name: 'color',
  in: 'query',
  required: false,
  deprecated: false,
  style: 'form',
  explode: true,
  allowReserved: false,
  allowEmptyValue: false,
  schema: true,
  examples: [],
  source: { file: '', pointer: '/p' },
};
const array = ['blue', 'black'];
const object = { R: 100, G: 200 };

/** The table of OpenAPI 3.1 "Style Examples". */
describe('serialise', () => {
  it.each<[Partial<Parameter>, Json, object[]]>([
    [{}, 'blue', [{ name: 'color', value: { kind: 'literal', value: 'blue' } }]],
    [{}, array, [{ name: 'color', value: { kind: 'literal', value: array } }]],
    [{ explode: false }, array, [{ name: 'color', value: { helper: 'comma_separated' } }]],
    [{ style: 'spaceDelimited', explode: false }, array, [{ value: { helper: 'space_separated' } }]],
    [{ style: 'pipeDelimited', explode: false }, array, [{ value: { helper: 'pipe_separated' } }]],
    [{}, object, [{ name: 'R' }, { name: 'G' }]],
    [{ style: 'deepObject' }, object, [{ name: 'color[R]' }, { name: 'color[G]' }]],
    [
      { explode: false },
      object,
      [{ value: { helper: 'comma_separated', args: [{ value: ['R', 100, 'G', 200] }] } }],
    ],
    [{ in: 'path', style: 'simple' }, object, [{ value: { args: [{ value: ['R=100', 'G=200'] }] } }]],
    [{ in: 'path', style: 'label', explode: false }, array, [{ value: { helper: 'dotted', named: [] } }]],
    [{ in: 'path', style: 'label' }, array, [{ value: { named: [{ name: 'separator' }] } }]],
    [{ in: 'path', style: 'matrix' }, array, [{ value: { helper: 'matrix', named: [{ name: 'explode' }] } }]],
    [{ in: 'path', style: 'simple' }, 7, [{ value: { kind: 'literal', value: 7 } }]],
    [{ in: 'header', style: 'simple' }, [1, 2], [{ value: { value: '1,2' } }]],
    [{ mediaType: 'application/json' }, object, [{ value: { helper: 'json_text' } }]],
  ])('%j of %j', (change, value, expected) => {
    expect(serialise({ ...base, ...change }, value)).toMatchObject(expected);
  });
});
