import { expect, it } from 'vitest';

import { noticeOf } from './sign-in-notice';

it.each([
  ['CredentialsSignin', 'The e-mail or the password is not right.'],
  ['wait-900', 'Too many failed sign-ins. Try again in 15 minutes.'],
  ['wait-61', 'Too many failed sign-ins. Try again in 2 minutes.'],
  ['wait-1', 'Too many failed sign-ins. Try again in 1 second.'],
  ['<b>hello</b>', 'Signing in does not work right now. Try again in a moment.'],
  ['unavailable', 'Signing in does not work right now. Try again in a moment.'],
])('%s reads as %s', (code, text) => {
  expect(noticeOf(code)?.text).toBe(text);
});

it.each([[undefined], [null], ['']])('%j says nothing', (code) => {
  expect(noticeOf(code)).toBeUndefined();
});
