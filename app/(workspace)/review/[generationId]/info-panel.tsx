'use client';

import { useWorkspace } from '../_client/use-workspace';

import { CommentsSection } from './comments-section';
import { HistorySection } from './history-section';
import { WhySection } from './why-section';

/** What a decision rests on: why the case is here now, what was checked, what others said and did. */
export function InfoPanel() {
  const { current } = useWorkspace();
  if (current === undefined) return null;
  return (
    <div
      key={current.id}
      className="grid h-full overflow-y-auto bg-surface text-sm max-[899px]:divide-y min-[900px]:grid-cols-[1fr_1.2fr_0.9fr] min-[900px]:divide-x min-[900px]:overflow-hidden"
    >
      <WhySection />
      <CommentsSection caseId={current.id} />
      <HistorySection caseId={current.id} />
    </div>
  );
}
