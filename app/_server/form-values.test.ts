import { expect, it } from 'vitest';

import { checkedOf, choiceOf, linesOf, numberOf, optionalTextOf, textOf } from './form-values';

const form = new FormData();
form.set('name', ' Orders ');
form.set('empty', '  ');
form.set('hosts', 'a.example.com\r\n\r\n b.example.com, c.example.com');
form.set('minutes', '15');
form.set('on', 'on');
form.set('file', new Blob(['x']));

it('reads what people type', () => {
  expect(textOf(form, 'name')).toBe(' Orders ');
  expect(textOf(form, 'file')).toBe('');
  expect(optionalTextOf(form, 'name')).toBe('Orders');
  expect([optionalTextOf(form, 'empty'), optionalTextOf(form, 'absent')]).toEqual([null, null]);
  expect(linesOf(form, 'hosts')).toEqual(['a.example.com', 'b.example.com', 'c.example.com']);
  expect([numberOf(form, 'minutes'), numberOf(form, 'empty'), numberOf(form, 'name')]).toEqual([
    15,
    NaN,
    NaN,
  ]);
  expect([checkedOf(form, 'on'), checkedOf(form, 'off')]).toEqual([true, false]);
});

it('takes only what a select offers', () => {
  expect(choiceOf(form, 'minutes', ['5', '15'])).toBe('15');
  expect(() => choiceOf(form, 'minutes', ['5'])).toThrow(/Choose one/);
});
