import type { JsonObject } from '../../core/json';
import { readYaml } from '../service/document';

/** The document of the lending library. */
export function readLibraryDocument(): JsonObject {
  return readYaml(new URL('./library.openapi.yaml', import.meta.url));
}
