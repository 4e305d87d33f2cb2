/** The keys of the review workspace: one table serves the handler and the help. */
export const shortcuts = [
  { command: 'next', keys: ['j'], shown: 'j', help: 'Next case', group: 'Move' },
  { command: 'previous', keys: ['k'], shown: 'k', help: 'Previous case', group: 'Move' },
  { command: 'nextOperation', keys: ['J'], shown: 'J', help: 'Next endpoint', group: 'Move' },
  { command: 'previousOperation', keys: ['K'], shown: 'K', help: 'Previous endpoint', group: 'Move' },
  { command: 'nextPending', keys: ['n'], shown: 'n', help: 'Next undecided case', group: 'Move' },
  { command: 'previousPending', keys: ['p'], shown: 'p', help: 'Previous undecided case', group: 'Move' },
  { command: 'filter', keys: ['t', '/'], shown: 't', help: 'Filter the list', group: 'Move' },
  {
    command: 'approve',
    keys: ['a'],
    shown: 'a',
    help: 'Approve and go on; again: take it back',
    group: 'Decide',
  },
  {
    command: 'approveOperation',
    keys: ['A'],
    shown: 'A',
    help: 'Approve what is undecided of the endpoint',
    group: 'Decide',
  },
  { command: 'reject', keys: ['d'], shown: 'd', help: 'Reject with a reason (1–7)', group: 'Decide' },
  { command: 'undo', keys: ['u'], shown: 'u', help: 'Undo the last decision', group: 'Decide' },
  { command: 'select', keys: ['x'], shown: 'x', help: 'Select the case', group: 'Decide' },
  {
    command: 'selectRange',
    keys: ['X'],
    shown: 'X',
    help: 'Select from the last one to here',
    group: 'Decide',
  },
  { command: 'comment', keys: ['c'], shown: 'c', help: 'Comment on the case', group: 'Look' },
  { command: 'fold', keys: ['g'], shown: 'g', help: 'Fold or open the endpoint', group: 'Look' },
  { command: 'layout', keys: ['m'], shown: 'm', help: 'Side by side or stacked', group: 'Look' },
  { command: 'swap', keys: ['s'], shown: 's', help: 'Go to the other pane', group: 'Look' },
  {
    command: 'changes',
    keys: ['v'],
    shown: 'v',
    help: 'Test as it is, or what changed in it',
    group: 'Look',
  },
  { command: 'jump', keys: ['.'], shown: '.', help: 'Show the spec lines of the case', group: 'Look' },
  { command: 'help', keys: ['?'], shown: '?', help: 'This help', group: 'Look' },
  { command: 'escape', keys: ['Escape'], shown: 'Esc', help: 'Clear selection and filter', group: 'Look' },
] as const;

export type Command = (typeof shortcuts)[number]['command'];

export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  repeat: boolean;
}

/** Holding one of these down must not decide a row of cases. */
const once = new Set<Command>(['approve', 'approveOperation', 'reject', 'undo', 'select', 'selectRange']);

/** The command of a key press; `undefined` for the browser's own combinations and for unknown keys. */
export function commandOf(press: KeyPress): Command | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey) return undefined;
  const found = shortcuts.find((shortcut) => shortcut.keys.some((key) => key === press.key));
  if (found === undefined || (press.repeat && once.has(found.command))) return undefined;
  return found.command;
}
