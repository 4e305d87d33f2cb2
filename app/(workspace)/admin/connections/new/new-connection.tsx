'use client';

import Link from 'next/link';
import { useState } from 'react';

import { ActionForm } from '../../../../_forms/action-form';
import { OneTimeSecret } from '../../../../_forms/one-time-secret';
import { buttonClass } from '../../../../_ui/button';
import { Card } from '../../../../_ui/card';
import { CopyLine } from '../../../../_ui/copy-line';
import { createConnectionAction } from '../actions';
import type { CreatedConnection } from '../actions';
import { ConnectionFields } from '../connection-fields';
import { HowTo } from '../how-to';

import { providers, signatureModes } from '#lib/core/connections';
import type { Provider, SignatureMode } from '#lib/core/connections';

interface Created extends CreatedConnection {
  provider: Provider;
  mode: SignatureMode;
}

/** The form, and after it what must be carried to the sender: the secret is never shown again. */
export function NewConnection({ apis }: { apis: readonly { id: string; name: string }[] }) {
  const [created, setCreated] = useState<Created>();
  if (created !== undefined) return <NextSteps created={created} />;
  return (
    <ActionForm
      label="New connection"
      submitLabel="Add the connection"
      secondary={
        <Link href="/admin/connections" className={buttonClass('quiet')}>
          Cancel
        </Link>
      }
      action={async (form) => {
        const result = await createConnectionAction(form);
        return result.ok
          ? {
              ok: true,
              data: {
                ...result.data,
                provider: providers.find((entry) => entry === form.get('provider')) ?? 'push',
                mode: signatureModes.find((entry) => entry === form.get('signatureMode')) ?? 'hmac-sha256',
              },
            }
          : result;
      }}
      onDone={setCreated}
    >
      {(errors) => <ConnectionFields apis={apis} errors={errors} />}
    </ActionForm>
  );
}

function NextSteps({ created }: { created: Created }) {
  return (
    <Card title="The connection is there: now enter it at the sender">
      <div className="flex flex-col gap-5">
        <section className="flex flex-col gap-2">
          <h3 className="text-sm font-semibold">Webhook address</h3>
          <CopyLine label="Webhook address" text={created.webhookUrl} />
        </section>
        <section className="flex flex-col gap-2">
          <h3 className="text-sm font-semibold">Webhook secret</h3>
          <OneTimeSecret label="Webhook secret" secret={created.secret} />
        </section>
        <section className="flex flex-col gap-2">
          <h3 className="text-sm font-semibold">Steps</h3>
          <HowTo provider={created.provider} mode={created.mode} webhookUrl={created.webhookUrl} />
        </section>
        <Link
          href={`/admin/connections/${created.connectionId}`}
          className={`${buttonClass('primary')} self-start`}
        >
          I have copied the secret
        </Link>
      </div>
    </Card>
  );
}
