'use client';

import { useQuery } from '@tanstack/react-query';

import { Badge } from '../../../_ui/badge';
import { placeIds, testLineId } from '../_client/places';
import { commentsQuery } from '../_client/queries';
import type { LineLinks } from '../_client/use-line-links';
import { useWorkspace } from '../_client/use-workspace';
import { commentCounts } from '../_model/comment-counts';
import { CodeLine } from '../_parts/code-line';
import { CodePane } from '../_parts/code-pane';

/** The test with the line numbers that it has in its file. */
export function TestPane({ links }: { links: LineLinks }) {
  const { current, currentDetail, dispatch } = useWorkspace();
  const comments = useQuery({ ...commentsQuery(current?.id ?? ''), enabled: current !== undefined });
  const counts = commentCounts(comments.data ?? [], 'test');
  if (current === undefined || currentDetail === undefined) {
    return (
      <p className="p-4 text-sm text-muted">The code of this case is not in this generation any more.</p>
    );
  }
  return (
    <CodePane
      id={placeIds.test}
      label="Test"
      title={
        <>
          <span className="text-xs font-semibold tracking-wide text-muted">TEST</span>
          <span className="min-w-0 truncate font-mono text-xs font-medium" title={currentDetail.filePath}>
            {currentDetail.filePath}
          </span>
          <Badge>{current.category}</Badge>
          {current.rows > 1 ? <Badge>{current.rows} rows</Badge> : null}
          {current.change === 'unchanged' ? null : (
            <Badge tone={current.change === 'new' ? 'accent' : 'warning'}>{current.change}</Badge>
          )}
        </>
      }
    >
      {currentDetail.lines.map((tokens, index) => (
        <CodeLine
          key={index}
          id={testLineId(index + 1)}
          number={currentDetail.startLine + index}
          tokens={tokens}
          lit={links.test.has(index + 1)}
          comments={counts.get(index + 1) ?? 0}
          onPoint={() => {
            links.pointAtTest(index + 1);
          }}
          onComment={() => {
            dispatch({ type: 'commentLine', line: { side: 'test', line: index + 1 } });
          }}
        />
      ))}
    </CodePane>
  );
}
