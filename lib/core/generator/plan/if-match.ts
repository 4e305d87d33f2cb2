import type { Operation, Parameter } from '../../openapi/model';

import { documents } from './expected';

export function isIfMatch(parameter: Parameter): boolean {
  return parameter.in === 'header' && /^if-match$/i.test(parameter.name);
}

/** Whether a request must name the state that it changes: `If-Match` is required, or its absence is answered 428. */
export function needsTag(operation: Operation): boolean {
  return operation.parameters.some((each) => isIfMatch(each) && (each.required || documents(operation, 428)));
}
