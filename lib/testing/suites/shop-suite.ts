import type { GeneratedSuite } from '../../core/generator/suite';

import { generateDocument } from './generate-document';

/** The suite that a team gets for the sample document. */
export async function generateShopSuite(): Promise<GeneratedSuite> {
  const made = await generateDocument('public/sample/shop.openapi.yaml');
  if ('refused' in made) throw new Error(made.refused);
  return made.suite;
}
