import { dirname, resolve } from 'node:path';

import type { FilesRead } from './files-read';

import { AppError } from '#lib/core/errors';
import { openDocument, type OpenedDocument } from '#lib/platform/documents/open-document';

/**
 * Opens the document of a command: the one it names, else the one of the settings file.
 *
 * @param files gets the document and every file that it refers to, unless they come by URL
 * @throws AppError `invalid_input` where none is named; what `openDocument` throws
 */
export async function openInput(
  named: string | undefined,
  configured: string | undefined,
  files: FilesRead,
): Promise<OpenedDocument> {
  const document = named ?? configured;
  if (document === undefined) {
    throw new AppError('invalid_input', 'No document is named.', {
      advice: 'Give a file or URL, or write document: openapi.yaml into ai-test-gen.config.yaml.',
    });
  }
  if (isUrl(document)) return openDocument(document);
  const path = resolve(document);
  await files.note(path);
  const opened = await openDocument(document);
  return {
    ...opened,
    load: async (name) => {
      await files.note(resolve(dirname(path), decodedName(name)));
      return opened.load(name);
    },
  };
}

export function isUrl(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

function decodedName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
