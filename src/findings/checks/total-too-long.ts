import type { Book, Grant } from '../../book/book.ts'
import { resolveEntitlement } from '../../book/bundles.ts'
import { DAY, writeDuration } from '../../book/duration.ts'
import { coveredTime } from '../../book/window.ts'
import { stretchesOf } from '../history.ts'
import type { Check } from '../check.ts'

/** One subject would hold one entitlement longer, all its grants together, than the tier’s `maxTotal` allows. */
export const totalTooLong: Check = {
  code: 'total-too-long',
  severity: 'error',
  doc: 'One subject would hold one entitlement longer, all its grants together, than the tier’s `maxTotal` allows.',
  fix: 'Choose an earlier `expires`, or find a lasting answer to a lasting need.',
  *run({ book, now, isAdded, history }) {
    for (const grant of limitedGrants(book)) {
      const limit = resolveEntitlement(book, grant.name)?.terms?.maxTotal ?? null
      if (limit === null || !isAdded(grant.path) || grant.expires === null || grant.expires <= now) continue
      const total = coveredTime(stretchesOf(book, grant, now, history), DAY)
      if (total <= limit) continue
      yield {
        message: `With this "${grant.subject}" would have held "${grant.name}" for ${writeDuration(Math.ceil(total / DAY) * DAY)} in all; ${writeDuration(limit)} are allowed.`,
        fix: 'Choose an earlier "expires". Who needs it for longer needs another way to it: talk to its owner.',
        file: grant.path,
        pointer: ['expires']
      }
    }
  }
}

/** Grants of entitlements that have a longest total. */
function* limitedGrants(book: Book): Generator<Grant> {
  for (const [name, grants] of book.grantsOfEntitlement) {
    if ((resolveEntitlement(book, name)?.terms?.maxTotal ?? null) !== null) yield* grants
  }
}
