import { PageFrame } from '../../_ui/page-frame';
import { Skeleton } from '../../_ui/skeleton';

export default function Loading() {
  return (
    <PageFrame title="APIs">
      <p role="status" className="sr-only">
        Loading
      </p>
      <Skeleton className="h-56 rounded-lg" />
    </PageFrame>
  );
}
