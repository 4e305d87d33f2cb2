import { ScrollText } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';

import { pageContext } from '../../../_server/request-context';
import { buttonClass } from '../../../_ui/button';
import { Card } from '../../../_ui/card';
import { EmptyState } from '../../../_ui/empty-state';
import { PageFrame } from '../../../_ui/page-frame';
import { Table } from '../../../_ui/table';

import { AuditFilter } from './audit-filter';
import { AuditRow } from './audit-row';

import { listAudit } from '#lib/features/system/list-audit';

export const metadata: Metadata = { title: 'Audit log' };

const columns = [
  { key: 'at', label: 'When' },
  { key: 'who', label: 'Who' },
  { key: 'what', label: 'What' },
  { key: 'details', label: 'Details' },
];

interface AuditPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function AuditPage({ searchParams }: AuditPageProps) {
  const query = await searchParams;
  const one = (name: string) => {
    const value = query[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const filter = { subjectType: one('subject'), action: one('action'), subjectId: one('id') };
  const { entries, subjectTypes, actions, next } = await listAudit(await pageContext('admin'), {
    ...filter,
    before: one('before'),
  });
  const older = new URLSearchParams(
    Object.entries({
      subject: filter.subjectType,
      action: filter.action,
      id: filter.subjectId,
      before: next === null ? undefined : String(next),
    }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  return (
    <PageFrame
      title="Audit log"
      description="Who did what, newest first. Each entry was written together with its change and is never altered."
    >
      <AuditFilter
        subjectTypes={subjectTypes}
        actions={actions}
        subject={filter.subjectType ?? ''}
        action={filter.action ?? ''}
        id={filter.subjectId ?? ''}
      />
      <Card flush>
        {entries.length === 0 ? (
          <EmptyState icon={<ScrollText size={22} />} title="No entries here">
            Nothing matches what you have chosen.
          </EmptyState>
        ) : (
          <Table caption="Audit entries, newest first" columns={columns}>
            {entries.map((entry) => (
              <AuditRow key={entry.id} entry={entry} />
            ))}
          </Table>
        )}
      </Card>
      {next === null ? null : (
        <Link href={`/admin/audit?${older.toString()}`} className={`${buttonClass()} self-center`}>
          Older entries
        </Link>
      )}
    </PageFrame>
  );
}
