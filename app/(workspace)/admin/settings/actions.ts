'use server';

import { checkedOf, choiceOf, linesOf, numberOf, optionalTextOf, textOf } from '../../../_server/form-values';
import type { Result } from '../../../_server/result';
import { runAction } from '../../../_server/run-action';

import { dataLocales, namings, targets, unknownPropertyRules } from '#lib/core/generator/settings';
import { categories } from '#lib/core/generator/suite';
import { updateGenerationSettings } from '#lib/features/settings/update-generation-settings';
import { updatePublishingSettings } from '#lib/features/settings/update-publishing-settings';

const path = '/admin/settings';

export async function updateGenerationAction(form: FormData): Promise<Result<void>> {
  return runAction(path, (context) =>
    updateGenerationSettings(context, {
      categories: categories.filter((category) => checkedOf(form, `category-${category}`)),
      budget: numberOf(form, 'budget'),
      seed: textOf(form, 'seed'),
      locale: choiceOf(form, 'locale', dataLocales),
      naming: choiceOf(form, 'naming', namings),
      target: choiceOf(form, 'target', targets),
      unknownProperties: choiceOf(form, 'unknownProperties', unknownPropertyRules),
      invalidStatuses: linesOf(form, 'invalidStatuses').map(Number),
      assertFormats: checkedOf(form, 'assertFormats'),
      excludedOperations: textOf(form, 'excludedOperations')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
      excludedTags: linesOf(form, 'excludedTags'),
      performance: {
        rounds: numberOf(form, 'performance.rounds'),
        warmUp: numberOf(form, 'performance.warmUp'),
        concurrency: numberOf(form, 'performance.concurrency'),
        requests: numberOf(form, 'performance.requests'),
        p95Milliseconds: numberOf(form, 'performance.p95Milliseconds'),
        errorRate: numberOf(form, 'performance.errorRate'),
      },
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
