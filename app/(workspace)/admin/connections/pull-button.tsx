'use client';

import { RefreshCw } from 'lucide-react';

import { ActionButton } from '../../../_forms/action-button';

import { requestPullAction } from './actions';

import type { ConnectionDto } from '#lib/features/connections/contract';

export function PullButton({ connection }: { connection: Pick<ConnectionDto, 'id' | 'name'> }) {
  return (
    <ActionButton
      size="sm"
      label="Pull now"
      ariaLabel={`Pull ${connection.name} now`}
      icon={<RefreshCw size={14} aria-hidden />}
      action={() => requestPullAction(connection.id)}
      done="The pull is queued; the worker takes it up in a moment."
    />
  );
}
