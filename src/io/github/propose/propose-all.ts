import type { Instant } from '../../../book/instant.ts'
import type { Reading } from '../github.ts'
import type { Desk } from './desk.ts'
import { propose } from './propose.ts'
import type { Proposal, Proposed } from './proposal.ts'

/** A proposal, and since when there has been reason for it. */
export interface Due {
  readonly since: Instant
  readonly proposal: Proposal
}

/** What became of one of many. */
export interface Done {
  readonly branch: string
  readonly result: Reading<Proposed>
}

/**
 * Brings all pull requests to what is proposed, oldest first. At most `most` are opened, anew or again; what else would
 * have been is told as `waiting`. One that can't be brought there stops no other.
 */
export async function proposeAll(desk: Desk, due: readonly Due[], most: number): Promise<readonly Done[]> {
  const done: Done[] = []
  let left = most
  for (const { proposal } of due.toSorted(oldestFirst)) {
    const before = desk.github.calls().write
    const result = await propose(desk, proposal, left > 0)
    // One that failed in writing may have been opened all the same.
    const opened = result.ok
      ? ['opened', 'reopened'].includes(result.value.state)
      : desk.github.calls().write > before
    if (opened) left--
    done.push({ branch: proposal.branch, result })
  }
  return done
}

function oldestFirst(a: Due, b: Due): number {
  if (a.since !== b.since) return a.since - b.since
  return a.proposal.branch < b.proposal.branch ? -1 : 1
}
