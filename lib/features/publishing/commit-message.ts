import type { PublicationFacts } from './facts';
import { oneLine } from './plain-text';

import { publicationTrailer } from '#lib/platform/git/moved-commits';

/** The message of a publication's commit: what it holds, and trailers with who reviewed it and where it came from. */
export function commitMessage(facts: PublicationFacts): string {
  const { apiName, version, generation, counts, files, reviewers, publicationId } = facts;
  const total = counts.approved + counts.rejected + counts.pending;
  return [
    oneLine(`Publish approved tests of ${oneLine(apiName, 40)} ${oneLine(version, 20)}`, 90),
    '',
    `${counts.approved} of ${total} test cases are approved, ${counts.rejected} rejected, ${counts.pending} undecided.`,
    `Generation ${generation}, document version ${oneLine(version)}, ${files.length} files.`,
    '',
    ...reviewers.map(({ name, email }) => `Reviewed-by: ${person(name)} <${person(email)}>`),
    `Generation: ${generation}`,
    `${publicationTrailer}: ${publicationId}`,
    '',
  ].join('\n');
}

function person(text: string): string {
  return oneLine(text.replace(/[<>]/g, ''), 200);
}
