import type { JsonObject } from '../../core/json';
import { answer, type Reply } from '../service/reply';

import { pick, type Handler } from './call';

/** Answers the suggestion as a value; the pipeline writes it as XML. */
const suggestTitle: Handler = ({ body, store, faults }): Reply => {
  const suggestion: JsonObject = {
    reference: store.nextNumber(),
    ...pick(body, ['urgency', 'title', 'copies', 'keywords']),
  };
  if (faults.has('suggestion-as-json')) return answer(201, suggestion);
  if (faults.has('suggestion-without-title')) delete suggestion['title'];
  return { status: 201, headers: {}, body: suggestion, mediaType: 'application/xml; charset=utf-8' };
};

export const suggestionHandlers: Record<string, Handler> = { suggestTitle };
