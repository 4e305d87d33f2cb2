import type { ReactNode } from 'react';

export function InfoSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section
      aria-label={title}
      tabIndex={0}
      className="flex min-h-0 min-w-0 flex-col gap-2 p-3 -outline-offset-2 min-[900px]:overflow-y-auto"
    >
      <h2 className="text-xs font-semibold text-muted">{title}</h2>
      {children}
    </section>
  );
}
