import { createHash } from 'node:crypto';

import { AppError } from '../../core/errors';
import { generateSuite } from '../../core/generator/generate-suite';
import { generationSettings, type Target } from '../../core/generator/settings';
import { categories, type GeneratedSuite } from '../../core/generator/suite';
import { readDocument } from '../../core/openapi/read-document';
import { formatPython } from '../../platform/python/ruff';
import { loadTemplates } from '../../platform/templates/load-templates';
import { checkTypeScript } from '../../platform/typescript/check-typescript';

import { openDocument } from './corpus';

/**
 * The suite of a document, named relative to the project's root, with every category switched on; the message where
 * the document is refused because nothing can be made of it.
 */
export async function generateDocument(
  name: string,
  target: Target = 'pytest',
): Promise<{ suite: GeneratedSuite } | { refused: string }> {
  try {
    const settings = generationSettings.parse({ categories: [...categories], target });
    const templates = await loadTemplates(target);
    const { model } = await readDocument(await openDocument(name));
    return { suite: generateSuite(model, settings, { formatPython, checkTypeScript, templates }) };
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid_document') return { refused: error.message };
    throw error;
  }
}

/** Of everything in a suite: equal for equal bytes. */
export function hashOf(suite: GeneratedSuite): string {
  return createHash('sha256').update(JSON.stringify(suite)).digest('hex');
}
