import { failureOf } from './messages';
import type { TaskMessage, TaskRequest } from './messages';
import { tasks } from './tasks';
import type { Report } from './tasks';

/** Does one task and tells how it goes and how it ended. Never throws. */
export async function perform(
  { name, input }: TaskRequest,
  tell: (message: TaskMessage) => void,
): Promise<void> {
  // The main thread sends what the task takes: both sides are typed by `tasks`.
  const task = tasks[name] as (input: unknown, report: Report) => Promise<unknown>;
  try {
    const result = await task(input, (progress) => tell({ kind: 'progress', progress }));
    tell({ kind: 'result', result });
  } catch (error) {
    tell({ kind: 'failure', failure: failureOf(error) });
  }
}
