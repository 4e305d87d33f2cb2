import { MessageSquare } from 'lucide-react';
import { memo } from 'react';
import type { ReactNode } from 'react';

import { classNames } from '../../../_ui/class-names';

import type { Token } from '#lib/features/reviews/contract';

interface CodeLineProps {
  id: string;
  /** As the file counts it. */
  number: number;
  tokens: Token[];
  lit: boolean;
  comments: number;
  /** Missing where a line cannot be commented on. */
  onComment?: (() => void) | undefined;
  onPoint: () => void;
  mark?: ReactNode;
}

/** One line with its real number: the number opens a comment, pointing at the line lights the other pane. */
export function CodeLine(props: CodeLineProps) {
  const { id, number, tokens, lit, comments, onComment, onPoint, mark } = props;
  return (
    <div
      id={id}
      onPointerEnter={onPoint}
      onClick={onPoint}
      className={classNames(
        'group/line flex items-stretch border-l-2',
        lit ? 'border-l-lit-edge bg-lit' : 'border-l-transparent',
      )}
    >
      <button
        type="button"
        aria-label={`Line ${number}${onComment === undefined ? '' : ': comment'}`}
        onFocus={onPoint}
        onClick={onComment}
        tabIndex={-1}
        data-line-button
        className={classNames(
          'flex w-14 shrink-0 items-start justify-end gap-1 pr-3 text-right text-code-gutter select-none',
          onComment !== undefined && 'hover:text-accent',
        )}
      >
        {comments > 0 ? (
          <MessageSquare size={11} aria-label={`${comments} comments`} className="text-accent" />
        ) : null}
        {number}
      </button>
      <CodeText tokens={tokens} />
      {mark === undefined ? null : <span className="flex h-5 shrink-0 items-center px-2">{mark}</span>}
    </div>
  );
}

/** Long lines wrap, and what is wrapped hangs a little deeper than its line begins. */
const CodeText = memo(function CodeText({ tokens }: { tokens: Token[] }) {
  const hang = indentOf(tokens) + 4;
  return (
    <code
      className="min-w-0 flex-1 pr-3 wrap-anywhere whitespace-pre-wrap"
      style={{ paddingLeft: `${hang}ch`, textIndent: `-${hang}ch` }}
    >
      {tokens.map((token, index) => (
        <span
          key={index}
          className="code-token"
          style={{ '--token-light': token.light, '--token-dark': token.dark }}
        >
          {token.text}
        </span>
      ))}
      {tokens.length === 0 ? ' ' : null}
    </code>
  );
});

function indentOf(tokens: Token[]): number {
  const text = tokens.map((token) => token.text).join('');
  return text.length - text.trimStart().length;
}
