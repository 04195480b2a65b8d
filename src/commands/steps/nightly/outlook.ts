import type { Common, Io } from '../../command.ts'
import type { Recorder } from '../recorder.ts'
import type { ClosedPulls } from './closings.ts'
import type { Glances } from './glances.ts'
import type { Sight } from './sight.ts'

/** With what the outside is looked at. */
export interface Outlook {
  readonly sight: Sight
  /** Opened when there is something to record. */
  readonly recorder: () => Promise<Recorder>
  readonly forge: ClosedPulls
  /** Take away only what people decided on: what time brings waits for the night. */
  readonly onlyDecided: boolean
  readonly common: Common
  readonly io: Io
  /** What was seen of the outside already. */
  readonly glances: Glances
}
