'use client';

import { UserPlus } from 'lucide-react';
import { useState } from 'react';

import { ActionForm } from '../../../_forms/action-form';
import { OneTimeSecret } from '../../../_forms/one-time-secret';
import { Button } from '../../../_ui/button';
import { Dialog } from '../../../_ui/dialog';
import { Select } from '../../../_ui/select';
import { TextField } from '../../../_ui/text-field';
import { useToast } from '../../../_ui/toast';

import { createUserAction } from './actions';

export function AddUser() {
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<{ email: string; password: string }>();
  const toast = useToast();
  const close = () => {
    setOpen(false);
    setMade(undefined);
  };
  return (
    <>
      <Button
        tone="primary"
        icon={<UserPlus size={16} aria-hidden />}
        onClick={() => {
          setOpen(true);
        }}
      >
        Add a user
      </Button>
      <Dialog open={open} onClose={close} title={made === undefined ? 'Add a user' : 'The user is there'}>
        {made === undefined ? (
          <ActionForm
            label="Add a user"
            submitLabel="Add"
            action={createUserAction}
            onDone={({ user, generatedPassword }) => {
              if (generatedPassword !== undefined) {
                setMade({ email: user.email, password: generatedPassword });
                return;
              }
              close();
              toast({ text: `${user.name} can sign in now.`, tone: 'success' });
            }}
          >
            {(errors) => <UserFields errors={errors} />}
          </ActionForm>
        ) : (
          <div className="flex flex-col gap-4">
            <OneTimeSecret label={`Password of ${made.email}`} secret={made.password}>
              Give it to {made.email}, who changes it under Account.
            </OneTimeSecret>
            <Button tone="primary" className="self-start" onClick={close}>
              I have copied the password
            </Button>
          </div>
        )}
      </Dialog>
    </>
  );
}

function UserFields({ errors }: { errors: Record<string, string> }) {
  return (
    <>
      <TextField label="Name" name="name" required autoComplete="off" error={errors['name']} />
      <TextField
        label="E-mail"
        name="email"
        type="email"
        required
        autoComplete="off"
        error={errors['email']}
      />
      <Select
        label="Role"
        name="role"
        error={errors['role']}
        options={[
          { value: 'reviewer', label: 'Reviewer' },
          { value: 'admin', label: 'Administrator' },
        ]}
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        error={errors['password']}
        hint="Empty: one is made and shown once. Otherwise at least 10 characters."
      />
    </>
  );
}
