import type { ReactNode } from 'react';

interface FormSectionProps {
  title: string;
  /** What it is about, in one or two sentences. */
  about: ReactNode;
  children: ReactNode;
}

/** A group of a long form: what it is about on the left, its fields on the right; on narrow screens one below the other. */
export function FormSection({ title, about, children }: FormSectionProps) {
  return (
    <section
      aria-label={title}
      className="grid gap-x-8 gap-y-4 border-b pb-6 last:border-b-0 last:pb-0 lg:grid-cols-[14rem_minmax(0,1fr)]"
    >
      <div>
        <h3 className="text-sm font-semibold">{title}</h3>
        <p className="mt-1 max-w-prose text-xs text-muted">{about}</p>
      </div>
      <div className="flex min-w-0 flex-col gap-5">{children}</div>
    </section>
  );
}
