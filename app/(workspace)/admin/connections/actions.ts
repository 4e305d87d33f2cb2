'use server';

import { redirect } from 'next/navigation';

import { checkedOf, choiceOf, linesOf, numberOf, optionalTextOf, textOf } from '../../../_server/form-values';
import type { Result } from '../../../_server/result';
import { runAction } from '../../../_server/run-action';

import { providers, signatureModes } from '#lib/core/connections';
import { createConnection } from '#lib/features/connections/create-connection';
import { deleteConnection } from '#lib/features/connections/delete-connection';
import { dropPreviousSecret } from '#lib/features/connections/drop-previous-secret';
import { getConnection } from '#lib/features/connections/get-connection';
import { requestPull } from '#lib/features/connections/request-pull';
import { rotateSecret } from '#lib/features/connections/rotate-secret';
import { updateConnection } from '#lib/features/connections/update-connection';
import { runtime } from '#lib/platform/runtime';

const path = '/admin';

export interface CreatedConnection {
  connectionId: string;
  secret: string;
  webhookUrl: string;
}

export async function createConnectionAction(form: FormData): Promise<Result<CreatedConnection>> {
  const { env, secrets } = await runtime('web');
  return runAction(path, async (context) => {
    const secret = optionalTextOf(form, 'secret');
    const created = await createConnection(
      context,
      {
        ...fieldsOf(form),
        token: optionalTextOf(form, 'token'),
        ...(secret === null ? {} : { secret }),
      },
      secrets,
    );
    const { webhookUrl } = await getConnection(context, { ...created, publicUrl: env.PUBLIC_URL });
    return { ...created, webhookUrl };
  });
}

export async function updateConnectionAction(connectionId: string, form: FormData): Promise<Result<void>> {
  const { secrets } = await runtime('web');
  return runAction(path, (context) => {
    const token = optionalTextOf(form, 'token');
    const change = checkedOf(form, 'removeToken') ? { token: null } : token === null ? {} : { token };
    return updateConnection(context, { ...fieldsOf(form), connectionId, ...change }, secrets);
  });
}

export async function rotateSecretAction(
  connectionId: string,
): Promise<Result<{ secret: string; previousUntil: string }>> {
  const { secrets } = await runtime('web');
  return runAction(path, (context) => rotateSecret(context, { connectionId }, secrets));
}

export async function dropPreviousSecretAction(connectionId: string): Promise<Result<void>> {
  return runAction(path, (context) => dropPreviousSecret(context, { connectionId }));
}

export async function requestPullAction(connectionId: string): Promise<Result<void>> {
  return runAction(path, (context) => requestPull(context, { connectionId }));
}

export async function deleteConnectionAction(connectionId: string): Promise<Result<void>> {
  const result = await runAction(path, (context) => deleteConnection(context, { connectionId }));
  if (result.ok) redirect('/admin/connections');
  return result;
}

function fieldsOf(form: FormData) {
  return {
    name: textOf(form, 'name'),
    provider: choiceOf(form, 'provider', providers),
    signatureMode: choiceOf(form, 'signatureMode', signatureModes),
    signatureHeader: optionalTextOf(form, 'signatureHeader'),
    baseUrl: optionalTextOf(form, 'baseUrl'),
    projectId: optionalTextOf(form, 'projectId'),
    branchId: optionalTextOf(form, 'branchId'),
    moduleId: optionalTextOf(form, 'moduleId'),
    allowedHosts: linesOf(form, 'allowedHosts'),
    allowPrivate: checkedOf(form, 'allowPrivate'),
    pollMinutes: numberOf(form, 'pollMinutes'),
    apiId: optionalTextOf(form, 'apiId'),
    isDefault: checkedOf(form, 'isDefault'),
  };
}
