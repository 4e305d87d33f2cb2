import { AppError } from '../errors';

/** A finite number as Python's `repr` writes it, without the plus of an exponent as the formatter wants it. */
export function pythonNumber(value: number): string {
  if (Number.isSafeInteger(value)) return value === 0 ? '0' : String(value);
  if (!Number.isFinite(value)) {
    throw new AppError('internal', `${value} is not a JSON number and has no Python literal.`);
  }
  if (Number.isInteger(value) && Math.abs(value) < 1e21) return BigInt(value).toString();
  const [mantissa = '', power = '0'] = value.toExponential().split('e');
  const exponent = Number(power);
  if (exponent >= -4 && exponent < 16) return value.toString();
  const sign = exponent < 0 ? '-' : '';
  return `${mantissa}e${sign}${Math.abs(exponent).toString().padStart(2, '0')}`;
}
