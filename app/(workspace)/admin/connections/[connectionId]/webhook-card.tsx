'use client';

import { KeyRound } from 'lucide-react';
import { useState } from 'react';

import { ConfirmButton } from '../../../../_forms/confirm-button';
import { OneTimeSecret } from '../../../../_forms/one-time-secret';
import { Card } from '../../../../_ui/card';
import { CopyLine } from '../../../../_ui/copy-line';
import { LocalTime } from '../../../../_ui/local-time';
import { Notice } from '../../../../_ui/notice';
import { dropPreviousSecretAction, rotateSecretAction } from '../actions';
import { HowTo } from '../how-to';

import { rotationHours } from '#lib/core/connections';
import type { ConnectionDto } from '#lib/features/connections/contract';

/** The sender's side: address, secret and the steps there. */
export function WebhookCard({ connection }: { connection: ConnectionDto }) {
  const [secret, setSecret] = useState<string>();
  const { id, name, provider, signatureMode, webhookUrl, previousUntil } = connection;
  return (
    <Card
      title="Webhook"
      actions={
        <ConfirmButton
          label="Rotate the secret"
          size="sm"
          icon={<KeyRound size={14} aria-hidden />}
          title={`Rotate the secret of ${name}?`}
          confirmLabel="Rotate"
          action={() => rotateSecretAction(id)}
          onDone={(data) => {
            setSecret(data.secret);
          }}
        >
          <p>
            A new secret is made and shown once. The present one stays accepted for {rotationHours} hours, so
            that no call is lost while you change it at the sender.
          </p>
        </ConfirmButton>
      }
    >
      <div className="flex flex-col gap-5">
        <CopyLine label="Webhook address" text={webhookUrl} />
        {secret === undefined ? null : (
          <OneTimeSecret label="Webhook secret" secret={secret}>
            Enter it at the sender.
          </OneTimeSecret>
        )}
        {previousUntil === null ? null : (
          <Notice
            tone="warning"
            actions={
              <ConfirmButton
                label="End it now"
                size="sm"
                title="Stop accepting the secret before?"
                confirmLabel="Stop accepting it"
                action={() => dropPreviousSecretAction(id)}
              >
                <p>Calls that are still signed with it are refused from now on.</p>
              </ConfirmButton>
            }
          >
            The secret before is accepted until <LocalTime at={previousUntil} />.
          </Notice>
        )}
        {secret === undefined ? (
          <p className="text-sm text-muted">
            The secret was shown once, when it was made. Where nobody has kept it, rotate it.
          </p>
        ) : null}
        <HowTo provider={provider} mode={signatureMode} webhookUrl={webhookUrl} />
      </div>
    </Card>
  );
}
