import type { PathDifference } from '../../../approval/facts.ts'
import type { Book } from '../../../book/book.ts'
import type { Settings } from '../../../book/kinds/settings.ts'
import type { Instant } from '../../../book/instant.ts'
import type { Base } from '../../../io/github/propose/proposal.ts'
import type { Source } from '../../../io/source.ts'
import type { Desired } from '../../../plan/desired.ts'
import type { Ledger } from '../../../plan/ledger.ts'

/** What the nightly sees once every system has been brought to what the files say. */
export interface Sight {
  readonly root: string
  readonly now: Instant
  readonly base: Base
  /** Head of evidence. */
  readonly evidence: string
  /** `https://github.com/acme/access`. */
  readonly repository: string
  readonly settings: Settings
  /** The approved tree, and what it asks for. */
  readonly approved: Source
  readonly book: Book
  readonly desired: Desired
  /** What evidence says by now. */
  readonly ledger: Ledger
  /** When a night last came to its end; null: none has. */
  readonly beat: Instant | null
  /** In what the default branch differs from the approved tree. */
  readonly differences: readonly PathDifference[]
  /** Systems of this run; null: all, and what belongs to none. */
  readonly systems: ReadonlySet<string> | null
}

/** Text of a file of the approved tree; null if there is none. Throws if it isn't text: no approved file is anything else. */
export async function approvedText({ approved }: Sight, path: string): Promise<string | null> {
  const bytes = await approved.bytes(path)
  return bytes === null ? null : new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes)
}
