import type { Operation } from '../../openapi/model';

import { concrete, isJson } from './media-type';

/**
 * The `Accept` that requests carry: JSON, where a success has several media types and one of them is JSON, since the
 * server chooses otherwise (RFC 9110 section 12.5.1).
 */
export function acceptOf(operation: Operation): string | undefined {
  const types = successTypes(operation);
  return types.length > 1 ? types.find(isJson) : undefined;
}

/** The media types of an operation's successes, ranges as one type in them. */
export function successTypes(operation: Operation): string[] {
  const content = operation.responses
    .filter((each) => /^2/.test(each.status))
    .flatMap((each) => each.content);
  return [...new Set(content.map((each) => concrete(each.mediaType)))];
}
