import { dayFrom, grantText, ownerOf, touch, wish } from '../compose.ts'
import type { Approved } from '../model.ts'
import type { Year } from '../year.ts'
import type { YearEvent } from './index.ts'

/** Somebody asks for one to three grants in one system, and gets them approved today or in the next days. */
export const request: YearEvent = {
  kind: 'request',
  perDay: 2.2,
  happen: (year) => {
    const { dice, now } = year
    const first = wish(year, dice.chance(0.25) ? 'workload' : 'person')
    if (first === null) return null
    const { by, system } = first
    const more = Array.from({ length: dice.between(0, 2) }, () => wish(year, 'person')).filter(
      (one) => one?.system === system && one.path !== first.path
    )
    const wishes = [
      first,
      ...new Map(more.flatMap((one) => (one ? [[one.path, one] as const] : []))).values()
    ]
    const grants: Approved[] = []
    const files: Record<string, string> = {}
    for (const { path, subject, item, kind } of wishes) {
      const later = dice.chance(0.15) ? dayFrom(now, dice.between(6, 9)) : null
      const end = dayFrom(
        now,
        item === 'admin' ? dice.between(later ? 10 : 4, 20) : dice.between(later ? 10 : 4, 45)
      )
      const starts = later === null ? '' : `starts: ${later.text}\n`
      const from = later === null ? null : later.at - DAY
      grants.push({ path, subject, system, item, kind, from, expires: end.at })
      files[path] = grantText({ item, subject }, end.text, by, starts)
    }
    ask(year, by, files, grants)
    return grants.map(({ path }) => path).join(', ')
  }
}

const DAY = 86_400_000

/** Opens the pull request, to be approved and merged within some days as long as those concerned are still here. */
export function ask(
  year: Year,
  by: string,
  files: Readonly<Record<string, string>>,
  grants: readonly Approved[]
): void {
  const { dice, hands, now } = year
  const branch = `ask-${year.next()}`
  hands.push(by, branch, files)
  awaitMerge(
    year,
    hands.open(by, branch, 'Ask for access'),
    grants,
    now + (dice.chance(0.6) ? 0 : dice.between(1, 3) * DAY)
  )
}

/** Has somebody approve and merge a pull request that asks for grants. */
export function awaitMerge(year: Year, number: number, grants: readonly Approved[], due: number): void {
  const [first] = grants
  if (!first) return
  const paths = grants.map(({ path }) => path)
  for (const path of paths) year.busy.add(path)
  year.changes.push({
    number,
    paths,
    approvers: [ownerOf(year, first.system)],
    due,
    wanted: ({ model, now }) =>
      grants.every(
        ({ subject, path }) =>
          !model.isSuspended(subject, now) && !model.ends.has(subject) && !model.unapproved.has(path)
      ),
    effect: ({ model }) => {
      for (const grant of grants) {
        model.grants.set(grant.path, grant)
        touch(year, grant)
      }
    }
  })
}
