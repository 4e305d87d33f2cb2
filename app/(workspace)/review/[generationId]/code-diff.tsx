'use client';

import DiffViewer, { DiffMethod } from 'react-diff-viewer-continued';

const colours = {
  diffViewerBackground: 'var(--color-code)',
  diffViewerColor: 'var(--color-code-text)',
  diffViewerTitleBackground: 'var(--color-surface)',
  diffViewerTitleColor: 'var(--color-muted)',
  diffViewerTitleBorderColor: 'var(--color-border)',
  addedBackground: 'var(--color-success-soft)',
  addedColor: 'var(--color-code-text)',
  removedBackground: 'var(--color-danger-soft)',
  removedColor: 'var(--color-code-text)',
  wordAddedBackground: 'light-dark(#b6e5c8, #1e5235)',
  wordRemovedBackground: 'light-dark(#f6c8c5, #67302c)',
  addedGutterBackground: 'var(--color-success-soft)',
  removedGutterBackground: 'var(--color-danger-soft)',
  gutterBackground: 'var(--color-code)',
  gutterBackgroundDark: 'var(--color-code)',
  gutterColor: 'var(--color-code-gutter)',
  addedGutterColor: 'var(--color-code-gutter)',
  removedGutterColor: 'var(--color-code-gutter)',
  codeFoldBackground: 'var(--color-sunken)',
  codeFoldGutterBackground: 'var(--color-sunken)',
  codeFoldContentColor: 'var(--color-muted)',
  emptyLineBackground: 'var(--color-sunken)',
};

interface CodeDiffProps {
  before: string;
  after: string;
  split: boolean;
  startLine: number;
}

/** A diff of Python in the colours of the theme. Loaded only when it is looked at. */
export default function CodeDiff({ before, after, split, startLine }: CodeDiffProps) {
  return (
    <div className="overflow-x-auto border-y text-xs">
      <DiffViewer
        oldValue={before}
        newValue={after}
        splitView={split}
        linesOffset={startLine - 1}
        compareMethod={DiffMethod.WORDS}
        leftTitle="Approved before"
        rightTitle="Now"
        extraLinesSurroundingDiff={4}
        hideSummary
        disableWorker
        styles={{
          variables: { light: colours, dark: colours },
          diffContainer: { fontSize: 12, lineHeight: '20px', minWidth: 640 },
          contentText: { fontFamily: 'var(--font-mono)', lineHeight: '20px' },
          lineNumber: { opacity: 1 },
          gutter: { '& pre': { opacity: 1 } },
          titleBlock: { padding: '4px 12px' },
        }}
      />
    </div>
  );
}
