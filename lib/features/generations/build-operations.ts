import type { BuiltOperation } from './built-suite';

import { defined } from '#lib/core/defined';
import { excerpts } from '#lib/core/openapi/excerpts';
import type { ApiModel } from '#lib/core/openapi/model';
import type { SourceMap } from '#lib/core/openapi/source-map';
import { diffModels } from '#lib/core/spec-diff/diff-models';

/** Operations as the review shows them: their part of the document, and what changed since the generation before. */
export function buildOperations(
  model: ApiModel,
  source: SourceMap,
  previous: ApiModel | undefined,
): BuiltOperation[] {
  const diff = previous === undefined ? undefined : diffModels(previous, model);
  const changed = new Map(
    diff?.operations.filter(({ status }) => status !== 'removed').map((change) => [change.id, change]),
  );
  return model.operations.map((operation): BuiltOperation => {
    const change = changed.get(operation.id);
    const status = change?.status === 'changed' ? 'changed' : 'added';
    return {
      key: operation.id,
      method: operation.method,
      path: operation.path,
      ...defined({
        summary: operation.summary,
        tag: operation.tags[0],
        maintainer: operation.maintainer,
      }),
      change: diff === undefined ? 'added' : change === undefined ? 'unchanged' : status,
      breaking: change?.breaking ?? false,
      changes: change?.changes.map(({ message }) => message) ?? [],
      excerpts: excerpts(model, source, operation).sections,
    };
  });
}
