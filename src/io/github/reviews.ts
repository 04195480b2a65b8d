import { z } from 'zod'
import type { Review } from '../../approval/facts.ts'
import type { GitHub, Reading } from './github.ts'
import { pages } from './pages.ts'
import { instant, sha, someone } from './shapes.ts'

const review = z.object({
  id: z.int().min(1),
  user: someone,
  state: z.enum(['APPROVED', 'CHANGES_REQUESTED', 'DISMISSED', 'COMMENTED', 'PENDING']),
  // Null after a force push has taken the commit away.
  commit_id: sha.nullish(),
  // Absent while it is pending.
  submitted_at: instant.nullish()
})

/** All reviews of a pull request, oldest first. Those not handed in yet are left out: nobody but their writer sees them. */
export async function readReviews(github: GitHub, number: number): Promise<Reading<readonly Review[]>> {
  const what = `reviews of #${number}`
  const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews'
  const read = await pages(github, { what, route, item: review, parameters: { pull_number: number } })
  if (!read.ok) return read
  const reviews: Review[] = []
  const seen = new Set<number>()
  for (const { id, user, state, commit_id, submitted_at } of read.value) {
    if (state === 'PENDING') continue
    if (submitted_at === null || submitted_at === undefined)
      return { ok: false, gap: { what, why: 'a review has no time', passing: true } }
    // A listing that moves while it is read may tell one twice.
    if (seen.has(id)) continue
    seen.add(id)
    reviews.push({ id, author: user, state, commit: commit_id ?? null, at: submitted_at })
  }
  return { ok: true, value: reviews.toSorted((a, b) => a.at - b.at || a.id - b.id) }
}
