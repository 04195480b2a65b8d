import type { Gap } from '../../approval/facts.ts'
import type { EvidenceStore } from '../../io/git/evidence-store.ts'
import type { Common, Io } from '../command.ts'
import type { Landed, Landing } from './land.ts'

/** From where to where, without how. */
export type Landfall = Omit<Landing, 'root' | 'authority'>

/** Where an apply takes its orders from and where it records them. There is one of them for users: the forge. */
export interface ApplyPorts {
  /** `owner/name` of the governed repository. */
  readonly repository: string
  /** The evidence branch; it verifies all that it gives. */
  readonly store: EvidenceStore
  /** Tip of the default branch, its objects at hand. Throws UnableError. */
  tip(): Promise<string>
  /** How the approved tree moves up to the tip. */
  land(landfall: Landfall): Promise<Landed>
  /** Leaves the head of evidence where only our App can write. Returns what stopped it; null if it stands. */
  anchor(tip: string, evidence: string): Promise<Gap | null>
  /** Says on a pull request that `held` is held, once; what was said of that before is edited. Returns what stopped it. */
  tell(pull: number, held: number, text: string): Promise<Gap | null>
  /** Calls to the forge so far. */
  calls(): { readonly read: number; readonly write: number }
}

/** Opens them. Throws UsageError that names what is missing. */
export type OpenPorts = (common: Common, io: Io) => Promise<ApplyPorts>
