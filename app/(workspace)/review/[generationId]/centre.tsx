'use client';

import { Columns2, Rows2 } from 'lucide-react';

import { ReadFailure } from '../../../_client/read-failure';
import { classNames } from '../../../_ui/class-names';
import { IconButton } from '../../../_ui/icon-button';
import { Skeleton } from '../../../_ui/skeleton';
import { tabPanelProps, Tabs } from '../../../_ui/tabs';
import { useWorkspace } from '../_client/use-workspace';

import { ChangesPane } from './changes-pane';
import { CodePanes } from './code-panes';

/** The document and the test side by side, or what changed in both. */
export function Centre() {
  const { state, dispatch, detail, currentDetail, operation } = useWorkspace();
  const changes = (operation?.changes.length ?? 0) + (currentDetail?.previousCode === undefined ? 0 : 1);
  const tabs = [
    { id: 'code', label: 'Spec and test' },
    { id: 'changes', label: changes === 0 ? 'Changes' : `Changes (${changes})` },
  ] as const;

  return (
    <div className="flex h-full flex-col bg-surface">
      <div className="flex min-h-9 shrink-0 items-center justify-between border-b px-1">
        <Tabs
          label="View of the case"
          prefix="centre"
          tabs={tabs}
          selected={state.view}
          onSelect={(view) => {
            dispatch({ type: 'view', view });
          }}
        />
        {state.view === 'code' ? (
          <IconButton
            label={state.layout === 'side' ? 'Stack the panes' : 'Panes side by side'}
            shortcut="m"
            icon={
              state.layout === 'side' ? <Rows2 size={16} aria-hidden /> : <Columns2 size={16} aria-hidden />
            }
            className="max-[899px]:hidden"
            onClick={() => {
              dispatch({ type: 'layout' });
            }}
          />
        ) : null}
      </div>
      <div {...tabPanelProps('centre', state.view)} className="min-h-0 flex-1">
        {detail.data === undefined ? (
          detail.error === null ? (
            <Waiting />
          ) : (
            <ReadFailure error={detail.error} onRetry={detail.retry} />
          )
        ) : state.view === 'code' ? (
          <CodePanes detail={detail.data} />
        ) : (
          <ChangesPane detail={detail.data} />
        )}
      </div>
    </div>
  );
}

function Waiting() {
  return (
    <div className="grid h-full min-[900px]:grid-cols-[9fr_11fr]">
      <p role="status" className="sr-only">
        Loading the code of the case
      </p>
      {[0, 1].map((pane) => (
        <div key={pane} className={classNames('flex flex-col gap-2 p-4', pane === 1 && 'max-[899px]:hidden')}>
          {Array.from({ length: 14 }, (_, index) => (
            <Skeleton key={index} className={index % 4 === 0 ? 'h-3.5 w-1/2' : 'h-3.5 w-3/4'} />
          ))}
        </div>
      ))}
    </div>
  );
}
