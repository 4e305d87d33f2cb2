'use client';

import { ActionForm } from '../../_forms/action-form';
import { TextField } from '../../_ui/text-field';

import { changeOwnPasswordAction } from './actions';

export function PasswordForm({ email }: { email: string }) {
  return (
    <ActionForm
      label="Change the password"
      submitLabel="Change the password"
      action={changeOwnPasswordAction}
    >
      {(errors) => (
        <>
          {/* Tells a password manager whose password this is. */}
          <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
          <TextField
            label="Current password"
            name="currentPassword"
            type="password"
            required
            autoComplete="current-password"
            error={errors['currentPassword']}
          />
          <TextField
            label="New password"
            name="newPassword"
            type="password"
            required
            minLength={10}
            autoComplete="new-password"
            error={errors['newPassword']}
            hint="At least 10 characters; a few words are better than one with symbols."
          />
          <TextField
            label="New password again"
            name="repeated"
            type="password"
            required
            autoComplete="new-password"
            error={errors['repeated']}
            hint="Every session ends, this one too: you sign in again with it."
          />
        </>
      )}
    </ActionForm>
  );
}
