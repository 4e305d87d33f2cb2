import type SwaggerParser from '@apidevtools/swagger-parser';
import { z } from 'zod';

import type { DiagnosticLog } from './diagnostic-log';
import type { Dialect } from './model';
import { child, isObject, type Node } from './node';
import { tokensOf } from './pointer';

/**
 * Validation takes about 0.1 s per MB (Kubernetes, 4 MB: 0.4 s; the first document 0.1 s more). Beyond this many
 * characters it would keep people waiting for seconds, for warnings only.
 */
export const maxValidatedCharacters = 30_000_000;

const validationFailure = z.object({
  details: z.array(
    z.object({
      instancePath: z.string(),
      keyword: z.string(),
      message: z.string().default('is not valid'),
      params: z.record(z.string(), z.unknown()).default({}),
    }),
  ),
});
type Violation = z.infer<typeof validationFailure>['details'][number];

/**
 * Checks the entry document against the specification's own JSON Schema with swagger-parser. What it finds becomes
 * warnings: a third of real documents break some rule, and most of what they say is still sound.
 *
 * References stay as they are: replacing them by their targets would read files from inside the library, and unfolds
 * a hostile document to an endless tree. What the replaced form would show is checked while reading.
 */
export async function validate(
  root: Node,
  text: string,
  dialect: Dialect,
  log: DiagnosticLog,
): Promise<void> {
  if (!isObject(root.value)) return;
  if (dialect === 'openapi-3.2' || text.length > maxValidatedCharacters) {
    const reason =
      dialect === 'openapi-3.2'
        ? 'the validator does not know OpenAPI 3.2 yet'
        : `it is larger than ${maxValidatedCharacters} characters`;
    log.add('info', 'not-validated', root, `The document was not validated as a whole: ${reason}.`);
    return;
  }
  // The library corrects what it is given in place.
  const copy: unknown = structuredClone(root.value);
  if (!isDocument(copy)) return;
  // Loaded when it is wanted: that takes as long as reading a document of some size.
  const { default: parser } = await import('@apidevtools/swagger-parser');
  try {
    await parser.validate(copy, {
      resolve: { external: false },
      dereference: { excludedPathMatcher: () => true },
      validate: { schema: true, spec: false },
    });
  } catch (cause) {
    const failure = validationFailure.safeParse(cause);
    if (failure.success) reportViolations(root, failure.data.details, log);
    else
      log.add(
        'warning',
        'invalid-document',
        root,
        cause instanceof Error ? cause.message : String(cause),
        advice,
      );
  }
}

/** The validator's own type promises what it is asked to find out; only the version was looked at so far. */
function isDocument(value: unknown): value is SwaggerParser['api'] {
  return typeof value === 'object' && value !== null;
}

const advice =
  'Compare this place with the OpenAPI specification; tests are still generated from what is sound.';

/** Several alternatives failed: the reasons of each say more than the fact. */
const summaries = new Set(['oneOf', 'anyOf', 'if', 'not']);

function reportViolations(root: Node, violations: Violation[], log: DiagnosticLog): void {
  const judged = violations.filter((one) => isAboutContent(root, one));
  const explained = new Set<string>();
  for (const { keyword, instancePath } of judged) {
    if (summaries.has(keyword)) continue;
    for (
      let path = instancePath;
      !explained.has(path);
      path = path.slice(0, Math.max(0, path.lastIndexOf('/')))
    ) {
      explained.add(path);
    }
  }
  for (const one of judged) {
    if (summaries.has(one.keyword) && explained.has(one.instancePath)) continue;
    const source = { file: root.file, pointer: one.instancePath };
    log.add(
      'warning',
      'invalid-document',
      source,
      `${one.instancePath || 'The document'} ${describe(one)}.`,
      advice,
    );
  }
}

/** References were left alone, so the validator cannot judge the objects that hold one. */
function isAboutContent(root: Node, { instancePath, params }: Violation): boolean {
  if (params.missingProperty === '$ref') return false;
  let node: Node | undefined = root;
  for (const token of tokensOf(instancePath)) node = node && child(node, token);
  return !node || !isObject(node.value) || typeof node.value.$ref !== 'string';
}

function describe({ message, params }: Violation): string {
  const named = params.additionalProperty ?? params.unevaluatedProperty;
  if (typeof named === 'string') return `must not have the member "${named}"`;
  if (Array.isArray(params.allowedValues)) return `must be one of ${params.allowedValues.join(', ')}`;
  return message;
}
