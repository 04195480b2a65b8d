import { ACCOUNTS, type SystemId } from './world.ts'
import type { Year } from './year.ts'

/** Something made by hand in an account, as whoever made it knows it. */
export interface Outside {
  readonly system: SystemId
  /** `user/p020`. */
  readonly principal: string
  /** What a file about it must name. */
  readonly needle: string
  readonly kind: 'attached' | 'inline' | 'member' | 'user'
  readonly made: number
  /** When the same thing was to go that a night saw here before: whoever makes it again moves no date. */
  readonly known: number | null
  /** When a night may first have seen it, and when one must have; null: none yet. */
  earliest: number | null
  latest: number | null
  /** When people decided that it goes; null: they didn't. */
  revokedAt: number | null
  /** Until when people tolerate it, by an approved decision. */
  tolerated: number | null
}

const DAY = 86_400_000
const WITHIN = 7 * DAY

/** When the time to decide is over: the end of the seventh day after it was first seen. */
export function dueAfter(seen: number): number {
  return Math.ceil((seen + WITHIN) / DAY) * DAY
}

type About = Pick<Outside, 'needle' | 'principal' | 'system'>

/** Dated files about access outside, on main and in open pull requests of ours. */
export function filesAbout({ hands }: Year): readonly string[] {
  const open = hands.openPulls().filter(({ pull }) => pull.headRef.startsWith('grantbook/outside/'))
  const heads = open.map(({ pull }) => pull.head)
  return ['main', ...heads].flatMap((at) => {
    const folder = hands.git.at(hands.head(at) ?? at, 'grants/out-of-band')
    return folder === null ? [] : textsIn(hands.git, folder.id)
  })
}

function textsIn(git: Year['hands']['git'], tree: string): readonly string[] {
  return (git.tree(tree) ?? []).flatMap(({ id, mode }) =>
    mode === '040000' ? textsIn(git, id) : [git.blob(id)?.toString('utf8') ?? '']
  )
}

/** Whether a file is dated and about something. */
export function isAbout(text: string, { needle, principal, system }: About): boolean {
  return (
    /^expires: \d{4}-\d\d-\d\d$/mu.test(text) &&
    text.includes(`::${ACCOUNTS[system]}:${principal}"`) &&
    text.includes(needle)
  )
}

/** Names a thing for good: made again, it is the same. */
export function keyOf({ needle, principal, system }: About): string {
  return `${system} ${principal} ${needle}`
}
