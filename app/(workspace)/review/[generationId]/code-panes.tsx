'use client';

import { useEffect } from 'react';

import { classNames } from '../../../_ui/class-names';
import { placeIds, scrollWithin, specLineId } from '../_client/places';
import { useLineLinks } from '../_client/use-line-links';
import { useWorkspace } from '../_client/use-workspace';
import { firstSource } from '../_model/line-map';

import { SpecPane } from './spec-pane';
import { TestPane } from './test-pane';

import type { OperationDetail } from '#lib/features/reviews/contract';

/** The two panes, tied line by line: pointing at one side lights the other and brings it into sight. */
export function CodePanes({ detail }: { detail: OperationDetail }) {
  const { state, currentDetail } = useWorkspace();
  const links = useLineLinks(currentDetail);
  const source = currentDetail === undefined ? undefined : firstSource(currentDetail);
  const specTarget = source === undefined ? undefined : specLineId(source);

  useEffect(() => {
    if (specTarget !== undefined) scrollWithin(placeIds.spec, [specTarget]);
  }, [specTarget, currentDetail?.id]);

  const only = (pane: 'spec' | 'test') => (state.pane === pane ? '' : 'max-[899px]:hidden');
  return (
    <div
      onPointerLeave={links.clear}
      className={classNames(
        'grid h-full max-[899px]:grid-rows-[minmax(0,1fr)]',
        state.layout === 'side'
          ? 'grid-rows-[minmax(0,1fr)] min-[900px]:grid-cols-[9fr_11fr]'
          : 'min-[900px]:grid-rows-2',
      )}
    >
      <div className={classNames('min-h-0 min-w-0', only('spec'))}>
        <SpecPane detail={detail} links={links} />
      </div>
      <div
        className={classNames(
          'min-h-0 min-w-0',
          state.layout === 'side' ? 'min-[900px]:border-l' : 'min-[900px]:border-t',
          only('test'),
        )}
      >
        <TestPane links={links} />
      </div>
    </div>
  );
}
