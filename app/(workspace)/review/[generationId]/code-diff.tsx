'use client';

import DiffViewer, { DiffMethod, LineNumberPrefix } from 'react-diff-viewer-continued';
import type { ReactDiffViewerProps } from 'react-diff-viewer-continued';

import { counted } from '../../../_ui/counted';

import { diffColours, tokenColours } from './diff-colours';

type Gutter = Parameters<NonNullable<ReactDiffViewerProps['renderGutter']>>[0];

interface CodeDiffProps {
  before: string;
  after: string;
  titles: { before: string; after: string };
  /** The line of its file that each side begins with. */
  startLines: { before: number; after: number };
  language: 'python' | 'typescript' | 'yaml' | 'json';
}

/** A diff in the colours of the theme, each side with its own line numbers. Loaded only when it is looked at. */
export default function CodeDiff({ before, after, titles, startLines, language }: CodeDiffProps) {
  const gutter = ({ lineNumber, prefix, styles }: Gutter) => {
    const first = prefix === LineNumberPrefix.LEFT ? startLines.before : startLines.after;
    return (
      <td className={styles.gutter}>
        <pre className={styles.lineNumber}>{lineNumber === 0 ? '' : lineNumber + first - 1}</pre>
      </td>
    );
  };
  return (
    <div className="overflow-x-auto border-y text-xs">
      <DiffViewer
        oldValue={before}
        newValue={after}
        splitView
        codeFoldMessageRenderer={(count) => <>{counted(count, 'line')} as before</>}
        hideLineNumbers
        renderGutter={gutter}
        compareMethod={DiffMethod.WORDS}
        highlightLanguage={language}
        highlightTheme={tokenColours}
        leftTitle={titles.before}
        rightTitle={titles.after}
        extraLinesSurroundingDiff={4}
        hideSummary
        disableWorker
        styles={{
          variables: { light: diffColours, dark: diffColours },
          diffContainer: { fontSize: 12, lineHeight: '20px', minWidth: 640 },
          contentText: { fontFamily: 'var(--font-mono)', lineHeight: '20px' },
          lineNumber: { opacity: 1, textAlign: 'right' },
          gutter: { minWidth: 48, '& pre': { opacity: 1 } },
          titleBlock: { padding: '4px 12px' },
        }}
      />
    </div>
  );
}
