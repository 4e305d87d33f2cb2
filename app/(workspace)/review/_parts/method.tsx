import { classNames } from '../../../_ui/class-names';

const tones: Record<string, string> = {
  get: 'text-accent',
  head: 'text-accent',
  options: 'text-muted',
  post: 'text-success',
  put: 'text-warning',
  patch: 'text-warning',
  delete: 'text-danger',
};

/** The HTTP method in a column of its own width, so that paths line up. */
export function Method({ method, fixed = false }: { method: string; fixed?: boolean }) {
  return (
    <span
      className={classNames(
        'shrink-0 font-mono text-xs font-semibold uppercase',
        fixed && 'w-12',
        tones[method.toLowerCase()] ?? 'text-muted',
      )}
    >
      {method}
    </span>
  );
}
