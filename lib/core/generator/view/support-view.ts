import type { SuitePlan } from '../plan/suite-plan';

/** The view of `api_client.py` and `requirements.txt`: which kinds of tests need support of their own. */
export interface SupportView {
  hasPerformance: boolean;
  hasSecurity: boolean;
}

export function supportView({ files }: Pick<SuitePlan<unknown>, 'files'>): SupportView {
  const markers = new Set(files.flatMap(({ classes }) => classes.flatMap((each) => each.markers)));
  return { hasPerformance: markers.has('performance'), hasSecurity: markers.has('security') };
}
