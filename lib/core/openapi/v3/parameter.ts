import { readExamples } from '../examples';
import { flag } from '../members';
import type { Parameter, ParameterLocation } from '../model';
import { child, type ObjectNode } from '../node';
import type { Scope } from '../scope';

import { readContent } from './content';
import { readStyle } from './parameter-style';

/** What is left of a Parameter Object once its name and location are known (OpenAPI 3.1, section 4.8.12). */
export function readParameterDetails(
  scope: Scope,
  node: ObjectNode,
  location: ParameterLocation,
): Omit<Parameter, 'name' | 'in' | 'required' | 'description' | 'deprecated' | 'source'> {
  const { reader, schemas } = scope;
  const style = readStyle(scope, node, location);
  const [media, ...others] = readContent(scope, node);
  const written = child(node, 'schema');
  for (const { mediaType, source } of written && media ? [media, ...others] : others) {
    scope.leftOut.add(source, `${mediaType} of a parameter`, 'one form of a parameter is sent, the first');
  }
  return {
    ...style,
    allowReserved: flag(reader, node, 'allowReserved') ?? false,
    allowEmptyValue: flag(reader, node, 'allowEmptyValue') ?? false,
    ...(media && !written ? { mediaType: media.mediaType } : {}),
    schema: written ? schemas.schema(written) : (media?.schema ?? true),
    examples: [...readExamples(scope, node), ...(written ? [] : (media?.examples ?? []))].map(
      ({ value }) => value,
    ),
  };
}
