import { CopyLine } from '../../../_ui/copy-line';

import { providerNames } from './words';

import type { Provider, SignatureMode } from '#lib/core/connections';

interface HowToProps {
  provider: Provider;
  mode: SignatureMode;
  webhookUrl: string;
}

/** The steps at the sender, for exactly this provider and mode. */
export function HowTo({ provider, mode, webhookUrl }: HowToProps) {
  return provider === 'push' || mode === 'hmac-sha256' || mode === 'standard-webhooks' ? (
    <SignedCall mode={mode} webhookUrl={webhookUrl} />
  ) : (
    <VendorSteps provider={provider} mode={mode} />
  );
}

function VendorSteps({ provider, mode }: { provider: 'apifox' | 'apidog'; mode: SignatureMode }) {
  const vendor = providerNames[provider];
  const chinese = provider === 'apifox';
  const channel = mode === 'bearer' ? 'Jenkins' : 'Webhook';
  return (
    <ol className="flex list-decimal flex-col gap-2 pl-5 text-sm">
      <li>
        In {vendor}, as an administrator of the project, open <b>Project settings, Notifications</b>
        {chinese ? ' (项目设置 → 通知设置)' : ''}.
      </li>
      <li>
        Add a <b>notification target</b>
        {chinese ? ' (通知对象)' : ''} with the channel <b>{channel}</b> and paste the address above as its{' '}
        <b>service URL</b>
        {chinese ? ' (服务 URL)' : ''}.
      </li>
      <li>
        {mode === 'bearer'
          ? 'Enter the secret as the token of the Jenkins channel: it is sent as Authorization: Bearer.'
          : 'Enter the secret as the signing key. Which header carries the signature is learned from the first call.'}
      </li>
      <li>
        Add a <b>notification event</b>: endpoints created, updated and deleted, data schemas changed, data
        imported. Send it to that target.
      </li>
      <li>
        Save any endpoint. The call shows up under <b>Deliveries</b> within seconds; once notices have gone
        quiet the document is pulled.
      </li>
    </ol>
  );
}

function SignedCall({ mode, webhookUrl }: { mode: SignatureMode; webhookUrl: string }) {
  return (
    <div className="flex flex-col gap-3 text-sm">
      <p>
        Keep the secret as <code className="font-mono">WEBHOOK_SECRET</code> in your CI and send the document
        after each change. 202 means that it is stored, 200 that the same one came just before.
      </p>
      <CopyLine label="Command" text={command(mode, webhookUrl)} />
      <p className="text-muted">
        The body is the OpenAPI document itself, or JSON with <code className="font-mono">document</code> or{' '}
        <code className="font-mono">documentUrl</code> (a host that is allowed below).
      </p>
    </div>
  );
}

function command(mode: SignatureMode, url: string): string {
  const send = `curl --fail-with-body '${url}' -H 'Content-Type: application/json' --data-binary @openapi.json`;
  switch (mode) {
    case 'bearer':
      return `${send} -H "Authorization: Bearer $WEBHOOK_SECRET"`;
    case 'hmac-sha1':
    case 'hmac-sha256': {
      const hash = mode === 'hmac-sha1' ? 'sha1' : 'sha256';
      return `SIGNATURE=$(openssl dgst -${hash} -hmac "$WEBHOOK_SECRET" -r openapi.json | cut -d' ' -f1); ${send} -H "X-Apifox-Signature: ${hash}=$SIGNATURE"`;
    }
    case 'standard-webhooks':
      return `ID=msg_$(openssl rand -hex 12); TIME=$(date +%s); KEY=$(printf %s "\${WEBHOOK_SECRET#whsec_}" | base64 -d | od -An -v -tx1 | tr -d ' \\n'); SIGNATURE=$( (printf %s "$ID.$TIME."; cat openapi.json) | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$KEY" -binary | base64); ${send} -H "webhook-id: $ID" -H "webhook-timestamp: $TIME" -H "webhook-signature: v1,$SIGNATURE"`;
  }
}
