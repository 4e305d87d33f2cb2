'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

import { placeIds, specLineId } from '../_client/places';
import { commentsQuery } from '../_client/queries';
import type { LineLinks } from '../_client/use-line-links';
import { useWorkspace } from '../_client/use-workspace';
import { commentCounts } from '../_model/comment-counts';
import { statesRule } from '../_model/constraint-lines';
import { coverageMap, lineKey, sameMark } from '../_model/line-map';
import { ChangeBadges } from '../_parts/change-badges';
import { CodeLine } from '../_parts/code-line';
import { CodePane } from '../_parts/code-pane';
import { CoverageMark } from '../_parts/coverage-mark';
import { Method } from '../_parts/method';

import type { Excerpt, OperationDetail } from '#lib/features/reviews/contract';

/** The operation's parts of the document with real line numbers, and on each line whether a case covers it. */
export function SpecPane({ detail, links }: { detail: OperationDetail; links: LineLinks }) {
  const { operation, current, currentDetail, dispatch } = useWorkspace();
  const comments = useQuery({ ...commentsQuery(current?.id ?? ''), enabled: current !== undefined });
  const coverage = useMemo(() => coverageMap(currentDetail, detail.cases), [currentDetail, detail.cases]);
  const counts = commentCounts(comments.data ?? [], 'spec');

  const line = (excerpt: Excerpt, index: number) => {
    const at = { file: excerpt.file, line: excerpt.startLine + index };
    const tokens = excerpt.lines[index] ?? [];
    const covered = coverage.get(lineKey(at));
    const above = coverage.get(lineKey({ ...at, line: at.line - 1 }));
    const rule = statesRule(tokens.map((token) => token.text).join(''));
    return (
      <CodeLine
        key={index}
        id={specLineId(at)}
        number={at.line}
        tokens={tokens}
        lit={links.spec.has(lineKey(at))}
        comments={excerpt.file === '' ? (counts.get(at.line) ?? 0) : 0}
        onPoint={() => {
          links.pointAtSpec(at);
        }}
        onComment={
          excerpt.file === ''
            ? () => {
                dispatch({ type: 'commentLine', line: { side: 'spec', line: at.line } });
              }
            : undefined
        }
        mark={
          covered?.own === true || rule ? (
            <CoverageMark
              coverage={covered}
              continued={index > 0 && covered !== undefined && sameMark(covered, above)}
              offset={(currentDetail?.startLine ?? 1) - 1}
              onShow={() => {
                dispatch({ type: 'pane', pane: 'test' });
                links.pointAtSpec(at);
              }}
            />
          ) : undefined
        }
      />
    );
  };

  return (
    <CodePane
      id={placeIds.spec}
      label="Document"
      title={
        operation === undefined ? null : (
          <>
            <span className="text-xs font-semibold tracking-wide text-muted">SPEC</span>
            <Method method={operation.method} />
            <span className="min-w-0 truncate font-mono text-xs font-medium">{operation.path}</span>
            <ChangeBadges change={operation.change} breaking={operation.breaking} />
          </>
        )
      }
    >
      {detail.excerpts.map((excerpt) => (
        <section
          key={`${excerpt.file}#${excerpt.pointer}`}
          aria-label={excerpt.title}
          className="mt-4 first:mt-0"
        >
          <h2
            title={excerpt.pointer}
            className="sticky left-0 mb-1 w-fit px-3 font-sans text-xs font-medium text-muted"
          >
            {excerpt.title}
            {excerpt.file === '' ? null : ` · ${excerpt.file}`}
          </h2>
          {excerpt.lines.map((_tokens, index) => line(excerpt, index))}
        </section>
      ))}
    </CodePane>
  );
}
