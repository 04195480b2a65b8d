import { writeInstant } from '../../../src/book/instant.ts'
import { touch } from '../compose.ts'
import { pathOf } from '../model.ts'
import { PEOPLE, TEAMS } from '../world.ts'
import type { YearEvent } from './index.ts'

/** Somebody breaks the glass for some hours: one of those on call approves. */
export const emergency: YearEvent = {
  kind: 'emergency',
  perDay: 0.12,
  happen: (year) => {
    const { dice, hands, model, now } = year
    const subject = dice.pick(model.askers(now))
    const system = dice.pick(PEOPLE.find(({ id }) => id === subject)?.systems ?? [])
    const path = pathOf('emergency', system, 'admin', subject)
    if (hands.text('main', path) !== null || model.grants.has(path) || year.busy.has(path)) return null
    // Merged at 16:00 and applied at 17:00 at the earliest.
    const expires = Math.floor(now / DAY) * DAY + 19.5 * HOUR
    const text = `reason: The site is down and nobody can log in\nexpires: ${writeInstant(expires)}\nincident: INC-${year.next()}\nrequester: ${subject}\n`
    const branch = `emergency-${year.next()}`
    hands.push(subject, branch, { [path]: text })
    const grant = { path, subject, system, item: 'admin', kind: 'emergency', from: null, expires } as const
    year.busy.add(path)
    year.changes.push({
      number: hands.open(subject, branch, 'Break the glass'),
      paths: [path],
      approvers: [dice.pick(TEAMS['on-call'] ?? [])],
      due: now,
      wanted: () => !model.isSuspended(subject, year.now) && !model.ends.has(subject),
      effect: () => {
        model.grants.set(path, grant)
        year.hurried = true
        touch(year, grant)
      }
    })
    return path
  }
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
