import { documents } from '../generator/plan/expected';
import type { ApiResponse, Operation } from '../openapi/model';

/** The response of a document that describes a status: of itself, of its class, or of any (OpenAPI "Responses Object"). */
export function responseFor(operation: Operation, status: number): ApiResponse | undefined {
  const exact = operation.responses.find((each) => each.status === String(status));
  const ofClass = operation.responses.find(
    (each) => each.status.toUpperCase() === `${String(status).charAt(0)}XX`,
  );
  return exact ?? ofClass ?? operation.responses.find((each) => each.status === 'default');
}

/** Of some statuses the first that the document lists, else the last one. */
function firstDocumented(operation: Operation, statuses: readonly number[], otherwise: number): number {
  return statuses.find((status) => documents(operation, status)) ?? otherwise;
}

/** A parameter that breaks its rules. A path that can name nothing is 404 where that is all the document offers. */
export function wrongParameterStatus(operation: Operation, isPath: boolean): number {
  return firstDocumented(operation, isPath ? [400, 422, 404] : [400, 422], 400);
}

/** A body that can be read and breaks its schema. */
export function wrongBodyStatus(operation: Operation): number {
  return firstDocumented(operation, [422, 400], 400);
}

/** A body that cannot be read, or is not there. */
export function unreadableBodyStatus(operation: Operation): number {
  return firstDocumented(operation, [400, 422], 400);
}

/** What was there and is gone (RFC 9110 section 15.5.11), where the document tells it from what never was. */
export function goneStatus(operation: Operation, wasThere: boolean): number {
  if (wasThere && documents(operation, 410)) return 410;
  return documents(operation, 404) || !documents(operation, 410) ? 404 : 410;
}

/** The documented success that fits best: the first of these statuses, else whatever the document has. */
export function successStatus(operation: Operation, wanted: readonly number[]): number {
  const chosen = wanted.find((status) => documents(operation, status));
  if (chosen !== undefined) return chosen;
  const exact = operation.responses
    .map(({ status }) => Number(status))
    .filter((status) => status >= 200 && status < 400 && status !== 304);
  return exact.find((status) => status < 300) ?? exact[0] ?? wanted[0] ?? 200;
}
