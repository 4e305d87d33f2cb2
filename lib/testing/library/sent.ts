import type { Json, JsonObject } from '../../core/json';
import { depthOf } from '../../core/twin/request/json';
import { problem, type Reply } from '../service/reply';

import type { FaultId } from './faults';
import type { Upload } from './multipart';

export interface Content {
  value: Json;
  uploads: ReadonlyMap<string, Upload>;
}
export type ReadBody = Content | { refusal: Reply; value?: Json };

export interface Sent {
  document: JsonObject;
  schema: string;
  contentType: string;
  bytes: Buffer;
  faults: ReadonlySet<FaultId>;
}

const deepest = 64;
export const noUploads: ReadonlyMap<string, Upload> = new Map();

/** The bytes as UTF-8; `undefined` where they are something else. */
export function textOf(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** JSON, or why it cannot be read. */
export function readJson(text: string, faults: ReadonlySet<FaultId>): ReadBody {
  if (depthOf(text) > deepest)
    return {
      refusal: problem(faults.has('deep-body-answers-500') ? 500 : 400, 'The body is nested too deeply'),
    };
  try {
    return { value: JSON.parse(text), uploads: noUploads };
  } catch {
    const status = faults.has('malformed-json-answers-500') ? 500 : 400;
    return { refusal: problem(status, 'The body is not JSON') };
  }
}
