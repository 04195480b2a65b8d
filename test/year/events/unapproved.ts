import { dayFrom, grantText, touch, wish } from '../compose.ts'
import type { YearEvent } from './index.ts'

/** A request that nobody approved is merged all the same. */
export const unapproved: YearEvent = {
  kind: 'merge without approval',
  perDay: 0.12,
  happen: (year) => {
    const { dice, hands, now } = year
    const wished = wish(year, 'person')
    if (wished === null) return null
    const { by, item, path, subject } = wished
    const branch = `sneak-${year.next()}`
    hands.push(by, branch, {
      [path]: grantText({ item, subject }, dayFrom(now, dice.between(4, 15)).text, by)
    })
    year.busy.add(path)
    touch(year, wished)
    year.changes.push({
      number: hands.open(by, branch, 'Ask for access'),
      paths: [path],
      approvers: [],
      due: now,
      wanted: () => true,
      effect: () => undefined
    })
    return path
  }
}
