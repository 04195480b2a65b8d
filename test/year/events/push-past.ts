import { dayFrom, grantText, touch, wish } from '../compose.ts'
import type { YearEvent } from './index.ts'

/** An administrator pushes to main past every rule: a new grant, or a longer one. */
export const pushPast: YearEvent = {
  kind: 'push past the rules',
  perDay: 0.08,
  happen: (year) => {
    const { dice, hands, model, now } = year
    const longer = dice.chance(0.5)
    const there = [...model.grants.values()].filter(
      ({ path, kind, expires }) =>
        kind === 'grant' && expires > now + DAY && !year.busy.has(path) && !model.unapproved.has(path)
    )
    if (longer && there.length === 0) return null
    const target = longer ? dice.pick(there) : wish(year, 'person')
    if (target === null) return null
    const text = grantText(target, dayFrom(now, item(target) ? 25 : 100).text, 'p000')
    hands.push('p000', 'main', { [target.path]: text }, 'Help somebody')
    model.unapproved.add(target.path)
    touch(year, target)
    return target.path
  }
}

const DAY = 86_400_000

function item({ item: id }: { readonly item: string }): boolean {
  return id === 'admin'
}
