import { entries, text } from './members';
import type { ApiResponse } from './model';
import type { Node } from './node';
import type { Scope } from './scope';
import { readResponseDetailsV2 } from './v2/response';
import { readResponseDetails, type WrittenLink } from './v3/response';

export type WrittenResponse = Omit<ApiResponse, 'links'> & { links: WrittenLink[] };

/** The responses of an operation by status (OpenAPI 3.1, section 4.8.16): `200`, `4XX` or `default`. */
export function readResponses(scope: Scope, operation: Node, produces: string[]): WrittenResponse[] {
  const { reader } = scope;
  return entries(reader, operation, 'responses', { extensions: false }).flatMap(([written, member]) => {
    const status = /^[1-5]xx$/i.test(written) ? written.toUpperCase() : written;
    if (!/^([1-5]\d\d|[1-5]XX|default)$/.test(status)) {
      reader.report(
        'warning',
        'invalid-status',
        member,
        `"${written}" is no response status; the response is left out.`,
        'Use a status from 100 to 599, a range such as 4XX, or default.',
      );
      return [];
    }
    const node = reader.follow(member);
    if (!node) return [];
    const details =
      reader.dialect === 'swagger-2.0'
        ? readResponseDetailsV2(scope, node, produces)
        : readResponseDetails(scope, node);
    const description = text(reader, node, 'description') ?? '';
    return [{ status, description, ...details, source: { file: node.file, pointer: node.pointer } }];
  });
}
