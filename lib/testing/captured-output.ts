import { vi } from 'vitest';

export interface CapturedRun {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** Runs a command in this process, with what it writes kept and not shown; its last line breaks are cut off. */
export async function capturedOutput(command: () => Promise<number>): Promise<CapturedRun> {
  const written = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((chunk) => {
      written[name] += String(chunk);
      return true;
    }),
  );
  try {
    const exitCode = await command();
    return { exitCode, stdout: written.stdout.trimEnd(), stderr: written.stderr.trimEnd() };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
