'use client';

import { KeyRound } from 'lucide-react';
import { useState } from 'react';

import { ConfirmButton } from '../../../_forms/confirm-button';
import { OneTimeSecret } from '../../../_forms/one-time-secret';
import { Badge } from '../../../_ui/badge';
import { Button } from '../../../_ui/button';
import { Dialog } from '../../../_ui/dialog';
import { LocalTime } from '../../../_ui/local-time';
import { TableCell, TableRow } from '../../../_ui/table';

import { changeRoleAction, resetPasswordAction, setDisabledAction } from './actions';

import type { UserDto } from '#lib/features/users/contract';

export function UserRow({ user }: { user: UserDto }) {
  const [password, setPassword] = useState<string>();
  const { id, name, email, role, disabled, isSelf, lastSignInAt } = user;
  const other = role === 'admin' ? 'reviewer' : 'admin';
  const closePassword = () => {
    setPassword(undefined);
  };
  return (
    <TableRow>
      <TableCell>
        <span className={disabled ? 'font-medium text-muted' : 'font-medium'}>{name}</span>{' '}
        {isSelf ? <Badge>You</Badge> : null} {disabled ? <Badge tone="warning">Disabled</Badge> : null}
        <span className="block text-muted">{email}</span>
      </TableCell>
      <TableCell>{role === 'admin' ? 'Administrator' : 'Reviewer'}</TableCell>
      <TableCell>
        {lastSignInAt === null ? <span className="text-muted">Never</span> : <LocalTime at={lastSignInAt} />}
      </TableCell>
      <TableCell>
        <div className="flex flex-wrap justify-end gap-2">
          <ConfirmButton
            size="sm"
            label={other === 'admin' ? 'Make administrator' : 'Make reviewer'}
            ariaLabel={`Make ${name} ${other === 'admin' ? 'an administrator' : 'a reviewer'}`}
            title={`Make ${name} ${other === 'admin' ? 'an administrator' : 'a reviewer'}?`}
            confirmLabel="Change the role"
            action={() => changeRoleAction(id, other)}
          >
            <p>
              {other === 'admin'
                ? 'Administrators manage connections, people and settings, and read the audit log.'
                : 'Reviewers decide on tests and publish them, and see nothing of the administration.'}{' '}
              {isSelf ? 'You sign in again afterwards.' : `${name} signs in again afterwards.`}
            </p>
          </ConfirmButton>
          {isSelf ? null : (
            <>
              <ConfirmButton
                size="sm"
                label="Reset password"
                ariaLabel={`Reset the password of ${name}`}
                icon={<KeyRound size={14} aria-hidden />}
                title={`Reset the password of ${name}?`}
                confirmLabel="Reset"
                action={() => resetPasswordAction(id)}
                onDone={(data) => {
                  setPassword(data.generatedPassword);
                }}
              >
                <p>A new password is made and shown once. Every session of {name} ends.</p>
              </ConfirmButton>
              <ConfirmButton
                size="sm"
                tone={disabled ? 'neutral' : 'danger'}
                label={disabled ? 'Enable' : 'Disable'}
                ariaLabel={`${disabled ? 'Enable' : 'Disable'} ${name}`}
                title={disabled ? `Let ${name} in again?` : `Disable ${name}?`}
                confirmLabel={disabled ? 'Enable' : 'Disable'}
                action={() => setDisabledAction(id, !disabled)}
              >
                <p>
                  {disabled
                    ? `${name} can sign in with the same password and role as before.`
                    : `${name} is signed out at once and cannot sign in. Decisions and comments stay.`}
                </p>
              </ConfirmButton>
            </>
          )}
        </div>
        <Dialog
          open={password !== undefined}
          onClose={closePassword}
          title={`New password of ${name}`}
          footer={
            <Button tone="primary" onClick={closePassword}>
              I have copied the password
            </Button>
          }
        >
          <OneTimeSecret label={`Password of ${email}`} secret={password ?? ''}>
            Give it to {name}, who changes it under Account.
          </OneTimeSecret>
        </Dialog>
      </TableCell>
    </TableRow>
  );
}
