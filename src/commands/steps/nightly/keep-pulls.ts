import type { Gap } from '../../../approval/facts.ts'
import type { Desk } from '../../../io/github/propose/desk.ts'
import type { OwnPull } from '../../../io/github/propose/own-pulls.ts'
import { proposeAll, type Due } from '../../../io/github/propose/propose-all.ts'
import type { Base } from '../../../io/github/propose/proposal.ts'
import { withdraw } from '../../../io/github/propose/withdraw.ts'

/** So many pull requests are opened in one night; the rest waits its turn, oldest first. */
export const MOST = 25

/** What became of one pull request of ours. */
export interface KeptPull {
  readonly pull: number | null
  readonly branch: string
  readonly state: string
  readonly why: string | null
}

/** What became of all of them. */
export interface KeptPulls {
  readonly pulls: readonly KeptPull[]
  readonly gaps: readonly Gap[]
}

/**
 * Brings our pull requests to what is due, and withdraws those for which there is no reason any more, among the branches
 * that this run looked after (by the beginning of their names). One that fails stops no other.
 */
export async function keepPulls(
  desk: Desk,
  due: readonly Due[],
  own: readonly OwnPull[],
  looked: readonly string[],
  base: Base
): Promise<KeptPulls> {
  const pulls: KeptPull[] = []
  const gaps: Gap[] = []
  const wanted = new Set(due.map(({ proposal }) => proposal.branch))
  for (const { branch, result } of await proposeAll(desk, due, MOST)) {
    if (!result.ok) gaps.push(result.gap)
    else if (result.value.state !== 'moot') pulls.push({ ...result.value, branch })
  }
  for (const { branch, open } of own) {
    if (!open || wanted.has(branch) || !looked.some((prefix) => branch.startsWith(prefix))) continue
    const done = await withdraw(desk, branch, base, NO_REASON)
    if (!done.ok) gaps.push(done.gap)
    else if (done.value.state !== 'none') pulls.push(done.value)
  }
  return { pulls: pulls.toSorted((a, b) => (a.branch < b.branch ? -1 : 1)), gaps }
}

const NO_REASON = 'There is no reason for this any more: what it asked for is done, or was renewed.'
