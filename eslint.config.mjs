import { readdirSync } from 'node:fs';

import nextPlugin from '@next/eslint-plugin-next';
import importX, { createNodeResolver } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const features = readdirSync(new URL('./lib/features', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** Who may import whom: docs/architecture.md draws the same picture. */
const zones = [
  {
    target: './lib/core',
    from: ['./lib/platform', './lib/features', './lib/worker', './lib/cli', './app'],
    message: 'lib/core is pure knowledge: pass the value in as an argument instead.',
  },
  {
    target: './lib/platform',
    from: ['./lib/features', './lib/worker', './lib/cli', './app'],
    message: 'lib/platform knows no product rule: move the rule to lib/features and pass data in.',
  },
  {
    target: './lib/platform',
    from: './lib/core',
    except: ['./errors.ts', './diagnostics.ts', './json.ts'],
    message: 'lib/platform may use only core/errors, core/diagnostics and core/json.',
  },
  {
    target: './lib/features',
    from: ['./lib/worker', './lib/cli', './app'],
    message: 'A use case does not know its entries: translate in the entry.',
  },
  {
    target: './app',
    from: ['./lib/platform/db', './lib/worker', './lib/cli'],
    message: 'A page or route calls a use case in lib/features; it does not touch the database.',
  },
  { target: './lib/cli', from: ['./app', './lib/worker'], message: 'Entries do not import each other.' },
  { target: './lib/worker', from: ['./app', './lib/cli'], message: 'Entries do not import each other.' },
  ...features.map((name) => ({
    target: `./lib/features/${name}`,
    from: './lib/features',
    except: [`./${name}`, './context.ts'],
    message: 'A feature never imports another: let them meet through a job or in lib/core.',
  })),
];

const tests = ['**/*.test.ts', 'lib/testing/**', 'e2e/**'];

export default tseslint.config(
  {
    ignores: [
      'node_modules/**',
      '.next/**',
      'data/**',
      'generated/**',
      'coverage/**',
      '.setup/**',
      'bench/.cache/**',
      'next-env.d.ts',
      'lib/platform/db/generated/**',
      'test-results/**',
      'playwright-report/**',
      'bench/.cache/**',
    ],
  },
  ...tseslint.configs.strict,
  {
    languageOptions: { parserOptions: { project: false } },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [
        createNodeResolver({
          extensions: ['.ts', '.tsx', '.mjs', '.js'],
          conditionNames: ['import', 'node', 'default'],
        }),
      ],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-duplicates': 'error',
      'import-x/order': ['error', { 'newlines-between': 'always', alphabetize: { order: 'asc' } }],
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'Read the environment through lib/platform/config/env.ts.',
        },
      ],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['lib/core/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['node:*', 'fs', 'path', 'crypto', 'next', 'next/*', 'react', '@prisma/*'],
              message: 'lib/core does no I/O: pass what you need in.',
            },
          ],
        },
      ],
      'no-restricted-globals': [
        'error',
        { name: 'process', message: 'lib/core does not know the process.' },
        { name: 'fetch', message: 'lib/core does no I/O.' },
        { name: 'setTimeout', message: 'lib/core has no clock.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'lib/core has no clock: pass the time in.',
        },
        {
          selector: "MemberExpression[object.name='Date'][property.name='now']",
          message: 'lib/core has no clock: pass the time in.',
        },
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: 'lib/core is deterministic: use the seed.',
        },
      ],
    },
  },
  {
    files: ['app/**/*.{ts,tsx}', 'lib/cli/**/*.ts', 'lib/worker/**/*.ts', 'lib/core/**/*.ts'],
    ignores: tests,
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['@prisma/client', '@prisma/client/*', '**/db/generated/*'],
              message: 'Prisma stays in lib/platform/db and lib/features.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['app/**/*.{ts,tsx}'],
    plugins: { '@next/next': nextPlugin, 'react-hooks': reactHooks },
    rules: {
      ...nextPlugin.configs.recommended.rules,
      ...nextPlugin.configs['core-web-vitals'].rules,
      ...reactHooks.configs.recommended.rules,
    },
  },
  {
    files: [
      'lib/platform/config/**',
      'scripts/**',
      '*.config.{ts,mjs}',
      'bench/**',
      'lib/cli/bin.mjs',
      ...tests,
    ],
    rules: { 'no-restricted-properties': 'off' },
  },
  { files: ['scripts/**', 'bench/**', 'lib/cli/**'], rules: { 'no-console': 'off' } },
  { files: tests, rules: { 'max-lines': 'off', '@typescript-eslint/no-non-null-assertion': 'off' } },
);
