import { randomUUID } from 'node:crypto';

import type { JsonObject } from '../../core/json';
import { answer, noContent, problem } from '../service/reply';

import { pick, type Call, type Handler } from './call';
import { isTaken } from './store';

const writable = ['email', 'name', 'password', 'phone', 'birthday', 'newsletter', 'address'];

const createCustomer: Handler = (call) => {
  const { body, store, faults } = call;
  if (isTaken(store.customers, 'email', body)) {
    return problem(
      faults.has('duplicate-answers-500') ? 500 : 409,
      'The e-mail address is registered already',
    );
  }
  const id = randomUUID();
  const customer = {
    id,
    phone: null,
    birthday: null,
    newsletter: false,
    ...pick(body, writable),
    createdAt: new Date().toISOString(),
  };
  store.customers.set(id, customer);
  return answer(201, shown(customer, call), { location: `/customers/${id}` });
};

const getCustomer: Handler = (call) => {
  const customer = call.store.customers.get(idOf(call));
  return customer ? answer(200, shown(customer, call)) : problem(404, 'No such customer');
};

const deleteCustomer: Handler = (call) => {
  const { store, faults } = call;
  if (!store.customers.has(idOf(call))) return problem(404, 'No such customer');
  if (!faults.has('forget-without-effect')) store.customers.delete(idOf(call));
  return noContent();
};

function idOf({ parameters }: Call): string {
  return String(parameters['customerId']).toLowerCase();
}

function shown({ password, ...rest }: JsonObject, { faults }: Call): JsonObject {
  return faults.has('write-only-shown') && password !== undefined ? { ...rest, password } : rest;
}

export const customerHandlers: Record<string, Handler> = { createCustomer, getCustomer, deleteCustomer };
