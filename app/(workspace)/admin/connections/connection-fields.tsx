'use client';

import { useState } from 'react';

import { Checkbox } from '../../../_forms/checkbox';
import { Card } from '../../../_ui/card';
import { Select } from '../../../_ui/select';
import { TextArea, TextField } from '../../../_ui/text-field';

import { modeNames, providerNames } from './words';

import { providers, signatureModes, vendorBaseUrls } from '#lib/core/connections';
import type { Provider, SignatureMode } from '#lib/core/connections';
import type { ConnectionDto } from '#lib/features/connections/contract';

interface ConnectionFieldsProps {
  /** Absent: a new one. */
  connection?: ConnectionDto;
  apis: readonly { id: string; name: string }[];
  errors: Record<string, string>;
}

/** Fields that do not belong to the chosen provider and mode are not there: nothing unseen takes effect. */
export function ConnectionFields({ connection, apis, errors }: ConnectionFieldsProps) {
  const [provider, setProvider] = useState<Provider>(connection?.provider ?? 'apifox');
  const [mode, setMode] = useState<SignatureMode>(connection?.signatureMode ?? 'hmac-sha1');
  const pulled = provider !== 'push';
  const tokenLast4 = connection?.tokenLast4 ?? null;

  return (
    <div className="flex flex-col gap-5">
      <Card title="Where the document comes from">
        <div className="grid gap-4 md:grid-cols-2">
          <TextField
            label="Name"
            name="name"
            required
            maxLength={100}
            defaultValue={connection?.name}
            error={errors['name']}
            hint="How people here call it, e.g. the project."
          />
          <Select
            label="Provider"
            name="provider"
            value={provider}
            onChange={(event) => {
              const next = providers.find((entry) => entry === event.target.value) ?? 'apifox';
              setProvider(next);
              if (connection === undefined) setMode(next === 'push' ? 'hmac-sha256' : 'hmac-sha1');
            }}
            options={providers.map((value) => ({ value, label: providerNames[value] }))}
            hint={pulled ? 'A notice comes, then the document is pulled.' : 'Your CI sends the document.'}
          />
          <Select
            label="API"
            name="apiId"
            defaultValue={connection?.api?.id ?? ''}
            error={errors['apiId']}
            options={[
              { value: '', label: 'A new one, from the first document' },
              ...apis.map((api) => ({ value: api.id, label: api.name })),
            ]}
            hint="Whose versions and tests the document makes."
          />
        </div>
      </Card>

      {pulled ? (
        <Card title={`Pulling from ${providerNames[provider]}`}>
          <div className="grid gap-4 md:grid-cols-2">
            <TextField
              label="Project ID"
              name="projectId"
              required
              inputMode="numeric"
              defaultValue={connection?.projectId ?? undefined}
              error={errors['projectId']}
              hint="The number in the address of the project, or under its settings."
            />
            <TextField
              label="Access token"
              name="token"
              type="password"
              autoComplete="off"
              error={errors['token']}
              hint={tokenHint(tokenLast4)}
              placeholder={tokenLast4 === null ? undefined : `•••• ${tokenLast4}`}
            />
            <TextField
              label="Branch ID"
              name="branchId"
              defaultValue={connection?.branchId ?? undefined}
              error={errors['branchId']}
              hint="Empty: the main branch."
            />
            <TextField
              label="Module ID"
              name="moduleId"
              defaultValue={connection?.moduleId ?? undefined}
              error={errors['moduleId']}
              hint="Empty: the default module only, as the vendor exports it."
            />
            <TextField
              label="Base URL"
              name="baseUrl"
              type="url"
              placeholder={vendorBaseUrls[provider]}
              defaultValue={connection?.baseUrl ?? undefined}
              error={errors['baseUrl']}
              hint="Only for a self-hosted installation."
            />
            <TextField
              label="Poll every (minutes)"
              name="pollMinutes"
              type="number"
              min={5}
              max={1440}
              required
              defaultValue={connection?.pollMinutes ?? 15}
              error={errors['pollMinutes']}
              hint="Notices can get lost: this finds what they missed."
            />
            {tokenLast4 === null ? null : (
              <Checkbox
                name="removeToken"
                label="Remove the stored token"
                hint="Nothing can be pulled then."
              />
            )}
          </div>
        </Card>
      ) : (
        <input type="hidden" name="pollMinutes" value={connection?.pollMinutes ?? 15} />
      )}

      <Card title="Proof of the sender">
        <div className="grid gap-4 md:grid-cols-2">
          <Select
            label="Signature"
            name="signatureMode"
            value={mode}
            onChange={(event) => {
              setMode(signatureModes.find((entry) => entry === event.target.value) ?? mode);
            }}
            options={signatureModes.map((value) => ({ value, label: modeNames[value] }))}
            hint="How each call proves that it comes from the sender."
          />
          {mode === 'hmac-sha1' ? (
            <TextField
              label="Signature header"
              name="signatureHeader"
              defaultValue={connection?.signatureHeader ?? undefined}
              error={errors['signatureHeader']}
              hint="Empty: learned from the first genuine call."
            />
          ) : null}
          {connection === undefined ? (
            <TextField
              label="Secret"
              name="secret"
              type="password"
              autoComplete="off"
              error={errors['secret']}
              hint="Empty: one is made for you. Fill in only what the sender has already chosen."
            />
          ) : null}
          <div className="md:col-span-2">
            <Checkbox
              name="isDefault"
              defaultChecked={connection?.isDefault ?? false}
              label="Answer the bare address /api/webhook/apifox too"
              hint="For senders that drop the part behind the question mark. One connection can."
            />
          </div>
        </div>
      </Card>

      <Card title="Network">
        <div className="grid gap-4 md:grid-cols-2">
          <TextArea
            label="Allowed hosts"
            name="allowedHosts"
            rows={3}
            defaultValue={connection?.allowedHosts.join('\n')}
            error={errors['allowedHosts']}
            hint="One a line. A call may name a document by URL only on these."
          />
          <Checkbox
            name="allowPrivate"
            defaultChecked={connection?.allowPrivate ?? false}
            label="Allow private addresses"
            hint="For a self-hosted Apifox or a document inside your network. Off, a call cannot reach internal services."
          />
        </div>
      </Card>
    </div>
  );
}

function tokenHint(tokenLast4: string | null): string {
  return tokenLast4 === null
    ? 'Account settings, API access token. It is encrypted before it is stored.'
    : 'Empty: the stored one stays.';
}
