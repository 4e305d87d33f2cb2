import type { Metadata } from 'next';

import { pageContext } from '../../../_server/request-context';
import { Card } from '../../../_ui/card';
import { PageFrame } from '../../../_ui/page-frame';
import { Table } from '../../../_ui/table';

import { AddUser } from './add-user';
import { UserRow } from './user-row';

import { listUsers } from '#lib/features/users/list-users';

export const metadata: Metadata = { title: 'Users' };

const columns = [
  { key: 'name', label: 'Person' },
  { key: 'role', label: 'Role' },
  { key: 'last', label: 'Last sign-in' },
  { key: 'actions', label: <span className="sr-only">Actions</span> },
];

export default async function UsersPage() {
  const users = await listUsers(await pageContext('admin'));
  return (
    <PageFrame
      title="Users"
      description="Reviewers decide on tests and publish them. Administrators also manage connections, people and settings."
      actions={<AddUser />}
    >
      <Card flush>
        <Table caption="Users" columns={columns}>
          {users.map((user) => (
            <UserRow key={user.id} user={user} />
          ))}
        </Table>
      </Card>
    </PageFrame>
  );
}
