import type { Json } from '../../json';
import type { ApiResponse, ResponseHeader } from '../../openapi/model';
import type { Outcome } from '../exchange';
import { challengeOf } from '../request/identify-caller';
import type { World } from '../world';

import type { Asked } from './write-answer';

/** Sent even where the document does not list them. */
const always = new Set(['location', 'allow', 'www-authenticate', 'preference-applied', 'retry-after']);

/** The headers of an answer: what is known, and for the required ones of which nothing is known a value that fits. */
export function headersFor(
  world: World,
  asked: Asked,
  response: ApiResponse | undefined,
  { status, headers = {}, key = '' }: Outcome,
): Record<string, string> {
  const known: Record<string, string> = { ...usual(world, asked, status), ...headers };
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(known)) {
    const isShown = status >= 300 || name !== 'location' || /^20[12]$/.test(String(status));
    if (always.has(name) && isShown) result[name] = value;
  }
  for (const header of response?.headers ?? []) {
    const name = header.name.toLowerCase();
    if (name === 'content-type') continue;
    const value = valueFor(world, asked, header, known[name], key);
    if (value !== undefined) result[name] = value;
  }
  return result;
}

function usual(world: World, { operation }: Asked, status: number): Record<string, string> {
  if (status === 401) return { 'www-authenticate': challengeOf(world.model, [operation]) };
  if (status === 405) return { allow: operation.method.toUpperCase() };
  if (status === 429 || status === 503) return { 'retry-after': '1' };
  return status === 202 ? { 'retry-after': '0' } : {};
}

/** A known value in the form that the document wants, else a made-up one where there must be one. */
function valueFor(
  world: World,
  { origin, operation }: Asked,
  { name, schema, required }: ResponseHeader,
  known: string | undefined,
  key: string,
): string | undefined {
  const forms = known === undefined ? [] : [known, ...(known.startsWith('/') ? [`${origin}${known}`] : [])];
  const { reader, answers } = world;
  const isValid = (text: string) =>
    answers.validator.isValid(answers.registry.of(schema), reader.read(schema, text));
  const fitting = forms.find(isValid);
  if (fitting !== undefined || !required) return fitting;
  const made = answers.made(schema, { name, key: `${operation.id} ${key}`, place: 'header' });
  return made === undefined ? forms[0] : textOf(made);
}

function textOf(value: Json): string {
  if (Array.isArray(value)) return value.map(textOf).join(',');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
