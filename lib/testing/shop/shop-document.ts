import type { JsonObject } from '../../core/json';
import { readYaml } from '../service/document';

/** The sample document. */
export function readShopDocument(file = 'shop.openapi.yaml'): JsonObject {
  return readYaml(new URL(`../../../public/sample/${file}`, import.meta.url));
}
