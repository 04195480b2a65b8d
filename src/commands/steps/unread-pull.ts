import type { Gap } from '../../approval/facts.ts'
import { DAY } from '../../book/duration.ts'
import type { Instant } from '../../book/instant.ts'
import type { Proof } from '../../evidence/advance.ts'

/** How long a pull request that can't be read is waited for, since the first run that could have read it. */
const PATIENCE = DAY
/** GitHub's clock and ours may differ by so much. */
const SKEW = 5 * 60_000

/**
 * Whether judging waits for a pull request that can't be read, which was merged at `at`. `signs`: when runs came to their
 * ends, oldest first.
 */
export function waitsFor({ passing }: Gap, at: Instant, signs: readonly Instant[], now: Instant): boolean {
  const first = signs.find((sign) => sign > at) ?? now
  // A date ahead of every clock is no date: it must not make anybody wait for ever.
  const waited = at > now + SKEW ? PATIENCE : now - first
  return passing && waited < PATIENCE
}

/** What one that nobody waits for any more is judged as. */
export function unreadable({ what, why }: Gap): Extract<Proof, { readonly kind: 'unreadable' }> {
  return {
    kind: 'unreadable',
    why: `It could not be read on GitHub (${what}: ${why}), so nobody knows who approved it. Request it by a new pull request.`
  }
}
