import type { ReactNode } from 'react';

import { LocalTime } from '../../../_ui/local-time';

import { modeNames } from './words';

import type { ConnectionDto } from '#lib/features/connections/contract';

/** What is known about a connection, at a glance. */
export function Facts({ connection }: { connection: ConnectionDto }) {
  const { api, provider, signatureMode, signatureHeader, lastDelivery, lastPulledAt, tokenLast4 } =
    connection;
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 text-sm lg:grid-cols-4">
      <Fact name="API">{api === null ? 'From the first document' : api.name}</Fact>
      <Fact name="Signature">
        {modeNames[signatureMode]}
        {signatureMode === 'hmac-sha1' ? (
          <span className="block text-xs text-muted">
            {signatureHeader === null ? 'Header: not seen yet' : `Header: ${signatureHeader}`}
          </span>
        ) : null}
      </Fact>
      <Fact name="Last call">
        {lastDelivery === null ? 'None yet' : <LocalTime at={lastDelivery.receivedAt} />}
        {lastDelivery === null ? null : (
          <span className="block text-xs text-muted">{lastDelivery.state}</span>
        )}
      </Fact>
      {provider === 'push' ? null : (
        <Fact name="Last pull">
          {lastPulledAt === null ? 'None yet' : <LocalTime at={lastPulledAt} />}
          <span className="block text-xs text-muted">
            {tokenLast4 === null ? 'No token stored' : `Token •••• ${tokenLast4}`}
          </span>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-muted">{name}</dt>
      <dd className="mt-0.5 [overflow-wrap:anywhere]">{children}</dd>
    </div>
  );
}
