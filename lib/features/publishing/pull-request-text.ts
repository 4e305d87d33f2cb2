import type { PublicationFacts } from './facts';
import { codeCell, codeSpan } from './plain-text';

const mostListed = 50;

/** The text of a publication's pull request, in Markdown: what a person who merges it wants to know and to check. */
export function pullRequestText(facts: PublicationFacts): string {
  const { apiName, version, generation, counts, folder, files, reviewers, endpoints, rejected, gaps } = facts;
  const total = counts.approved + counts.rejected + counts.pending;
  const command = files.some((path) => path.endsWith('.spec.ts')) ? 'npx playwright test' : 'pytest';
  return [
    `# Approved API tests: ${codeSpan(apiName)} ${codeSpan(version)}`,
    '',
    `Generation ${generation}. **${counts.approved} of ${total}** test cases are approved and in this branch; ` +
      `${counts.rejected} rejected, ${counts.pending} undecided. ${files.length} files in ${codeSpan(folder)}.`,
    '',
    '## Before you merge',
    '',
    `- [ ] The tests pass against a server of this version (\`API_BASE_URL=… ${command}\`).`,
    '- [ ] Credentials come from the environment of the pipeline; none is in a file.',
    '- [ ] What is rejected or not covered below is known to who owns the API.',
    counts.pending === 0
      ? '- [x] Every test case has been decided.'
      : `- [ ] ${counts.pending} undecided test cases may follow in another commit.`,
    '',
    '## Reviewed by',
    '',
    ...(reviewers.length === 0 ? ['Nobody by name.'] : reviewers.map(({ name }) => `- ${codeSpan(name)}`)),
    '',
    '## Covered',
    '',
    '| Endpoint | Approved | Of |',
    '| --- | ---: | ---: |',
    ...endpoints.map(
      ({ method, path, approved, total: of }) =>
        `| ${codeCell(`${method.toUpperCase()} ${path}`)} | ${approved} | ${of} |`,
    ),
    ...section(
      'Rejected',
      rejected.map(({ endpoint, title, reason, note }) => {
        const why = note === undefined ? '' : `: ${codeSpan(note, 300)}`;
        return `- ${codeSpan(endpoint)} ${codeSpan(title)} – ${reason}${why}`;
      }),
    ),
    ...section(
      'Not covered by a test',
      gaps.map(
        (gap) => `- ${codeSpan(gap.construct)} at ${codeSpan(gap.source.pointer)}: ${codeSpan(gap.reason)}`,
      ),
    ),
    '',
  ].join('\n');
}

function section(title: string, lines: string[]): string[] {
  if (lines.length === 0) return [];
  const left = lines.length - mostListed;
  return [
    '',
    `## ${title}`,
    '',
    ...lines.slice(0, mostListed),
    ...(left > 0 ? [`- … and ${left} more.`] : []),
  ];
}
