import { z } from 'zod'
import type { Dismissal } from '../../approval/facts.ts'
import type { Instant } from '../../book/instant.ts'
import type { GitHub, Reading } from './github.ts'
import { pages } from './pages.ts'
import { instant, someone } from './shapes.ts'

/** What a pull request's timeline tells that nothing else does. */
export interface Timeline {
  /** Oldest first. */
  readonly dismissals: readonly Dismissal[]
  /** When its base branch was changed, by hand or because the branch that it went into was deleted. Ascending. */
  readonly retargeted: readonly Instant[]
  /** Ids of all reviews that it tells of, to be compared with the list of reviews. */
  readonly reviewed: readonly number[]
  /** Those among them that it tells of after the merge: GitHub's instants are whole seconds, and its order tells more. */
  readonly afterMerge: ReadonlySet<number>
}

const entry = z.looseObject({ event: z.string().nullish() })
const dismissed = z.object({
  actor: someone,
  created_at: instant,
  dismissed_review: z.object({ review_id: z.int().min(1), state: z.string().max(50).nullish() })
})
const moved = z.object({ created_at: instant })
const reviewed = z.object({ id: z.int().min(1), state: z.string().nullish() })

// GitHub retargets a pull request by itself when the branch that it goes into is merged and deleted.
const RETARGETED: ReadonlySet<string> = new Set(['base_ref_changed', 'automatic_base_change_succeeded'])

/** Reads a pull request's timeline to its end. */
export async function readTimeline(github: GitHub, number: number): Promise<Reading<Timeline>> {
  const what = `timeline of #${number}`
  const read = await pages(github, {
    what,
    route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/timeline',
    item: entry,
    parameters: { issue_number: number }
  })
  if (!read.ok) return read
  const [dismissals, retargeted, reviews]: [Dismissal[], Instant[], number[]] = [[], [], []]
  const afterMerge = new Set<number>()
  let merged = false
  for (const item of read.value) {
    if (item.event === 'merged') merged = true
    else if (item.event === 'review_dismissed') {
      const { success, data } = dismissed.safeParse(item)
      if (!success) return unknown(what, item.event)
      const { review_id: review, state } = data.dismissed_review
      dismissals.push({ review, by: data.actor, at: data.created_at, was: state ?? null })
    } else if (typeof item.event === 'string' && RETARGETED.has(item.event)) {
      const { success, data } = moved.safeParse(item)
      if (!success) return unknown(what, item.event)
      retargeted.push(data.created_at)
    } else if (item.event === 'reviewed') {
      const { success, data } = reviewed.safeParse(item)
      if (!success) return unknown(what, item.event)
      if (data.state?.toLowerCase() !== 'pending') reviews.push(data.id)
      if (merged) afterMerge.add(data.id)
    }
  }
  return {
    ok: true,
    value: {
      dismissals: dismissals.toSorted((a, b) => a.at - b.at || a.review - b.review),
      retargeted: retargeted.toSorted((a, b) => a - b),
      reviewed: reviews,
      afterMerge
    }
  }
}

function unknown(what: string, event: string): Reading<Timeline> {
  return { ok: false, gap: { what, why: `an entry ${event} isn’t of the known shape`, passing: true } }
}
