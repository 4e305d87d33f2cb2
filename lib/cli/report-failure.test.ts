import { PassThrough } from 'node:stream';

import { describe, expect, it } from 'vitest';

import { printDiagnostics } from './print-summary';
import { createProgress } from './progress';
import { reportFailure } from './report-failure';

import { AppError } from '#lib/core/errors';

function said(stream: PassThrough): string {
  return String(stream.read() ?? '');
}

describe('reportFailure', () => {
  it.each([
    [
      new AppError('invalid_document', 'No paths.', { advice: 'Add one.' }),
      1,
      'error: No paths.\n  Add one.\n',
    ],
    [new AppError('internal', 'Broken.', { cause: new Error('deep') }), 2, 'Error: deep'],
    [new TypeError('surprise'), 2, 'please report it'],
    ['text', 2, 'text'],
  ])('%s gives %d', (error, code, text) => {
    const stream = new PassThrough();
    expect(reportFailure(error, stream)).toBe(code);
    expect(said(stream)).toContain(text);
  });
});

describe('printDiagnostics', () => {
  it('shows the first twenty with place and advice, and lets no text steer the terminal', () => {
    const stream = new PassThrough();
    const diagnostic = {
      severity: 'warning' as const,
      code: 'odd',
      message: 'bad \u001b[31mthing',
      source: { file: '', pointer: '/paths' },
      line: 3,
      advice: 'Mend it.',
    };
    printDiagnostics(
      Array.from({ length: 22 }, () => diagnostic),
      stream,
    );
    const text = said(stream);
    expect(text).not.toContain('\u001b');
    expect(text.split('\n')[0]).toBe('warning: bad  [31mthing [odd] at :3 #/paths');
    expect(text).toContain('  Mend it.\n');
    expect(text).toContain('... and 2 more');
  });
});

describe('createProgress', () => {
  it('draws one changing line on a terminal, and nothing elsewhere', () => {
    const written: string[] = [];
    const write = (text: string | Uint8Array): boolean => written.push(String(text)) > 0;
    const progress = createProgress({ isTTY: true, write });
    progress.step('Reading');
    progress.done();
    expect(written).toEqual(['\r\u001b[2KReading...', '\r\u001b[2K']);
    createProgress({ isTTY: false, write }).step('Reading');
    expect(written).toHaveLength(2);
  });
});
