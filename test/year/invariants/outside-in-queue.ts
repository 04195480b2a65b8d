import { dueAfter, keyOf, type Outside } from '../outside.ts'
import { errorsIn } from '../told.ts'
import { ACCOUNTS } from '../world.ts'
import type { Year } from '../year.ts'
import type { Invariant } from './index.ts'

/**
 * Access by hand that a night has seen is in the queue: a dated file about it stands on main or in an open pull request of
 * ours. Where the system takes away what nobody decided on, it goes in time, and never before.
 */
export const outsideInQueue: Invariant = {
  name: 'access outside',
  check: (year) => {
    const wrong: string[] = []
    const files = filesAbout(year)
    for (const one of year.outside.slice()) {
      const what = `${one.system} ${one.principal} ${one.needle}`
      if (!stands(year, one)) {
        const early = mayGoFrom(one)
        if (early === null || early > year.now) wrong.push(`${what} was taken away before its time`)
        year.outside.splice(year.outside.indexOf(one), 1)
        if (one.earliest !== null) year.dated.set(keyOf(one), one.known ?? dueAfter(one.earliest))
        year.note('taken away', what)
        continue
      }
      // What somebody without a say closed is opened again by the next night (docs/nightly.md): none has come yet.
      const isClosed = year.meddled.has(`grantbook/outside/${one.system}`)
      if (one.latest !== null && !isClosed && !files.some((text) => isAbout(text, one)))
        wrong.push(`${what} is in no file`)
      const due = mustGoBy(one)
      if (due !== null && due < lastGoodNight(year) && !isTold(year, one))
        wrong.push(`${what} should be gone`)
    }
    return wrong
  }
}

function stands({ console }: Year, { kind, needle, principal, system }: Outside): boolean {
  const name = principal.slice('user/'.length)
  const user = console.look(system).users.find((each) => each.name === name)
  if (!user) return false
  if (kind === 'attached') return user.attached.some((arn) => arn.endsWith(`/${needle}`))
  if (kind === 'inline') return user.inline.some((policy) => policy.name === needle)
  return kind === 'user' || user.groups.includes(needle)
}

/** Only `gold` takes anything away. */
function mayGoFrom({ earliest, known, revokedAt, system, tolerated }: Outside): number | null {
  if (system !== 'gold') return null
  if (revokedAt !== null) return revokedAt
  return known ?? (earliest === null ? null : Math.max(dueAfter(earliest), tolerated ?? 0))
}

function mustGoBy({ latest, revokedAt, system, tolerated }: Outside): number | null {
  if (system !== 'gold' || latest === null) return null
  if (revokedAt !== null) return revokedAt
  return Math.max(dueAfter(latest), tolerated ?? 0)
}

/** When the last night began that told of no trouble; before all time, if the last one did or there was none. */
function lastGoodNight({ now, told }: Year): number {
  const night = told.find(({ command }) => command === 'nightly')
  const isGood =
    night?.died === false &&
    errorsIn(night).length === 0 &&
    !night.outcomes.some(({ state }) => state === 'failed')
  return isGood ? now - 6 * HOUR : -Infinity
}

const HOUR = 3_600_000

function isTold({ told }: Year, { principal }: Outside): boolean {
  const name = principal.slice('user/'.length)
  return told.some(({ outcomes }) =>
    outcomes.some(({ grant, state }) => state === 'held' && grant?.includes(`/user.${name}-`) === true)
  )
}

/** Dated files about access outside, on main and in open pull requests of ours. */
function filesAbout({ hands }: Year): readonly string[] {
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
function isAbout(text: string, { needle, principal, system }: Outside): boolean {
  return (
    /^expires: \d{4}-\d\d-\d\d$/mu.test(text) &&
    text.includes(`::${ACCOUNTS[system]}:${principal}"`) &&
    text.includes(needle)
  )
}
