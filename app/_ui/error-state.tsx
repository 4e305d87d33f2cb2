import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

interface ErrorStateProps {
  title: string;
  message: string;
  advice?: string | undefined;
  actions?: ReactNode;
}

/** What went wrong and what the reader can do. */
export function ErrorState({ title, message, advice, actions }: ErrorStateProps) {
  return (
    <div role="alert" className="mx-auto flex max-w-xl flex-col items-center gap-3 px-4 py-12 text-center">
      <span
        aria-hidden
        className="flex size-12 items-center justify-center rounded-full bg-danger-soft text-danger"
      >
        <CircleAlert size={22} />
      </span>
      <h2 className="text-lg font-semibold">{title}</h2>
      <p className="text-muted">{message}</p>
      {advice === undefined ? null : <p>{advice}</p>}
      {actions === undefined ? null : (
        <div className="mt-2 flex flex-wrap justify-center gap-2">{actions}</div>
      )}
    </div>
  );
}
