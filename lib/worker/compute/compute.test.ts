import { expect, it } from 'vitest';

import { compute } from './compute';
import { errorOf, failureOf } from './messages';

import { AppError } from '#lib/core/errors';
import { petsDocument } from '#lib/testing/apifox/pets';

const never = new AbortController().signal;
const text = JSON.stringify(petsDocument());

it('does a task in a thread and gives what it gives', async () => {
  const reading = await compute('readSpec', { name: 'pets', text }, { signal: never });
  expect(reading).toMatchObject({ title: 'Pets', operationCount: 2 });
});

it('brings an AppError back as one', async () => {
  const failing = compute('readSpec', { name: 'pets', text: '{' }, { signal: never });
  await expect(failing).rejects.toBeInstanceOf(AppError);
  await expect(failing).rejects.toMatchObject({ code: 'invalid_document' });
});

it('ends the thread when its task is no longer wanted', async () => {
  const stop = new AbortController();
  const running = compute('readSpec', { name: 'pets', text }, { signal: stop.signal });
  stop.abort(new Error('not wanted'));
  await expect(running).rejects.toThrow('not wanted');
});

it.each([[new AppError('too_large', 'a', { advice: 'b', details: { c: 1 } })], [new Error('plain')]])(
  '%s crosses threads',
  (error) => {
    expect(errorOf(structuredClone(failureOf(error)))).toEqual(error);
  },
);

it('makes an error of whatever else was thrown', () => {
  expect(errorOf(failureOf('text'))).toEqual(new Error('text'));
});
