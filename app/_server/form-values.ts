import { AppError } from '#lib/core/errors';

/** Entries of a form as use cases want them: absent and empty is `null`, lists are one entry a line. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

export function optionalTextOf(form: FormData, name: string): string | null {
  const value = textOf(form, name).trim();
  return value === '' ? null : value;
}

export function linesOf(form: FormData, name: string): string[] {
  return textOf(form, name)
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** A number, or NaN for what is none: the schema then says so. */
export function numberOf(form: FormData, name: string): number {
  const value = textOf(form, name).trim();
  return value === '' ? Number.NaN : Number(value);
}

export function checkedOf(form: FormData, name: string): boolean {
  return form.get(name) !== null;
}

/**
 * One of the choices of a select.
 * @throws AppError `invalid_input` for what the page never offered
 */
export function choiceOf<T extends string>(form: FormData, name: string, choices: readonly T[]): T {
  const value = textOf(form, name);
  const found = choices.find((choice) => choice === value);
  if (found === undefined) {
    throw new AppError('invalid_input', 'Choose one of the offered values.', { details: { field: name } });
  }
  return found;
}
