import { PageFrame } from '../../_ui/page-frame';
import { Skeleton } from '../../_ui/skeleton';

export default function Loading() {
  return (
    <PageFrame title="Review">
      <p role="status" className="sr-only">
        Loading the review queue
      </p>
      <Skeleton className="h-44 rounded-lg" />
      <Skeleton className="h-44 rounded-lg" />
    </PageFrame>
  );
}
