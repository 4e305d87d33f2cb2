import type { JsonObject } from '../../core/json';
import { answer, type Reply } from '../service/reply';

import { pick, type Handler } from './call';
import { itemOf } from './items';

const placeholder = Buffer.from('grey');

const uploadCover: Handler = (call) => {
  const found = itemOf(call);
  if ('refusal' in found) return found.refusal;
  const { body, uploads, store, faults } = call;
  const image = uploads.get('image');
  const cover: JsonObject = {
    mediaType: image?.mediaType ?? 'image/png',
    bytes: image?.bytes.length ?? 0,
    ...pick(body, ['caption', 'credit']),
    uploadedAt: new Date().toISOString(),
  };
  if (faults.has('cover-without-bytes')) delete cover['bytes'];
  if (image !== undefined) store.covers.set(found.id, image);
  return answer(201, cover);
};

const getCover: Handler = (call): Reply => {
  const found = itemOf(call);
  if ('refusal' in found) return found.refusal;
  const bytes = call.store.covers.get(found.id)?.bytes ?? placeholder;
  return { status: 200, headers: {}, body: bytes, mediaType: 'application/octet-stream' };
};

export const coverHandlers: Record<string, Handler> = { uploadCover, getCover };
