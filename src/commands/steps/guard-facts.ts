import type { Book } from '../../book/book.ts'
import type { Desired } from '../../plan/desired.ts'
import type { GuardFacts } from '../../plan/guard.ts'
import type { Ledger } from '../../plan/ledger.ts'

/** What the guard needs of the files and of evidence. Without settings nothing unexplained may go. */
export function guardFacts(book: Book | undefined, desired: Desired, { removals }: Ledger): GuardFacts {
  const settings = book?.settings?.data.guard ?? { share: 0, floor: 0 }
  return { settings, recent: removals, empty: desired.empty, now: desired.at }
}
