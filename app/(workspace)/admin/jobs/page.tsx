import { CircleCheck } from 'lucide-react';
import type { Metadata } from 'next';

import { pageContext } from '../../../_server/request-context';
import { Card } from '../../../_ui/card';
import { EmptyState } from '../../../_ui/empty-state';
import { PageFrame } from '../../../_ui/page-frame';
import { Table } from '../../../_ui/table';

import { ActiveJobRow } from './active-job-row';
import { DeadJob } from './dead-job';

import { listJobs } from '#lib/features/system/list-jobs';

export const metadata: Metadata = { title: 'Jobs' };

const columns = [
  { key: 'job', label: 'Job' },
  { key: 'state', label: 'State' },
  { key: 'attempts', label: 'Attempt' },
  { key: 'runAt', label: 'Due' },
  { key: 'cause', label: 'Last trouble' },
];

export default async function JobsPage() {
  const { counts, dead, active } = await listJobs(await pageContext('admin'));
  return (
    <PageFrame
      title="Jobs"
      description={`The worker’s queue: ${counts.running} running, ${counts.queued} waiting, ${counts.dead} given up.`}
    >
      <Card title="Given up" flush>
        {dead.length === 0 ? (
          <EmptyState icon={<CircleCheck size={22} />} title="Nothing was given up">
            A job that fails is tried again with growing pauses. Only what fails every time lands here.
          </EmptyState>
        ) : (
          <ul className="divide-y">
            {dead.map((job) => (
              <li key={job.id} className="p-4">
                <DeadJob job={job} />
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Card title="At work and next" flush>
        {active.length === 0 ? (
          <p className="px-4 py-6 text-center text-sm text-muted">The queue is empty.</p>
        ) : (
          <Table caption="Jobs at work and next in line" columns={columns}>
            {active.map((job) => (
              <ActiveJobRow key={job.id} job={job} />
            ))}
          </Table>
        )}
      </Card>
    </PageFrame>
  );
}
