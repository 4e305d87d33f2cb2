'use client';

import { classNames } from '../../../_ui/class-names';
import { commandsOf } from '../_client/commands';
import { useShortcuts } from '../_client/use-shortcuts';
import { useWorkspaceModel, WorkspaceContext } from '../_client/use-workspace';

import { CaseList } from './case-list';
import { Centre } from './centre';
import { DecisionBar } from './decision-bar';
import { HelpDialog } from './help-dialog';
import { InfoPanel } from './info-panel';
import { PaneTabs } from './pane-tabs';
import { PublishDialog } from './publish-dialog';
import { RejectDialog } from './reject-dialog';
import { StandingNotice } from './standing-notice';
import { WorkspaceHeader } from './workspace-header';

import type { GenerationView } from '#lib/features/reviews/contract';

interface WorkspaceScreenProps {
  view: GenerationView;
  wanted: { caseId?: string; operationId?: string };
}

/** List, document, test and evidence on one screen; below 900 px one of them at a time. */
export function WorkspaceScreen({ view, wanted }: WorkspaceScreenProps) {
  const workspace = useWorkspaceModel(view, wanted);
  const commands = commandsOf(workspace);
  useShortcuts(commands);
  const { pane } = workspace.state;
  const only = (shown: boolean) => (shown ? '' : 'max-[899px]:hidden');

  return (
    <WorkspaceContext value={workspace}>
      <div className="flex h-full flex-col">
        <h1 className="sr-only">Review of {view.api.name}</h1>
        <WorkspaceHeader />
        <StandingNotice />
        <PaneTabs />
        <div className="grid min-h-0 flex-1 grid-rows-[minmax(0,1fr)] min-[900px]:grid-cols-[15rem_minmax(0,1fr)] min-[1280px]:grid-cols-[19rem_minmax(0,1fr)]">
          <div className={classNames('min-h-0 min-w-0', only(pane === 'cases'))}>
            <CaseList />
          </div>
          <div
            className={classNames(
              'flex min-h-0 min-w-0 flex-col min-[900px]:border-l',
              only(pane !== 'cases'),
            )}
          >
            <div className={classNames('min-h-0 flex-1', only(pane === 'spec' || pane === 'test'))}>
              <Centre />
            </div>
            <div
              className={classNames(
                'min-h-0 max-[899px]:flex-1 min-[900px]:h-[min(15rem,28vh)] min-[900px]:shrink-0 min-[900px]:border-t',
                only(pane === 'info'),
              )}
            >
              <InfoPanel />
            </div>
          </div>
        </div>
        <DecisionBar commands={commands} />
      </div>
      <p aria-live="polite" className="sr-only">
        {workspace.decisions.announcement}
      </p>
      <RejectDialog />
      <HelpDialog />
      <PublishDialog />
    </WorkspaceContext>
  );
}
