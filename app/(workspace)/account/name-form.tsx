'use client';

import { ActionForm } from '../../_forms/action-form';
import { TextField } from '../../_ui/text-field';
import { useToast } from '../../_ui/toast';

import { changeOwnNameAction } from './actions';

export function NameForm({ name }: { name: string }) {
  const toast = useToast();
  return (
    <ActionForm
      label="Name"
      submitLabel="Save the name"
      action={changeOwnNameAction}
      onDone={() => {
        toast({ text: 'Your name is saved.', tone: 'success' });
      }}
    >
      {(errors) => (
        <TextField
          label="Name"
          name="name"
          required
          maxLength={100}
          autoComplete="name"
          defaultValue={name}
          error={errors['name']}
          hint="Your next decisions and comments carry it; earlier ones keep the name they were made under."
        />
      )}
    </ActionForm>
  );
}
