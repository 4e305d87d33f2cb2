import type { Metadata } from 'next';

import { pageContext } from '../../_server/request-context';
import { Card } from '../../_ui/card';
import { PageFrame } from '../../_ui/page-frame';

import { NameForm } from './name-form';
import { PasswordForm } from './password-form';

export const metadata: Metadata = { title: 'Account' };

export default async function AccountPage() {
  const { actor } = await pageContext();
  return (
    <PageFrame
      title="Account"
      description={`${actor.email}, ${actor.role === 'admin' ? 'administrator' : 'reviewer'}`}
    >
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card title="Name">
          <NameForm name={actor.name} />
        </Card>
        <Card title="Password">
          <PasswordForm email={actor.email} />
        </Card>
      </div>
    </PageFrame>
  );
}
