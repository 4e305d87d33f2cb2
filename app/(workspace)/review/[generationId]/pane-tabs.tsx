'use client';

import { Tabs } from '../../../_ui/tabs';
import { useWorkspace } from '../_client/use-workspace';

const tabs = [
  { id: 'cases', label: 'Cases' },
  { id: 'spec', label: 'Spec' },
  { id: 'test', label: 'Test' },
  { id: 'info', label: 'Info' },
] as const;

/** Which part shows, where there is room for one. */
export function PaneTabs() {
  const { state, dispatch } = useWorkspace();
  return (
    <div className="border-b bg-surface min-[900px]:hidden">
      <Tabs
        label="Parts of the workspace"
        prefix="workspace"
        tabs={tabs}
        selected={state.pane}
        stretch
        onSelect={(pane) => {
          dispatch({ type: 'pane', pane });
        }}
      />
    </div>
  );
}
