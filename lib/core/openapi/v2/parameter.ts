import { flag, text } from '../members';
import type { Parameter, ParameterLocation, ParameterStyle } from '../model';
import { child, type ObjectNode } from '../node';
import type { Scope } from '../scope';

/** `collectionFormat` as OpenAPI 3 says the same (its appendix on Swagger 2.0). */
const styles: Record<string, { style: ParameterStyle; explode: boolean }> = {
  csv: { style: 'form', explode: false },
  ssv: { style: 'spaceDelimited', explode: false },
  tsv: { style: 'tabDelimited', explode: false },
  pipes: { style: 'pipeDelimited', explode: false },
  multi: { style: 'form', explode: true },
};

/** What is left of a Parameter Object that is neither body nor form data (Swagger 2.0, "Parameter Object"). */
export function readParameterDetailsV2(
  { reader, schemas }: Scope,
  node: ObjectNode,
  location: ParameterLocation,
): Omit<Parameter, 'name' | 'in' | 'required' | 'description' | 'deprecated' | 'source'> {
  const example = child(node, 'x-example') ?? child(node, 'example');
  return {
    ...collectionStyle(text(reader, node, 'collectionFormat'), location),
    allowReserved: false,
    allowEmptyValue: flag(reader, node, 'allowEmptyValue') ?? false,
    schema: schemas.inline(node),
    examples: example ? [example.value] : [],
  };
}

function collectionStyle(format: string | undefined, location: ParameterLocation) {
  const style = Object.hasOwn(styles, format ?? '') ? styles[format ?? ''] : undefined;
  if (location === 'query') return style ?? { style: 'form' as const, explode: false };
  // `multi` is for queries only, and `csv` is what `simple` is.
  return style && style.style !== 'form' ? style : { style: 'simple' as const, explode: false };
}
