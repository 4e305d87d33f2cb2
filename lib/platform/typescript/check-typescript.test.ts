import { describe, expect, it } from 'vitest';

import { checkTypeScript } from './check-typescript';

describe('checkTypeScript', () => {
  it('has nothing to say of TypeScript, whatever it imports', () => {
    expect(checkTypeScript(`import { test } from './nowhere';\ntest('a', async ({}) => {});\n`)).toEqual([]);
  });

  it('tells line and column of what is none', () => {
    expect(checkTypeScript('const one = 1;\nconst two = ;\n')).toEqual([
      { line: 2, column: 13, code: 'invalid-syntax', message: 'Expression expected.' },
    ]);
    expect(checkTypeScript(`const text = 'open;\n`)[0]).toMatchObject({ line: 1 });
  });
});
