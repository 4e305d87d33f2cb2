interface ProgressBarProps {
  /** Accessible name, e.g. what is being counted. */
  label: string;
  total: number;
  /** The first tone: mine. */
  value: number;
  /** The second tone: done by others. */
  other?: number;
}

/** A bar in two tones: what I did, and what others did. */
export function ProgressBar({ label, total, value, other = 0 }: ProgressBarProps) {
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
      <span className="bg-accent-fill transition-[width]" style={{ width: `${share(value)}%` }} />
      <span className="bg-others transition-[width]" style={{ width: `${share(other)}%` }} />
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
