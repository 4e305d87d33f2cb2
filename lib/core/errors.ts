/** The closed set of reasons for which a use case refuses; every transport maps these once. */
export const errorCodes = [
  'invalid_input',
  'invalid_document',
  'unauthenticated',
  'forbidden',
  'not_found',
  'gone',
  'conflict',
  'too_large',
  'rate_limited',
  'unavailable',
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

export interface AppErrorOptions {
  /** What the reader can do about it, in one sentence. */
  advice?: string;
  /** Facts for the caller, safe to show: never a secret or a payload. */
  details?: Record<string, unknown>;
  cause?: unknown;
}

/** The one error type of the product: a stable code, a sentence for people, and what to do. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly advice: string | undefined;
  readonly details: Record<string, unknown>;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.advice = options.advice;
    this.details = options.details ?? {};
  }
}
