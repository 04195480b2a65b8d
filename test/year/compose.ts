import { writeInstant } from '../../src/book/instant.ts'
import { itemOf, pathOf, type Approved } from './model.ts'
import { ITEMS, PEOPLE, SYSTEMS, TEAMS, WORKLOADS, type SystemId } from './world.ts'
import type { Year } from './year.ts'

const DAY = 86_400_000

/** A day so many days from now, as a file has it, and the first instant after it. */
export function dayFrom(now: number, days: number): { readonly text: string; readonly at: number } {
  const day = Math.floor(now / DAY) * DAY + days * DAY
  return { text: writeInstant(day).slice(0, 10), at: day + DAY }
}

/** The text of a grant's file. */
export function grantText(
  grant: Pick<Approved, 'item' | 'subject'>,
  expires: string,
  requester: string,
  more = ''
): string {
  const high = itemOf(grant.item).risk === 'high'
  const isWorkload = WORKLOADS.some(({ id }) => id === grant.subject)
  return `reason: Needed for the work of this quarter\nexpires: ${expires}\nrequester: ${requester}\n${high ? 'ticket: OPS-1\n' : ''}${isWorkload ? 'task: https://github.com/acme/billing/issues/12\n' : ''}${more}`
}

/** Somebody and something that they could ask for now, where nothing is under way; null if chance finds none. */
export function wish(
  year: Year,
  what: 'person' | 'workload'
): (Omit<Approved, 'expires' | 'from'> & { readonly by: string }) | null {
  const { dice, model, now } = year
  const by = dice.pick(model.askers(now))
  const workload = what === 'workload' ? WORKLOADS.find(({ owner }) => owner === by) : undefined
  if (what === 'workload' && (!workload || model.isSuspended(workload.id, now))) return null
  const person = PEOPLE.find(({ id }) => id === by)
  const system = workload?.system ?? dice.pick(person?.systems ?? SYSTEMS)
  const subject = workload?.id ?? by
  const item = dice.pick(ITEMS.filter(({ id }) => !workload || id !== 'auditors')).id
  const path = pathOf('grant', system, item, subject)
  if (model.grants.has(path) || model.unapproved.has(path) || year.busy.has(path)) return null
  if (year.hands.text('main', path) !== null) return null
  if (item === 'auditors' && isMemberByHand(year, system, subject)) return null
  return { path, subject, system, item, kind: 'grant', by }
}

function isMemberByHand({ console }: Year, system: SystemId, subject: string): boolean {
  return console.look(system).users.some(({ groups, name }) => name === subject && groups.length > 0)
}

/** Somebody who approves grants of a system. */
export function ownerOf(year: Year, system: SystemId): string {
  return year.dice.pick(TEAMS[`owners-${system}`] ?? [])
}

/** Marks who is concerned by a grant as touched. */
export function touch(year: Year, { subject, system }: Pick<Approved, 'subject' | 'system'>): void {
  const kind = WORKLOADS.some(({ id }) => id === subject) ? 'role/ci' : 'user'
  year.touched.add(`${system} ${kind}/${subject}`)
}

/** Every system in which somebody has an account. */
export function systemsOf(subject: string): readonly SystemId[] {
  return PEOPLE.find(({ id }) => id === subject)?.systems ?? []
}
