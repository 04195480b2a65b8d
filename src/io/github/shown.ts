import type { CommitContent, Push, Review } from '../../approval/facts.ts'
import type { Instant } from '../../book/instant.ts'
import { comesFrom } from '../git/audit-refs.ts'
import { contentsOf } from '../git/pull-content.ts'
import { fetchObjects } from '../git/remote.ts'
import { readActivity } from './activity.ts'
import type { GitHub, Reading } from './github.ts'

// A pull request shows what its commit has differently from the default branch as that stands. The default branch moves:
// pushed back, or having taken in a part of the branch, it makes the very same commit show something else later on.

const ZERO = /^0+$/u
/** GitHub's kinds of moves by which it makes a new commit. */
const MERGES: ReadonlySet<string> = new Set(['pr_merge', 'merge_queue_merge'])

/** Where the default branch may have stood, and which commits were then compared with it. */
type Views = ReadonlyMap<string, ReadonlyMap<string, CommitContent>>

/**
 * By approving review, what the pull request showed when it was given: the named commit compared with every place where
 * the default branch may have stood in that second. Only what can be told is in the answer. `main` is where it stood last
 * before the pull request landed, or stands now; `landed` is the last commit that it landed as. An approval precedes its
 * landing, if only within one second, so it wasn't given while the branch held that.
 */
export async function readShown(
  github: GitHub,
  root: string,
  branch: string,
  { main, landed }: { readonly main: string; readonly landed: string | null },
  reviews: readonly Review[]
): Promise<Reading<ReadonlyMap<number, readonly CommitContent[]>>> {
  const approvals = reviews.flatMap(({ id, state, commit, at }) =>
    state === 'APPROVED' && commit !== null ? [{ id, commit, at }] : []
  )
  if (approvals.length === 0) return { ok: true, value: new Map() }
  const since = approvals.reduce((least, { at }) => Math.min(least, at), Infinity)
  const moves = await readActivity(github, branch, since)
  if (!moves.ok) return moves
  const standing = approvals.map((one) => ({ ...one, tips: standingAt(moves.value, one.at, main) }))
  const asked = new Map<string, Set<string>>()
  for (const { commit, tips } of standing)
    for (const tip of tips) asked.set(tip, (asked.get(tip) ?? new Set()).add(commit))
  const views = await compared(github, root, asked)
  const made = new Set(moves.value.flatMap(({ kind, after }) => (MERGES.has(kind) ? [after] : [])))
  const given: typeof standing = []
  for (const one of standing) given.push({ ...one, tips: await withoutPast(root, one, made, views) })
  const later = new Set<string>()
  if (landed !== null) for (const tip of views.keys()) if (await comesFrom(root, tip, landed)) later.add(tip)
  const shown = new Map<number, readonly CommitContent[]>()
  for (const { id, commit, tips } of given) {
    const earlier = tips.filter((tip) => !later.has(tip))
    const found = earlier.flatMap((tip) => views.get(tip)?.get(commit) ?? []).map(contentOf)
    if (found.length === earlier.length) shown.set(id, found)
  }
  return { ok: true, value: shown }
}

/**
 * Without places that the branch had left already: a commit that GitHub made by merging wasn't there before the branch
 * stood at it, so what rests on it was reviewed afterwards, if only within the same second.
 */
async function withoutPast(
  root: string,
  { commit, tips }: { readonly commit: string; readonly tips: readonly string[] },
  made: ReadonlySet<string>,
  views: Views
): Promise<readonly string[]> {
  if (tips.length === 1 || tips.some((tip) => !views.has(tip))) return tips
  const past = new Set<string>()
  for (const merge of tips) {
    if (!made.has(merge) || views.get(merge)?.get(commit)?.base !== merge) continue
    for (const tip of tips) if (tip !== merge && (await comesFrom(root, merge, tip))) past.add(tip)
  }
  return tips.filter((tip) => !past.has(tip))
}

async function compared(
  github: GitHub,
  root: string,
  asked: ReadonlyMap<string, ReadonlySet<string>>
): Promise<Views> {
  const commits = [...asked.values()].flatMap((some) => [...some])
  const missing = await fetchObjects(root, github.remote, [...asked.keys(), ...commits])
  const views = new Map<string, ReadonlyMap<string, CommitContent>>()
  for (const [tip, some] of asked)
    if (!missing.has(tip)) views.set(tip, await contentsOf(root, tip, [...some], missing))
  return views
}

function contentOf({ commit, base, differences }: CommitContent): CommitContent {
  return { commit, base, differences }
}

/** Where a branch may have stood at an instant, by its recorded moves; `now`, if none is recorded at all. Sorted. */
export function standingAt(moves: readonly Push[], at: Instant, now: string): readonly string[] {
  if (moves.length === 0) return [now]
  const during = moves.filter((move) => move.at === at)
  const found = during.length > 0 ? during.flatMap(({ before, after }) => [before, after]) : lastBy(moves, at)
  return [...new Set(found)].filter((tip) => !ZERO.test(tip)).toSorted()
}

/** Where the last move before an instant went; without one, whence the first move after it came. */
function lastBy(moves: readonly Push[], at: Instant): readonly string[] {
  const last = moves.reduce((most, move) => (move.at < at ? Math.max(most, move.at) : most), -Infinity)
  const first = moves.reduce((least, move) => Math.min(least, move.at), Infinity)
  const together = moves.filter((move) => move.at === (last === -Infinity ? first : last))
  const [from, to] = [together.map(({ before }) => before), together.map(({ after }) => after)]
  // Moves within one second have no order but that each begins where another one ended.
  const [wanted, others] = last === -Infinity ? [from, to] : [to, from]
  const ends = wanted.filter((tip) => !others.includes(tip))
  return ends.length > 0 ? ends : wanted
}
