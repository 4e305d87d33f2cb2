import type { Json } from '../../json';
import type { MediaType, Operation, Schema } from '../../openapi/model';
import type { ValidValue } from '../values/types';

import { bodyEncoding } from './body-encoding';
import type { BodyExpression, BodyExpressions } from './body-expressions';
import { gapOf, type PlanContext } from './context';
import { literal } from './expression';
import { patchedMember } from './json-patch';
import { bodyPlace, concrete, isJsonPatch, preferred } from './media-type';
import { help } from './named';
import type { BaseBody } from './request-body';

/** A body, and what it takes from elsewhere. */
export type MadeBody = BaseBody & BodyExpression;

export interface Bodies {
  /** The body of an operation's valid request, in the media type that is preferred. */
  make(operation: Operation): MadeBody | undefined | 'impossible';
  /** The body in a certain media type; `undefined` where no valid one can be made (a gap tells why). */
  bodyAs(operation: Operation, media: MediaType): MadeBody | undefined;
}

type Made = Pick<MadeBody, 'place' | 'value' | keyof BodyExpression>;

/** Makes request bodies in any media type. */
export function createBodies(context: PlanContext, expressions: BodyExpressions): Bodies {
  const { values } = context;

  function make(operation: Operation): MadeBody | undefined | 'impossible' {
    const media = operation.requestBody && preferred(operation.requestBody.content);
    const made = media && bodyAs(operation, media);
    return media && !made && operation.requestBody?.required ? 'impossible' : made;
  }

  function bodyAs(operation: Operation, media: MediaType): MadeBody | undefined {
    const mediaType = concrete(media.mediaType);
    const made = contentOf(operation, { ...media, mediaType });
    if (!made) return undefined;
    const encoding = bodyEncoding(context, operation, media, mediaType);
    return { media, mediaType, ...made, ...(encoding !== undefined && { encoding }) };
  }

  function contentOf(operation: Operation, media: MediaType): Made | undefined {
    if (isJsonPatch(media.mediaType)) return patchOf(operation, media);
    const place = bodyPlace(media.mediaType);
    if (place === undefined || media.schema === undefined) return rawOf(operation, media);
    const valid = validOf(operation, media, media.schema, place);
    if (!valid) return undefined;
    return { place, value: valid.value, ...expressions.expressionOf(operation, media, valid) };
  }

  function validOf(
    operation: Operation,
    media: MediaType,
    schema: Schema,
    place: NonNullable<BaseBody['place']>,
  ): ValidValue | undefined {
    const { resource } = context.resources.of(operation);
    const examples = media.examples.map((example) => example.value);
    const options = { name: resource.noun, place, examples, key: operation.id };
    const full = values.valid(schema, { ...options, fill: 'all' });
    const valid = 'value' in full ? full : values.valid(schema, { ...options, fill: 'required' });
    if ('value' in valid) return valid;
    context.report(gapOf(operation, `request body ${media.mediaType}`, valid.reason, valid.source));
    return undefined;
  }

  /** Text as the schema has it, or a small file of the media type. */
  function rawOf(operation: Operation, media: MediaType): Made {
    const example = media.examples.find((each) => typeof each.value === 'string')?.value;
    if (example === undefined && !media.mediaType.startsWith('text/')) {
      const value = help('sample_file', [literal(media.mediaType)]);
      return { place: undefined, value: 'text', expression: value, uses: [], samples: [] };
    }
    const made = media.schema === undefined ? undefined : validOf(operation, media, media.schema, 'form');
    const value = example ?? (typeof made?.value === 'string' ? made.value : 'text');
    return { place: undefined, value, expression: literal(value), uses: [], samples: [] };
  }

  /** A patch that replaces one member; an example where no member is known; a patch without operations otherwise. */
  function patchOf(operation: Operation, media: MediaType): Made {
    const member = patchedMember(operation, context);
    const example = media.examples.find((each) => Array.isArray(each.value))?.value;
    const value: Json = member
      ? [{ op: 'replace', path: member.pointer, value: member.value }]
      : (example ?? []);
    return { place: undefined, value, expression: literal(value), uses: [], samples: [] };
  }

  return { make, bodyAs };
}
