const colours = {
  /** Mine, and what others did. */
  people: ['bg-accent-fill', 'bg-others'],
  /** Approved, and rejected. */
  verdicts: ['bg-success-fill', 'bg-danger-fill'],
} as const;

interface ProgressBarProps {
  /** Accessible name, e.g. what is being counted. */
  label: string;
  total: number;
  /** In the first colour. */
  value: number;
  /** In the second colour. */
  other?: number;
  /** What the two colours tell apart. */
  tells?: keyof typeof colours;
}

/** A bar in two colours. */
export function ProgressBar({ label, total, value, other = 0, tells = 'people' }: ProgressBarProps) {
  const [first, second] = colours[tells];
  const share = (count: number) => (total === 0 ? 0 : (100 * count) / total);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={value + other}
      className="flex h-1.5 w-full min-w-12 gap-px overflow-hidden rounded-full bg-sunken ring-1 ring-border ring-inset"
    >
      <span className={`transition-[width] ${first}`} style={{ width: `${share(value)}%` }} />
      <span className={`transition-[width] ${second}`} style={{ width: `${share(other)}%` }} />
    </div>
  );
}

/** Work of unknown length. */
export function ProgressSweep({ label }: { label: string }) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      className="h-1.5 w-full overflow-hidden rounded-full bg-sunken ring-1 ring-border ring-inset"
    >
      <span className="block h-full w-1/4 animate-sweep rounded-full bg-accent-fill" />
    </div>
  );
}
