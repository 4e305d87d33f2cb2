import { documents } from '../../generator/plan/expected';
import { isIfMatch } from '../../generator/plan/if-match';
import type { Call } from '../call';
import type { Refusal } from '../exchange';
import type { Entry } from '../store';

import { tagOf } from './view';

/** `If-Match` (RFC 9110 section 13.1.1): 412 unless it names the state that is there, 428 where it must be sent. */
export function refuseOtherState({ operation, headers }: Call, entry: Entry): Refusal | undefined {
  const takesTag = operation.parameters.some(isIfMatch) || documents(operation, 412);
  const wanted = headers['if-match'];
  if (wanted !== undefined && takesTag) {
    return names(wanted, tagOf(entry), false)
      ? undefined
      : { status: 412, detail: 'If-Match names another state than the present one.' };
  }
  return documents(operation, 428) && wanted === undefined
    ? { status: 428, detail: 'Say with If-Match which state you change.' }
    : undefined;
}

/** `If-None-Match` (RFC 9110 section 13.1.2): whether the client knows what is there. */
export function isKnown({ headers }: Call, entry: Entry): boolean {
  const known = headers['if-none-match'];
  return known !== undefined && names(known, tagOf(entry), true);
}

function names(header: string, tag: string, isWeak: boolean): boolean {
  return header
    .split(',')
    .map((each) => each.trim())
    .some((each) => each === '*' || (isWeak ? each.replace(/^W\//, '') : each) === tag);
}
