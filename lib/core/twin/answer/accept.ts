import { concrete, essence, isJson } from '../../generator/plan/media-type';
import type { MediaType } from '../../openapi/model';

/** Of the media types of an answer the one to send (RFC 9110 section 12.5.1); `undefined`: none is acceptable. */
export function chosenMedia(
  content: readonly MediaType[],
  accept: string | undefined,
): MediaType | undefined {
  const ranges = rangesOf(accept ?? '*/*');
  let best: { media: MediaType; quality: number } | undefined;
  for (const media of content) {
    const quality = qualityOf(ranges, essence(concrete(media.mediaType)));
    const isBetter =
      !best ||
      quality > best.quality ||
      (quality === best.quality && isJson(media.mediaType) && !isJson(best.media.mediaType));
    if (quality > 0 && isBetter) best = { media, quality };
  }
  return best?.media;
}

interface Range {
  type: string;
  quality: number;
}

function rangesOf(accept: string): Range[] {
  return accept.split(',').map((range) => {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const quality = parameters.find((each) => each.startsWith('q='))?.slice(2);
    return { type, quality: quality === undefined ? 1 : Number(quality) || 0 };
  });
}

/** The most specific range counts. */
function qualityOf(ranges: readonly Range[], mediaType: string): number {
  const general = `${mediaType.split('/')[0] ?? ''}/*`;
  for (const wanted of [mediaType, general, '*/*']) {
    const found = ranges.find(({ type }) => type === wanted);
    if (found) return found.quality;
  }
  return 0;
}
