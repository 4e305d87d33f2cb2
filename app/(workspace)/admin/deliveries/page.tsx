import { Inbox } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';

import { pageContext } from '../../../_server/request-context';
import { buttonClass } from '../../../_ui/button';
import { Card } from '../../../_ui/card';
import { EmptyState } from '../../../_ui/empty-state';
import { PageFrame } from '../../../_ui/page-frame';
import { Table } from '../../../_ui/table';
import { FilterLinks } from '../filter-links';

import { DeliveryRow } from './delivery-row';
import { stateWords } from './words';

import { deliveryStates } from '#lib/features/system/contract';
import { listDeliveries } from '#lib/features/system/list-deliveries';

export const metadata: Metadata = { title: 'Deliveries' };

const columns = [
  { key: 'at', label: 'Received' },
  { key: 'connection', label: 'Connection' },
  { key: 'what', label: 'What came' },
  { key: 'state', label: 'State' },
  { key: 'result', label: 'What came of it' },
];

interface DeliveriesPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function DeliveriesPage({ searchParams }: DeliveriesPageProps) {
  const query = await searchParams;
  const context = await pageContext('admin');
  const state = deliveryStates.find((entry) => entry === query['state']);
  const after = typeof query['after'] === 'string' ? query['after'] : undefined;
  const { deliveries, next } = await listDeliveries(context, { state, after });
  const base = state === undefined ? '/admin/deliveries?' : `/admin/deliveries?state=${state}&`;
  return (
    <PageFrame
      title="Deliveries"
      description="Every genuine webhook call, kept before it was answered, and what came of it. Calls with a wrong signature are refused and not kept."
    >
      <FilterLinks
        label="State"
        selected={state ?? ''}
        options={[
          { value: '', label: 'All', href: '/admin/deliveries' },
          ...deliveryStates.map((value) => ({
            value,
            label: stateWords[value].label,
            href: `/admin/deliveries?state=${value}`,
          })),
        ]}
      />
      <Card flush>
        {deliveries.length === 0 ? (
          <EmptyState icon={<Inbox size={22} />} title="No deliveries here">
            {state === undefined
              ? 'When a connection is set up at its sender, the first call shows up here.'
              : 'None is in this state.'}
          </EmptyState>
        ) : (
          <Table caption="Deliveries, newest first" columns={columns}>
            {deliveries.map((delivery) => (
              <DeliveryRow key={delivery.id} delivery={delivery} />
            ))}
          </Table>
        )}
      </Card>
      {next === null ? null : (
        <Link href={`${base}after=${next}`} className={`${buttonClass()} self-center`}>
          Older deliveries
        </Link>
      )}
    </PageFrame>
  );
}
