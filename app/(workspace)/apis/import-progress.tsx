'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';

import { readData } from '../../_client/read-data';
import { Button, buttonClass } from '../../_ui/button';
import { Notice } from '../../_ui/notice';
import { ProgressSweep } from '../../_ui/progress-bar';

import { apiKeys } from '#lib/features/apis/contract';
import type { ImportState } from '#lib/features/apis/contract';

const pollMs = 700;

/** The worker reads the document: this follows it until there is something to open. */
export function ImportProgress({ deliveryId, onAgain }: { deliveryId: string; onAgain: () => void }) {
  const progress = useQuery({
    queryKey: apiKeys.imported(deliveryId),
    queryFn: ({ signal }) => readData<ImportState>(`/data/apis/imports/${deliveryId}`, signal),
    refetchInterval: ({ state }) =>
      state.data === undefined || state.data.state === 'waiting' ? pollMs : false,
  });
  const data = progress.data;

  if (data === undefined || data.state === 'waiting') {
    return (
      <div role="status" className="flex flex-col gap-3 py-6">
        <p>The worker reads the document.</p>
        <ProgressSweep label="Import" />
        {progress.error === null ? null : <Notice tone="danger">{progress.error.message}</Notice>}
      </div>
    );
  }
  if (data.state === 'failed') {
    return (
      <div className="flex flex-col gap-4">
        <Notice tone="danger">{data.error ?? 'The document could not be read.'}</Notice>
        <div className="flex justify-end">
          <Button onClick={onAgain}>Try another document</Button>
        </div>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <Notice tone={data.state === 'unchanged' ? 'neutral' : 'success'}>
        {data.state === 'unchanged'
          ? `${data.api?.name ?? 'The API'} already has exactly this document: nothing is generated anew.`
          : `${data.api?.name ?? 'The API'} has a new version, and its tests are being generated.`}
      </Notice>
      <div className="flex justify-end gap-2">
        {data.api === undefined ? null : (
          <Link href={`/apis/${data.api.slug}`} className={buttonClass()}>
            Open the API
          </Link>
        )}
        {data.generationId === undefined ? null : (
          <Link href={`/review/${data.generationId}`} className={buttonClass('primary')}>
            Review its tests
          </Link>
        )}
      </div>
    </div>
  );
}
