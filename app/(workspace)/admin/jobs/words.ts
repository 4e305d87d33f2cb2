/** What a job does, for people. */
export const jobWords: Record<string, string> = {
  'delivery.process': 'Read a delivery',
  'connection.pull': 'Pull a document',
  'generation.run': 'Generate tests',
  'publication.run': 'Publish approved tests',
};
