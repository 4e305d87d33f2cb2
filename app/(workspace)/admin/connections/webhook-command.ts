import type { SignatureMode } from '#lib/core/connections';

/** A line for a shell in CI that signs `openapi.json` with $WEBHOOK_SECRET and sends it; it needs openssl and curl. */
export function webhookCommand(mode: SignatureMode, url: string): string {
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
