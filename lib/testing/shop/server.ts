import { readContract } from '../service/contract';
import { asOverlooked } from '../service/faults';
import { listen, type Answered, type Arrived, type RunningService } from '../service/listen';
import { problem, type Reply } from '../service/reply';
import { matchPath } from '../service/routes';
import { SchemaCheck } from '../service/schemas';

import { Burden } from './burden';
import { accessOf, defaultCredentials, unauthenticated, type Credentials } from './credentials';
import { distort } from './distort';
import type { FaultId } from './faults';
import { validationFaults } from './faults-validation';
import { perform, type Shop } from './pipeline';
import { readShopDocument } from './shop-document';
import { Store } from './store';

export interface ShopOptions extends Partial<Credentials> {
  faults?: readonly FaultId[];
  /** 0, the default: any free port. */
  port?: number;
}

export interface RunningShop extends RunningService {
  credentials: Credentials;
}

/** Starts the shop of the sample document, which obeys it strictly but for the faults that are switched on. */
export async function startShop(options: ShopOptions = {}): Promise<RunningShop> {
  const { faults = [], port = 0, ...credentials } = options;
  const shop = makeShop(new Set(faults), { ...defaultCredentials, ...credentials });
  const burden = new Burden(shop.faults);
  const running = await listen(port, (request) => burden.carry(route(shop, request)));
  return { ...running, credentials: shop.credentials };
}

function makeShop(faults: ReadonlySet<FaultId>, credentials: Credentials): Shop {
  const document = asOverlooked(readShopDocument(), validationFaults, faults);
  return {
    operations: readContract(document),
    check: new SchemaCheck(document, 'request'),
    credentials,
    faults,
    store: new Store(),
  };
}

function route(shop: Shop, { method, path, query, headers, bytes }: Arrived): Answered {
  const { operations, faults } = shop;
  const found = matchPath(operations, path);
  if (found === 'malformed') return { reply: problem(400, 'The path is not UTF-8'), operation: undefined };
  if (found.operations.length === 0) return { reply: problem(404, 'No such path'), operation: undefined };
  const operation = found.operations.find((one) => one.method === method);
  if (operation === undefined)
    return { reply: notAllowed(shop, headers, found.operations), operation: undefined };
  const parts = { operation, path: found.values, query, headers, bytes };
  let reply: Reply;
  try {
    reply = perform(shop, parts);
  } catch (error) {
    reply = problem(500, error instanceof Error ? error.message : 'unknown');
  }
  return { reply: distort(reply, operation.id, faults), operation: operation.id };
}

function notAllowed(shop: Shop, headers: Arrived['headers'], operations: Shop['operations']): Reply {
  const schemes = operations.flatMap(({ security }) => security.flat());
  if (
    accessOf(headers, schemes, shop.credentials, shop.faults) === 'none' &&
    !shop.faults.has('auth-unchecked')
  ) {
    return unauthenticated(schemes);
  }
  if (shop.faults.has('method-not-allowed-missing')) return problem(404, 'No such operation');
  const allow = operations.map(({ method }) => method.toUpperCase()).join(', ');
  return problem(405, `Allowed: ${allow}`, shop.faults.has('allow-header-missing') ? {} : { allow });
}
