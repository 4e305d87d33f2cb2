import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';

import { pageContext } from '../../../_server/request-context';
import { buttonClass } from '../../../_ui/button';
import { Card } from '../../../_ui/card';
import { counted } from '../../../_ui/counted';
import { PageFrame } from '../../../_ui/page-frame';
import { PublicationCard } from '../../_parts/publication-card';
import { ImportDialog } from '../import-dialog';
import { LiveRefresh } from '../live-refresh';

import { GenerationTable } from './generation-table';
import { Versions } from './versions';

import { AppError } from '#lib/core/errors';
import { getApi } from '#lib/features/apis/get-api';
import { listPublications } from '#lib/features/publishing/list-publications';

export const metadata: Metadata = { title: 'API' };

export default async function ApiPage({ params }: PageProps<'/apis/[slug]'>) {
  const context = await pageContext();
  const api = await getApi(context, await params).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    throw error;
  });
  const publications = await listPublications(context, { apiId: api.id, limit: 10 });
  const reviewable = api.generations.find((row) => row.state === 'ready');
  const latest = api.versions[0];

  return (
    <PageFrame
      title={api.name}
      description={
        latest === undefined
          ? 'No document has come in yet.'
          : `Version ${latest.label} · ${latest.dialect} · ${counted(latest.operationCount, 'endpoint')}`
      }
      actions={
        <>
          <ImportDialog apis={[]} fixed={api.slug} tone={reviewable === undefined ? 'primary' : 'neutral'} />
          {reviewable === undefined ? null : (
            <Link href={`/review/${reviewable.id}`} className={buttonClass('primary')}>
              Open the review
            </Link>
          )}
        </>
      }
    >
      <LiveRefresh />
      <Versions versions={api.versions} />
      <Card title="Generations" flush>
        <GenerationTable generations={api.generations} />
      </Card>
      <Card title="Publications">
        {publications.length === 0 ? (
          <p className="text-sm text-muted">
            Nothing has been published yet. Publish from the review of a generation.
          </p>
        ) : (
          <div className="flex flex-col gap-3">
            {publications.map((publication) => (
              <PublicationCard key={publication.id} publication={publication} />
            ))}
          </div>
        )}
      </Card>
    </PageFrame>
  );
}
