import { describe, expect, it } from 'vitest';

import { readEnv } from './env';

describe('readEnv', () => {
  it('has a default for everything and makes paths absolute', () => {
    expect(readEnv({}, '/srv/app')).toMatchObject({
      PORT: 8000,
      DATA_DIR: '/srv/app/data',
      DATABASE_URL: 'file:/srv/app/data/ai-test-gen.db',
      PUBLIC_URL: 'http://localhost:8000',
      DEMO: true,
    });
  });

  it('keeps the database in the data folder unless it is named', () => {
    expect(readEnv({ DATA_DIR: '/var/lib/x' }, '/srv').DATABASE_URL).toBe('file:/var/lib/x/ai-test-gen.db');
    expect(readEnv({ DATABASE_URL: 'file:./a.db' }, '/srv').DATABASE_URL).toBe('file:/srv/a.db');
  });

  it('makes the folder of templates absolute, where one is named', () => {
    expect(readEnv({ TEMPLATES_DIR: 'templates' }, '/srv').TEMPLATES_DIR).toBe('/srv/templates');
    expect(readEnv({}, '/srv').TEMPLATES_DIR).toBeUndefined();
  });

  it('counts an empty value as absent', () => {
    expect(readEnv({ PORT: '', DEMO: '0' }, '/srv')).toMatchObject({ PORT: 8000, DEMO: false });
  });

  it('names every bad variable with its rule and an example', () => {
    expect(() => readEnv({ PORT: 'eighty', ADMIN_PASSWORD: 'short' }, '/srv')).toThrow(
      /PORT: .*number.*\(example: 8000\)\n {2}ADMIN_PASSWORD: .*10 characters.*\(example: at least ten characters\)/,
    );
  });
});
