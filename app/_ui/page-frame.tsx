import type { ReactNode } from 'react';

interface PageFrameProps {
  title: string;
  description?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A scrolling page: its heading, what it is for, and the content in one column. */
export function PageFrame({ title, description, actions, children }: PageFrameProps) {
  return (
    <div className="mx-auto flex w-full max-w-6xl flex-col gap-6 px-4 py-6 md:px-6">
      <header className="flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0">
          <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
          {description === undefined ? null : <p className="mt-1 max-w-3xl text-muted">{description}</p>}
        </div>
        {actions === undefined ? null : <div className="flex items-center gap-2">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
