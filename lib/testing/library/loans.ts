import { answer, problem } from '../service/reply';

import { listOf, pick, type Handler } from './call';

const dayLength = 24 * 60 * 60 * 1000;

const createLoan: Handler = ({ body, caller, store, faults }) => {
  const isKnown = listOf(body['itemIds']).every((id) => store.items.has(String(id).toLowerCase()));
  if (!isKnown) return problem(422, 'itemIds names no item');
  const loanNumber = store.nextNumber();
  const days = Number(body['days'] ?? 28);
  const due = new Date(Date.now() + days * dayLength).toISOString();
  const record = {
    loanNumber,
    notify: [],
    pickUpAt: 'desk',
    ...pick(body, ['itemIds', 'notify', 'pickUpAt', 'callbackUrl']),
    days,
    dueOn: faults.has('due-date-malformed') ? due : due.slice(0, 10),
  };
  store.loans.set(loanNumber, { owner: caller.name, record });
  return answer(201, record, { location: `/loans/${String(loanNumber)}` });
};

const getLoan: Handler = ({ parameters, caller, store, faults }) => {
  const loan = store.loans.get(Number(parameters['loanId']));
  if (loan === undefined || (loan.owner !== caller.name && !faults.has('other-sees-loan')))
    return problem(404, 'No such loan');
  return answer(200, loan.record);
};

export const loanHandlers: Record<string, Handler> = { createLoan, getLoan };
