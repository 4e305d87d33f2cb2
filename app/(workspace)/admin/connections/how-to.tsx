import { CopyLine } from '../../../_ui/copy-line';

import { webhookCommand } from './webhook-command';
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
      <CopyLine label="Command" text={webhookCommand(mode, webhookUrl)} />
      <p className="text-muted">
        The body is the OpenAPI document itself, or JSON with <code className="font-mono">document</code> or{' '}
        <code className="font-mono">documentUrl</code> (a host that is allowed below).
      </p>
    </div>
  );
}
