import { describe, expect, it } from 'vitest';

import { statesRule } from './constraint-lines';
import {
  coverageMap,
  firstSource,
  lineKey,
  linesOf,
  rangeLabel,
  sameMark,
  sourcesOfTestLine,
  testLinesOf,
} from './line-map';

import type { CaseDetail } from '#lib/features/reviews/contract';

const source = (line: number, endLine = line, file = '') => ({ file, pointer: `/${line}`, line, endLine });

const detail: CaseDetail = {
  id: 'c',
  filePath: 'test_orders.py',
  startLine: 41,
  lines: [],
  code: '',
  sources: [source(10, 40), source(16), source(17)],
  marks: [
    { line: 1, endLine: 9, sources: [source(10, 40)] },
    { line: 2, endLine: 2, sources: [source(16)] },
    { line: 5, endLine: 6, sources: [source(16), source(17)] },
  ],
};
const other: CaseDetail = { ...detail, id: 'd', sources: [source(17)], marks: [] };

describe('from the test to the document', () => {
  it.each([
    [2, [16]],
    [6, [16, 17]],
    [8, [10]],
    [12, []],
  ])('line %i belongs to the narrowest mark around it', (line, expected) => {
    expect(sourcesOfTestLine(detail, line).map((entry) => entry.line)).toEqual(expected);
  });
});

describe('from the document to the test', () => {
  it.each([
    [16, '', ['2', '5–6']],
    [17, '', ['5–6']],
    [30, '', ['1–9']],
    [99, '', []],
    [16, 'other.yaml', []],
  ])('line %i of "%s" lights %j', (line, file, expected) => {
    expect(testLinesOf(detail, { file, line }).map((range) => rangeLabel(range, 0))).toEqual(expected);
  });

  it('counts who covers a line; a source that is a whole operation covers no single line', () => {
    const map = coverageMap(detail, [detail, other]);
    expect(map.get(lineKey({ file: '', line: 17 }))).toEqual({
      own: true,
      cases: 2,
      testLines: [{ line: 5, endLine: 6 }],
    });
    expect(map.get(lineKey({ file: '', line: 30 }))).toBeUndefined();
    expect(map.get(lineKey({ file: 'other.yaml', line: 17 }))).toBeUndefined();
    expect(coverageMap(undefined, [detail]).get(lineKey({ file: '', line: 16 }))).toEqual({
      own: false,
      cases: 1,
      testLines: [],
    });
  });

  it('knows where a mark goes on', () => {
    const own = { own: true, cases: 1, testLines: [{ line: 2, endLine: 3 }] };
    expect(sameMark(own, { ...own, cases: 4 })).toBe(true);
    expect(sameMark(own, { ...own, testLines: [] })).toBe(false);
    expect(sameMark(own, { ...own, own: false })).toBe(false);
    expect(sameMark(own, undefined)).toBe(false);
  });

  it('looks first at the rule, not at the operation around it', () => {
    expect(firstSource(detail)?.line).toBe(16);
    expect(linesOf(source(3, 4))).toEqual(['3:', '4:']);
  });
});

it('labels lines as the file counts them', () => {
  expect(rangeLabel({ line: 1, endLine: 5 }, 40)).toBe('41–45');
});

it.each([
  ['    minimum: 1', true],
  ['      "maxLength": 280,', true],
  ["        '404':", true],
  ['        4XX:', true],
  ['  - required: [a]', true],
  ['  description: The minimum: 1', false],
  ['  quantity:', false],
  ['}', false],
  ['', false],
])('%j states a rule: %s', (text, expected) => {
  expect(statesRule(text)).toBe(expected);
});
