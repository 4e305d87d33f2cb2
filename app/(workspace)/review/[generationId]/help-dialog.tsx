'use client';

import { Checkbox } from '../../../_forms/checkbox';
import { Dialog } from '../../../_ui/dialog';
import { Kbd } from '../../../_ui/kbd';
import { useKeysSetting } from '../_client/use-keys-setting';
import { useWorkspace } from '../_client/use-workspace';
import { shortcuts } from '../_model/shortcuts';

const groups = ['Move', 'Decide', 'Look'] as const;

export function HelpDialog() {
  const { state, dispatch } = useWorkspace();
  const [keysOn, setKeys] = useKeysSetting();
  return (
    <Dialog
      open={state.dialog?.kind === 'help'}
      title="Keys"
      wide
      onClose={() => {
        dispatch({ type: 'closeDialog', kind: 'help' });
      }}
    >
      <div className="grid gap-6 sm:grid-cols-3">
        {groups.map((group) => (
          <section key={group} aria-label={group}>
            <h3 className="mb-2 text-sm font-semibold text-muted">{group}</h3>
            <dl className="grid grid-cols-[2.5rem_1fr] gap-y-1.5 text-sm">
              {shortcuts
                .filter((shortcut) => shortcut.group === group)
                .map((shortcut) => (
                  <div key={shortcut.command} className="contents">
                    <dt>
                      <Kbd>{shortcut.shown}</Kbd>
                    </dt>
                    <dd>{shortcut.help}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="mt-4 text-sm text-muted">
        Keys rest while you type, in dialogs and in menus. In the filter: words, and marks such as is:pending,
        is:changed, is:breaking, is:commented, is:failing.
      </p>
      <div className="mt-4 border-t pt-4">
        <Checkbox
          label="Use these keys"
          hint="Off, only buttons decide: for voice control, or when letters are pressed by accident. This browser remembers it."
          checked={keysOn}
          onChange={(event) => {
            setKeys(event.target.checked);
          }}
        />
      </div>
    </Dialog>
  );
}
