import pino from 'pino';

export type Logger = pino.Logger;

/**
 * Structured logs: one JSON object a line, with the name of the process. Callers log ids and counts, never a payload;
 * the paths below are a second line of defence.
 */
export function createLogger(process: 'web' | 'worker' | 'cli' | 'setup', level: string): Logger {
  return pino({
    level,
    base: { process },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: {
      paths: [
        'password',
        'secret',
        'token',
        'authorization',
        'cookie',
        'body',
        '*.password',
        '*.secret',
        '*.token',
        '*.authorization',
        '*.cookie',
        '*.body',
      ],
      censor: '[redacted]',
    },
  });
}
