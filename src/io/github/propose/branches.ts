import { z } from 'zod'
import { readActivity } from '../activity.ts'
import type { Reading } from '../github.ts'
import { ask, gap, parsed } from '../read.ts'
import { sha } from '../shapes.ts'
import { isAuthor } from './author.ts'
import { write, type Desk } from './desk.ts'

const ref = z.object({ ref: z.string(), object: z.object({ sha }) })
const UPDATE = 'PATCH /repos/{owner}/{repo}/git/refs/{ref}'
const CREATE = 'POST /repos/{owner}/{repo}/git/refs'

/** Where a branch stands; null: there is none of exactly this name. */
export async function readHead({ github }: Desk, branch: string): Promise<Reading<string | null>> {
  const what = `branch ${branch}`
  const asked = await ask(github, what, 'GET /repos/{owner}/{repo}/git/ref/{ref}', { ref: `heads/${branch}` })
  if (asked.kind === 'gap') return { ok: false, gap: asked.gap }
  if (asked.kind === 'absent') return { ok: true, value: null }
  const read = parsed(what, asked.answer.data, ref)
  if (!read.ok) return read
  if (read.value.ref !== `refs/heads/${branch}`) return gap(what, 'the answer tells of another one')
  return { ok: true, value: read.value.object.sha }
}

/** Makes a branch at a commit. A gap if somebody made it meanwhile. */
export function createBranch(desk: Desk, branch: string, commit: string): Promise<Reading<unknown>> {
  return write(desk, `branch ${branch}`, CREATE, { ref: `refs/heads/${branch}`, sha: commit })
}

/**
 * Moves a branch from where it was seen to a commit that doesn't follow. GitHub's API can't move it on condition that
 * nobody else has: so it is looked at just before, and in the record just after; what somebody pushed between the two is put
 * back, and told as a gap.
 */
export async function moveBranch(
  desk: Desk,
  branch: string,
  from: string,
  to: string
): Promise<Reading<unknown>> {
  const still = await stillAt(desk, branch, from)
  if (!still.ok) return still
  const sent = await force(desk, branch, to)
  if (!sent.ok) return sent
  const lost = await lostBy(desk, branch, from, to)
  if (!lost.ok || lost.value === null) return lost
  const back = await force(desk, branch, lost.value)
  return back.ok ? gap(`branch ${branch}`, MEANWHILE) : back
}

function force(desk: Desk, branch: string, to: string): Promise<Reading<unknown>> {
  return write(desk, `branch ${branch}`, UPDATE, { ref: `heads/${branch}`, sha: to, force: true })
}

/** Deletes a branch that was seen at `from`, with the same care. */
export async function deleteBranch(desk: Desk, branch: string, from: string): Promise<Reading<unknown>> {
  const still = await stillAt(desk, branch, from)
  if (!still.ok) return still
  const what = `branch ${branch}`
  const sent = await write(desk, what, 'DELETE /repos/{owner}/{repo}/git/refs/{ref}', {
    ref: `heads/${branch}`
  })
  if (!sent.ok) return sent
  const lost = await lostBy(desk, branch, from, GONE)
  if (!lost.ok || lost.value === null) return lost
  const back = await createBranch(desk, branch, lost.value)
  return back.ok ? gap(what, MEANWHILE) : back
}

const GONE = '0'.repeat(40)
const MEANWHILE = 'somebody pushed to it meanwhile; the next run judges anew'

async function stillAt(desk: Desk, branch: string, from: string): Promise<Reading<null>> {
  const now = await readHead(desk, branch)
  if (!now.ok) return now
  return now.value === from ? { ok: true, value: null } : gap(`branch ${branch}`, MEANWHILE)
}

/**
 * Where the branch stood before our move to `to`, if that isn't where it was seen; null: it is. Only the newest entry of the
 * record can be that move: if the record lags behind, or somebody pushed since, nothing is put back (what a push lost is
 * found again by whoever looks at the whole record next, see `whoseIs`).
 */
async function lostBy(
  { github, by }: Desk,
  branch: string,
  from: string,
  to: string
): Promise<Reading<string | null>> {
  const activity = await readActivity(github, branch)
  if (!activity.ok) return activity
  const [newest] = activity.value
  const ours = newest !== undefined && newest.after === to && isAuthor(newest.by, by)
  return { ok: true, value: ours && newest.before !== from && newest.before !== GONE ? newest.before : null }
}
