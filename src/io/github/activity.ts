import { z } from 'zod'
import type { Push } from '../../approval/facts.ts'
import type { GitHub, Reading } from './github.ts'
import { pages } from './pages.ts'
import { instant, sha, someone } from './shapes.ts'

const activity = z.object({
  before: sha,
  after: sha,
  ref: z.string(),
  timestamp: instant,
  activity_type: z.string().max(50),
  actor: someone
})

/**
 * Every move of a branch that GitHub has recorded, newest first: who pushed is told nowhere else. A branch that is gone
 * still has its record.
 */
export async function readActivity(github: GitHub, branch: string): Promise<Reading<readonly Push[]>> {
  const ref = `refs/heads/${branch}`
  const what = `activity of branch ${branch}`
  const read = await pages(github, {
    what,
    route: 'GET /repos/{owner}/{repo}/activity',
    item: activity,
    parameters: { ref, direction: 'desc' },
    paging: 'cursor'
  })
  if (!read.ok) return read
  if (read.value.some((entry) => entry.ref !== ref))
    return { ok: false, gap: { what, why: 'the answer tells of another branch', passing: true } }
  return {
    ok: true,
    value: read.value.map(({ actor, timestamp, activity_type, before, after }) => ({
      by: actor,
      at: timestamp,
      kind: activity_type,
      before,
      after
    }))
  }
}
