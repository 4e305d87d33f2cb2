import { z } from 'zod';

import { AppError } from '../../errors';

/** Where a formatter says that text is no Python. */
const place = z.object({ line: z.number(), problem: z.string() });

/**
 * Lays out what a template of a team printed.
 *
 * @param file of the template, for messages
 * @param printed name of what it printed: `conftest.py`
 * @throws AppError `invalid_input` that shows the line which is no Python
 */
export function teamPython(
  text: string,
  { file, printed, formatPython }: { file: string; printed: string; formatPython: (text: string) => string },
): string {
  try {
    return formatPython(text);
  } catch (cause) {
    const found = cause instanceof AppError ? place.safeParse(cause.details).data : undefined;
    if (!found) throw cause;
    const shown = text.split('\n')[found.line - 1]?.trim().slice(0, 120) ?? '';
    throw new AppError(
      'invalid_input',
      `${file} printed something that is no Python, in line ${found.line} of ${printed}: ${found.problem}\n    ${shown}`,
      { cause },
    );
  }
}
