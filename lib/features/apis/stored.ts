import { z } from 'zod';

import { httpMethods } from '#lib/core/openapi/model';

/** JSON columns of a SpecVersion, validated on read. */

const source = z.object({ file: z.string(), pointer: z.string() });

export const storedDiagnostics = z.array(
  z.object({
    severity: z.enum(['error', 'warning', 'info']),
    code: z.string(),
    message: z.string(),
    source,
    line: z.number().exactOptional(),
    advice: z.string().exactOptional(),
  }),
);

export const storedChanges = z.array(
  z.object({
    id: z.string(),
    method: z.enum(httpMethods),
    path: z.string(),
    status: z.enum(['added', 'removed', 'changed']),
    breaking: z.boolean(),
    changes: z.array(
      z.object({
        kind: z.string(),
        message: z.string(),
        breaking: z.boolean(),
        source,
        side: z.enum(['before', 'after']),
      }),
    ),
  }),
);

export const storedGenerationState = z.enum(['queued', 'running', 'ready', 'failed', 'superseded']);
