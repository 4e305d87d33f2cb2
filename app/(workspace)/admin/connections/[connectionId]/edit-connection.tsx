'use client';

import { ActionForm } from '../../../../_forms/action-form';
import { useToast } from '../../../../_ui/toast';
import { updateConnectionAction } from '../actions';
import { ConnectionFields } from '../connection-fields';

import type { ConnectionDto } from '#lib/features/connections/contract';

interface EditConnectionProps {
  connection: ConnectionDto;
  apis: readonly { id: string; name: string }[];
}

export function EditConnection({ connection, apis }: EditConnectionProps) {
  const toast = useToast();
  // A stored token turns the field from "enter one" into "replace it": the form starts afresh with that.
  return (
    <ActionForm
      key={`${connection.tokenLast4}-${connection.signatureHeader}`}
      label="Connection"
      submitLabel="Save changes"
      action={(form) => updateConnectionAction(connection.id, form)}
      onDone={() => {
        toast({ text: 'The connection is saved.', tone: 'success' });
      }}
    >
      {(errors) => <ConnectionFields connection={connection} apis={apis} errors={errors} />}
    </ActionForm>
  );
}
