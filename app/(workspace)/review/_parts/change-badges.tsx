import { TriangleAlert } from 'lucide-react';

import { Badge } from '../../../_ui/badge';

import { changeLabels } from './labels';

import type { OperationRow } from '#lib/features/reviews/contract';

/** How an endpoint differs from the version before; nothing when it does not. */
export function ChangeBadges({ change, breaking }: Pick<OperationRow, 'change' | 'breaking'>) {
  return (
    <>
      {breaking ? (
        <Badge tone="danger" icon={<TriangleAlert size={12} aria-hidden />}>
          breaking
        </Badge>
      ) : null}
      {change === 'unchanged' || (breaking && change === 'changed') ? null : (
        <Badge tone={change === 'added' ? 'accent' : 'warning'}>{changeLabels[change]}</Badge>
      )}
    </>
  );
}
