import type { Metadata } from 'next';

import { pageContext } from '../../../_server/request-context';
import { PageFrame } from '../../../_ui/page-frame';

import { GenerationForm } from './generation-form';
import { PublishingForm } from './publishing-form';
import { TemplatesCard } from './templates-card';

import { getSettings } from '#lib/features/settings/get-settings';
import { runtime } from '#lib/platform/runtime';

export const metadata: Metadata = { title: 'Settings' };

export default async function SettingsPage() {
  const context = await pageContext('admin');
  const { env } = await runtime('web');
  const settings = await getSettings(context, {
    repository: env.PUBLISH_REPOSITORY ?? null,
    author: env.PUBLISH_AUTHOR,
    templatesDir: env.TEMPLATES_DIR ?? null,
  });
  return (
    <PageFrame
      title="Settings"
      description="What holds for the whole installation. Changes count for what is generated and published from now on."
    >
      <PublishingForm settings={settings} />
      <GenerationForm settings={settings} />
      <TemplatesCard templates={settings.templates} />
    </PageFrame>
  );
}
