import type { z } from 'zod';

import { AppError } from './errors';

/**
 * The input of a use case as its schema describes it.
 * @throws AppError `invalid_input` that names each bad place and its rule
 */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => ({ path: path.map(String), message }));
  const lines = issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.join('.')}: ${message}`,
  );
  throw new AppError('invalid_input', lines.join('\n'), { details: { issues } });
}
