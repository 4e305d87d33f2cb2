import type { Parameter, SchemaRegistry } from '../../openapi/model';
import { applying } from '../plan/schema-members';

const mostToAsk = 1000;

/** The most items of a page that the document lets a client ask for; a server may give less than what no maximum rules. */
export function largestPage(size: Parameter, schemas: SchemaRegistry): number | undefined {
  const most = applying(size.schema, schemas).find((part) => part.maximum !== undefined)?.maximum;
  return most !== undefined && most <= mostToAsk ? most : undefined;
}
