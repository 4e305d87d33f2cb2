import { generateSuite } from '../core/generator/generate-suite';
import { buildPlan } from '../core/generator/plan/build-plan';
import type { SuitePlan } from '../core/generator/plan/suite-plan';
import { generationSettings, type Target } from '../core/generator/settings';
import type { GeneratedSuite } from '../core/generator/suite';
import { loadWords } from '../core/generator/values/faker';
import { createValues } from '../core/generator/values/values';
import { readDocument } from '../core/openapi/read-document';
import { checkPython, formatPython } from '../platform/python/ruff';
import { loadTemplates } from '../platform/templates/load-templates';
import { checkTypeScript } from '../platform/typescript/check-typescript';

/** The templates of the product. */
export const builtInTemplates: (target?: Target) => Promise<Map<string, string>> = loadTemplates;

/** The suite of a document given as text or as an object. */
export async function generateFrom(
  document: string | object,
  settings: object = {},
): Promise<GeneratedSuite> {
  const { model } = await readDocument({ name: 'api.yaml', text: textOf(document), validate: false });
  const parsed = generationSettings.parse(settings);
  const [templates, words] = await Promise.all([loadTemplates(parsed.target), loadWords(parsed.locale)]);
  return generateSuite(model, parsed, { formatPython, checkTypeScript, templates, words });
}

/** The plan of a document, before anything is printed. */
export async function planFrom(document: string | object, settings: object = {}): Promise<SuitePlan> {
  const { model } = await readDocument({ name: 'api.yaml', text: textOf(document), validate: false });
  const parsed = generationSettings.parse(settings);
  const values = createValues({
    registry: model.schemas,
    seed: parsed.seed,
    assertFormats: parsed.assertFormats,
    closesSilent: parsed.unknownProperties === 'refused',
    direction: 'request',
  });
  return buildPlan(model, parsed, values);
}

function textOf(document: string | object): string {
  return typeof document === 'string' ? document : JSON.stringify(document);
}

/** A document with these paths, and what else is given. */
export function apiWith(paths: object, more: object = {}): object {
  return { openapi: '3.1.0', info: { title: 'Notes', version: '1.0' }, paths, ...more };
}

/** A JSON request body. */
export function jsonBody(schema: object, more: object = {}): object {
  return { required: true, content: { 'application/json': { schema, ...more } } };
}

/** What the linter and the formatter have to say about the Python files of a suite. */
export function findingsOf(files: readonly { path: string; text: string }[]): string[] {
  return files
    .filter((file) => file.path.endsWith('.py'))
    .flatMap(({ path, text }) => [
      ...checkPython(text).map((finding) => `${path}:${finding.line} ${finding.code} ${finding.message}`),
      ...(formatPython(text) === text ? [] : [`${path} is not formatted`]),
    ]);
}
