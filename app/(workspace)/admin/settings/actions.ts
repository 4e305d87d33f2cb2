'use server';

import { checkedOf, linesOf, optionalTextOf, textOf } from '../../../_server/form-values';
import type { Result } from '../../../_server/result';
import { runAction } from '../../../_server/run-action';

import { categories } from '#lib/core/generator/suite';
import { updateGenerationSettings } from '#lib/features/settings/update-generation-settings';
import { updatePublishingSettings } from '#lib/features/settings/update-publishing-settings';

const path = '/admin/settings';

export async function updateGenerationAction(form: FormData): Promise<Result<void>> {
  return runAction(path, (context) =>
    updateGenerationSettings(context, {
      categories: categories.filter((category) => checkedOf(form, `category-${category}`)),
      seed: textOf(form, 'seed'),
      invalidStatuses: linesOf(form, 'invalidStatuses').map(Number),
      assertFormats: checkedOf(form, 'assertFormats'),
      excludedOperations: textOf(form, 'excludedOperations')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
      excludedTags: linesOf(form, 'excludedTags'),
    }),
  );
}

export async function updatePublishingAction(form: FormData): Promise<Result<void>> {
  return runAction(path, (context) =>
    updatePublishingSettings(context, {
      repository: optionalTextOf(form, 'repository'),
      author: optionalTextOf(form, 'author'),
    }),
  );
}
