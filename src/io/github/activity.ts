import { z } from 'zod'
import type { Push } from '../../approval/facts.ts'
import type { Instant } from '../../book/instant.ts'
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
 * still has its record. With `since` at least those from then on, and one before them, if there is any.
 */
export async function readActivity(
  github: GitHub,
  branch: string,
  since: Instant = -Infinity
): Promise<Reading<readonly Push[]>> {
  const ref = `refs/heads/${branch}`
  const what = `activity of branch ${branch}`
  const read = await pages(github, {
    what,
    route: 'GET /repos/{owner}/{repo}/activity',
    item: activity,
    parameters: { ref, direction: 'desc' },
    paging: 'cursor',
    enough: (moves) => moves.some(({ timestamp }) => timestamp < since)
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

/**
 * Where an App last pushed a branch to, as GitHub recorded it; null if it never did. Nobody can take an entry away, nor
 * make one in another's name: not by force, by deleting the branch, nor by leave to pass every rule. `app` null: any App
 * but GitHub Actions, whose name every workflow has.
 */
export async function readNewestPush(
  github: GitHub,
  ref: string,
  app: string | null
): Promise<Reading<string | null>> {
  const what = `activity of ${ref}`
  const isPush = (entry: z.infer<typeof activity>): boolean =>
    entry.ref === ref &&
    entry.actor?.type === 'Bot' &&
    (app === null ? entry.actor.login !== ACTIONS : entry.actor.login === `${app}[bot]`) &&
    !/^0+$/u.test(entry.after)
  const read = await pages(github, {
    what,
    route: 'GET /repos/{owner}/{repo}/activity',
    item: activity,
    parameters: { ref, direction: 'desc' },
    paging: 'cursor',
    enough: (found) => found.some(isPush)
  })
  if (!read.ok) return read
  return { ok: true, value: read.value.find(isPush)?.after ?? null }
}

const ACTIONS = 'github-actions[bot]'
