import { Command, InvalidArgumentError } from 'commander';

import type { TwinCommandOptions } from '../run-twin';

/** `ai-test-gen twin <file or URL>`: a server made from the document, that keeps what it is sent. */
export function twinCommand(): Command {
  return new Command('twin')
    .description('serve a document: a stateful mock server that keeps to it strictly')
    .argument('<document>', 'file or http(s) URL, JSON or YAML')
    .option('--port <number>', 'port to listen at; 0 for any free one', portOf, 4010)
    .option('--host <address>', 'address to listen at', '127.0.0.1')
    .option('--seed <text>', 'same seed, same made-up values and ids', 'ai-test-gen')
    .option('--token <text>', 'bearer token of the main user')
    .option('--api-key <text>', 'API key of the main user')
    .option('--basic <user:password>', 'HTTP basic credentials of the main user', basicOf)
    .option('--no-auth', 'ask for no credentials')
    .option('--quiet', 'do not log requests', false)
    .action(async (document: string, options: TwinCommandOptions) => {
      const { runTwin } = await import('../run-twin');
      await runTwin(document, options);
    });
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) throw new InvalidArgumentError('Give a number from 0 to 65535.');
  return port;
}

function basicOf(text: string): string {
  if (!text.includes(':'))
    throw new InvalidArgumentError('Give a user and a password with a colon between them.');
  return text;
}
