import type { Json } from '../../core/json';
import type { ContractOperation } from '../service/contract';
import { breachProblem, problem, type Reply } from '../service/reply';
import type { SchemaCheck } from '../service/schemas';

import type { FaultId } from './faults';

export type ReadBody = { value: Json } | { refusal: Reply; value?: Json };

/** The body of a request, or why it is refused: 415 for its media type, 400 for its text, 422 for its schema. */
export function readBody(
  operation: ContractOperation,
  contentType: string | undefined,
  bytes: Buffer,
  check: SchemaCheck,
  faults: ReadonlySet<FaultId>,
): ReadBody {
  if (operation.body.size === 0) return { value: {} };
  if (bytes.length === 0) {
    const accepted = operation.id === 'replaceProduct' && faults.has('empty-body-accepted');
    return accepted ? { value: {} } : { refusal: problem(400, 'The body is missing') };
  }
  const schema = schemaFor(operation, contentType, faults);
  if (schema === undefined)
    return { refusal: problem(415, `Send ${[...operation.body.keys()].join(' or ')}`) };
  let value: Json;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    const status = faults.has('malformed-json-answers-500') ? 500 : 400;
    const isOpen = operation.id === 'createCategory' && faults.has('stack-trace-shown');
    const stack = isOpen && error instanceof Error ? error.stack : undefined;
    return { refusal: problem(status, stack ?? 'The body is not JSON in UTF-8') };
  }
  const breaches = check.breaches(schema, value);
  return breaches.length === 0 ? { value } : { refusal: breachProblem(422, breaches), value };
}

function schemaFor(
  { body }: ContractOperation,
  contentType: string | undefined,
  faults: ReadonlySet<FaultId>,
) {
  const [type = '', ...parameters] = (contentType ?? '').toLowerCase().split(';');
  const charset = parameters.map((one) => one.trim()).find((one) => one.startsWith('charset='));
  const isUtf8 = charset === undefined || /^charset="?utf-?8"?$/.test(charset);
  const schema = isUtf8 ? body.get(type.trim()) : undefined;
  return schema ?? (faults.has('media-type-unchecked') ? [...body.values()][0] : undefined);
}
