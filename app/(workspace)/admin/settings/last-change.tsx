import { LocalTime } from '../../../_ui/local-time';

/** Who set it last. */
export function LastChange({ change }: { change: { by: string; at: string } | undefined }) {
  return (
    <p className="text-xs text-muted">
      {change === undefined ? (
        'As delivered: nobody has changed it.'
      ) : (
        <>
          Last changed by {change.by}, <LocalTime at={change.at} />
        </>
      )}
    </p>
  );
}
