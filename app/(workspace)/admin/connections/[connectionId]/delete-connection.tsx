'use client';

import { Trash2 } from 'lucide-react';

import { ConfirmButton } from '../../../../_forms/confirm-button';
import { Card } from '../../../../_ui/card';
import { deleteConnectionAction } from '../actions';

export function DeleteConnection({ connectionId, name }: { connectionId: string; name: string }) {
  return (
    <Card title="Delete">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-2xl text-sm text-muted">
          Its webhook answers 410 from then on, and its secret and token are forgotten. Versions, tests and
          decisions stay.
        </p>
        <ConfirmButton
          label="Delete this connection"
          tone="danger"
          icon={<Trash2 size={16} aria-hidden />}
          title={`Delete ${name}?`}
          confirmLabel="Delete"
          action={() => deleteConnectionAction(connectionId)}
        >
          <p>
            This cannot be undone: to receive calls again you make a new connection and enter its address at
            the sender.
          </p>
        </ConfirmButton>
      </div>
    </Card>
  );
}
