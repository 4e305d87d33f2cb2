import type { Severity } from '../diagnostics';
import { AppError } from '../errors';
import type { Json } from '../json';

import type { Dialect } from './model';
import { isObject } from './node';

export interface DialectFound {
  dialect: Dialect;
  /** What is odd about the version, if anything. */
  note?: { severity: Severity; code: string; pointer: string; message: string; advice: string };
}

/**
 * Which version of which format a parsed document claims to be.
 * @throws {AppError} `invalid_document` when it claims none that can be read.
 */
export function detectDialect(name: string, root: Json): DialectFound {
  if (!isObject(root) || (root.openapi === undefined && root.swagger === undefined)) {
    throw new AppError(
      'invalid_document',
      `${name} is no OpenAPI document: neither "openapi" nor "swagger" is given.`,
      {
        advice: 'Give the entry file of an OpenAPI 3.x or Swagger 2.0 description, as JSON or YAML.',
      },
    );
  }
  const key = root.openapi === undefined ? 'swagger' : 'openapi';
  const written = root[key];
  const version = typeof written === 'string' || typeof written === 'number' ? String(written) : '';
  const known = dialectOf(key, version);
  if (!known) {
    throw new AppError('invalid_document', `${name}: the version ${key}: "${version}" cannot be read.`, {
      advice: 'Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2 can be read; convert older descriptions first.',
    });
  }
  if (typeof written === 'string' && known.exact) return { dialect: known.dialect };
  return {
    dialect: known.dialect,
    note: {
      severity: 'warning',
      code: 'unknown-version',
      pointer: `/${key}`,
      message: `The version ${JSON.stringify(written)} is read as ${known.dialect}.`,
      advice: 'Write the version as a string, e.g. "3.1.0".',
    },
  };
}

function dialectOf(
  key: 'openapi' | 'swagger',
  version: string,
): { dialect: Dialect; exact: boolean } | undefined {
  if (key === 'swagger')
    return /^2(\.|$)/.test(version) ? { dialect: 'swagger-2.0', exact: version === '2.0' } : undefined;
  if (!/^3(\.|$)/.test(version)) return undefined;
  const exact = /^3\.[012]\.\d+$/.test(version);
  if (/^3(\.0|$)/.test(version)) return { dialect: 'openapi-3.0', exact };
  return { dialect: /^3\.1/.test(version) ? 'openapi-3.1' : 'openapi-3.2', exact };
}
