// The last step of the first npm start: sends the sample document, signed, to the real webhook.
import { readFile } from 'node:fs/promises';

import { ensureFirstConnections } from '../lib/features/connections/ensure-first-connections';
import { sendDocument } from '../lib/features/webhooks/send-document';

import { openContext, script } from './open-context';

await script(async () => {
  const baseUrl = process.argv[2] ?? 'http://localhost:8000';
  const { opened, context } = await openContext();
  const { demo } = await ensureFirstConnections(context, {
    demo: opened.env.DEMO,
    encryptionKey: opened.secrets.encryptionKey,
  });
  await opened.db.$disconnect();
  if (demo === undefined) return;
  const document = await readFile(new URL('../public/sample/shop.openapi.yaml', import.meta.url), 'utf8');
  await sendDocument({ baseUrl, ...demo, document, contentType: 'application/yaml' });
  console.log(
    'The sample document went through the webhook; its tests will be ready for review in a moment.',
  );
});
