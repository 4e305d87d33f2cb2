import Link from 'next/link';

import { classNames } from '../../_ui/class-names';

interface FilterLinksProps {
  /** What is chosen between. */
  label: string;
  selected: string;
  options: readonly { value: string; label: string; href: string }[];
}

/** A choice that lives in the address: it can be shared, and Back undoes it. */
export function FilterLinks({ label, selected, options }: FilterLinksProps) {
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-1">
        {options.map(({ value, label: text, href }) => (
          <li key={value}>
            <Link
              href={href}
              aria-current={value === selected ? 'true' : undefined}
              className={classNames(
                'touch-target inline-flex h-7 items-center rounded-full border px-3 text-sm transition-colors',
                value === selected
                  ? 'border-accent-edge bg-accent-soft text-accent'
                  : 'bg-surface text-muted hover:bg-hover hover:text-text',
              )}
            >
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
