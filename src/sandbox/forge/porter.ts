import type { Faults } from '../faults.ts'
import type { RecordedCall } from '../sandbox.ts'
import type { Hub } from './hub.ts'

/** What every request passes, by the API or by git. */
export interface Porter {
  readonly hub: Hub
  readonly faults: Faults
  /** Runs something when everything before it is done: nothing else happens meanwhile. */
  turn<T>(work: () => T | Promise<T>): Promise<T>
  /** Keeps in mind that git reads, so that its folder isn't taken away meanwhile. */
  reading<T>(work: Promise<T>): Promise<T>
  /** Notes a served request. */
  record(operation: string, kind: RecordedCall['kind'], status: number): void
  /** Tells the observer. */
  tell(phase: 'before' | 'after', operation: string): void
}
