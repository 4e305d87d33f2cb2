import { z } from 'zod';

import type { Role } from '../context';

/** Browser-safe: what the user screens send and get. */

export const userRoles = ['reviewer', 'admin'] as const satisfies readonly Role[];

/** E-mail addresses are compared without case and in one Unicode form. */
export function normalEmail(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase();
}

/** The stored role; whatever is not known has the least rights. */
export function roleOf(stored: string): Role {
  return stored === 'admin' ? 'admin' : 'reviewer';
}

const email = z.string().transform(normalEmail).pipe(z.email('Enter an e-mail address.').max(320));
const name = z.string().trim().min(1, 'Enter a name.').max(100);
/** Length is what counts (NIST SP 800-63B 5.1.1); the upper bound keeps hashing cheap. */
const password = z
  .string()
  .min(10, 'Use at least 10 characters.')
  .max(256, 'Use at most 256 characters.')
  .refine((value) => new Set(value).size >= 4, 'Use more than three different characters.');

export const createUserInput = z.object({
  email,
  name,
  role: z.enum(userRoles),
  /** Absent: one is made and shown once. */
  password: password.optional(),
});
export type CreateUserInput = z.input<typeof createUserInput>;

export const userInput = z.object({ userId: z.string().min(1) });
export const changeRoleInput = userInput.extend({ role: z.enum(userRoles) });
export const setDisabledInput = userInput.extend({ disabled: z.boolean() });
export const changeOwnPasswordInput = z.object({
  currentPassword: z.string().min(1, 'Enter your current password.').max(1024),
  newPassword: password,
});
export const changeOwnNameInput = z.object({ name });

export interface UserDto {
  id: string;
  email: string;
  name: string;
  role: Role;
  disabled: boolean;
  /** ISO 8601. */
  lastSignInAt: string | null;
  createdAt: string;
  isSelf: boolean;
}
