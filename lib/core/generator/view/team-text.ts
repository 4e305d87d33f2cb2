import { z } from 'zod';

import { AppError } from '../../errors';

/** Where a formatter says that text is no Python. */
const place = z.object({ line: z.number(), problem: z.string() });

interface TeamText {
  /** The file of the template, for messages. */
  file: string;
  /** The name of what it printed: `conftest.py`. */
  printed: string;
  formatPython: (text: string) => string;
  checkTypeScript: (text: string) => readonly { line: number; message: string }[];
}

/**
 * What a template of a team printed: Python is laid out, TypeScript stays as the team has it.
 * @throws AppError `invalid_input` that shows the line which is no code of its language
 */
export function checkedText(text: string, team: TeamText): string {
  if (team.printed.endsWith('.py')) return formatted(text, team);
  const [first] = team.printed.endsWith('.ts') ? team.checkTypeScript(text) : [];
  if (first) throw refusal(text, team, { ...first, problem: first.message, language: 'TypeScript' });
  return text;
}

function formatted(text: string, team: TeamText): string {
  try {
    return team.formatPython(text);
  } catch (cause) {
    const found = cause instanceof AppError ? place.safeParse(cause.details).data : undefined;
    if (!found) throw cause;
    throw refusal(text, team, { ...found, language: 'Python', cause });
  }
}

function refusal(
  text: string,
  { file, printed }: TeamText,
  { line, problem, language, cause }: { line: number; problem: string; language: string; cause?: unknown },
): AppError {
  const shown = text.split('\n')[line - 1]?.trim().slice(0, 120) ?? '';
  return new AppError(
    'invalid_input',
    `${file} printed something that is no ${language}, in line ${line} of ${printed}: ${problem}\n    ${shown}`,
    { cause },
  );
}
