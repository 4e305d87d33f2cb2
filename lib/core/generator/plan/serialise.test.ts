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
      [{ value: { helper: 'comma_separated', args: [{ value: object }], named: [] } }],
    ],
    [{ in: 'path', style: 'simple' }, object, [{ value: { named: [{ name: 'explode' }] } }]],
    [{ in: 'path', style: 'label', explode: false }, array, [{ value: { helper: 'dotted', named: [] } }]],
    [{ in: 'path', style: 'label' }, array, [{ value: { named: [{ name: 'explode' }] } }]],
    [{ in: 'path', style: 'matrix' }, array, [{ value: { helper: 'matrix', named: [{ name: 'explode' }] } }]],
    [{ in: 'path', style: 'simple' }, 7, [{ value: { kind: 'literal', value: 7 } }]],
    [{ in: 'header', style: 'simple' }, [1, 2], [{ value: { value: '1,2' } }]],
    [{ in: 'header', style: 'pipeDelimited' }, [1, 2], [{ value: { value: '1|2' } }]],
    [{ style: 'deepObject' }, { a: { b: [1] } }, [{ name: 'color[a][b]', value: { value: [1] } }]],
    [{ allowReserved: true }, 'a/b', [{ value: { helper: 'reserved' } }]],
    [{ allowReserved: true }, 'ab', [{ value: { kind: 'literal' } }]],
    [{ in: 'cookie', style: 'cookie' }, 'a', [{ value: { helper: 'verbatim' } }]],
    [{ mediaType: 'text/plain' }, 'a', [{ value: { kind: 'literal', value: 'a' } }]],
    [{ mediaType: 'application/json' }, object, [{ value: { helper: 'json_text' } }]],
  ])('%j of %j', (change, value, expected) => {
    expect(serialise({ ...base, ...change }, value)).toMatchObject(expected);
  });
});
