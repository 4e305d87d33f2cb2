import { z } from 'zod';

import { generationSettings } from './generator/settings';

const authorPattern = /^[^<>\r\n]+ <[^<>\s]+@[^<>\s]+>$/;

/**
 * Where approved tests are published. `null` leaves the choice to the environment (PUBLISH_REPOSITORY,
 * PUBLISH_AUTHOR), and without it to the bare repository in the data folder.
 */
export const publishingSettings = z.object({
  repository: z
    .string()
    .trim()
    .max(500)
    .refine(isRepository, {
      message:
        'Give an https://, ssh:// or file:// URL, an address such as git@host:team/tests.git, or an absolute path.',
    })
    .refine((value) => !hasPassword(value), {
      message: "Leave the password out of the URL: use an SSH key or git's credential store.",
    })
    .nullable()
    .default(null),
  author: z
    .string()
    .trim()
    .max(200)
    .regex(authorPattern, 'Write it as: Name <name@example.com>')
    .nullable()
    .default(null),
});
export type PublishingSettings = z.infer<typeof publishingSettings>;

/** What an administrator sets for the installation, by its key in the database. */
export const storedSettings = { generation: generationSettings, publishing: publishingSettings } as const;
export type SettingKey = keyof typeof storedSettings;

/** Only forms that git takes as a place: never an option (`-…`) or a command transport (`ext::…`). */
function isRepository(value: string): boolean {
  if (/[^\S ]|\0/.test(value)) return false;
  if (/^(https?|ssh|file):\/\/[^-]/.test(value)) return true;
  return /^[\w.-]*\w@[\w.-]*\w:[^-].*$/.test(value) || /^\/(?!\/)/.test(value);
}

function hasPassword(value: string): boolean {
  return /^[a-z]+:\/\/[^/@]*:[^/@]*@/i.test(value);
}
