import type { Fault } from '../service/faults';
import type { RunningService } from '../service/listen';

/** A sample server with its document: what generated suites are proved on. */
export interface ServiceUnderTest<Id extends string> {
  title: string;
  /** Relative to the project's root. */
  document: string;
  start(faults: readonly Id[]): Promise<RunningService>;
  /** What a suite reads from its environment to test the running service. */
  environment(running: RunningService): Record<string, string>;
  faults: readonly (Fault & { id: Id })[];
  /**
   * For each fault the test that must turn red, by a part of its name: it names the broken rule. Only these tests run
   * on the faulty service, so that all faults are tried in bounded time.
   */
  finders: Readonly<Partial<Record<Id, string>>>;
  /** Faults that generated suites do not find, and why. */
  missed: Readonly<Partial<Record<Id, string>>>;
}
