import type { YearEvent } from './index.ts'

/** Somebody who has no business with it closes one of our pull requests, or deletes its branch. */
export const meddle: YearEvent = {
  kind: 'meddle with one of ours',
  perDay: 0.1,
  happen: ({ busy, dice, hands, meddled, model, now }) => {
    const open = hands.openPulls().filter(({ pull }) => pull.headRef.startsWith('grantbook/'))
    const idle = open.filter(({ pull }) => !Object.keys(hands.changes(pull)).some((path) => busy.has(path)))
    if (idle.length === 0) return null
    const { pull } = dice.pick(idle)
    const who = dice.pick(model.askers(now))
    const drops = dice.chance(0.5)
    if (drops) hands.drop(who, pull.headRef)
    else hands.close(who, pull.number)
    meddled.add(pull.headRef)
    return `#${pull.number} ${pull.headRef} ${drops ? 'branch deleted' : 'closed'}`
  }
}
