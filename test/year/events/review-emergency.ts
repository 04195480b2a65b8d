import type { YearEvent } from './index.ts'

/** An emergency that ended is reviewed: somebody writes what happened, and the owner merges it. */
export const reviewEmergency: YearEvent = {
  kind: 'review an emergency',
  perDay: 0.3,
  happen: (year) => {
    const { dice, hands, model, now } = year
    const open = hands.openPulls().filter(({ pull }) => pull.headRef.startsWith('grantbook/retrospective/'))
    const ready = open.filter(
      ({ pull }) => !Object.keys(hands.changes(pull)).some((path) => year.busy.has(path))
    )
    if (ready.length === 0) return null
    const { pull } = dice.pick(ready)
    const changes = hands.changes(pull)
    const paths = Object.keys(changes)
    const draft = Object.entries(changes).find(([path]) => path.startsWith('grants/retrospectives/'))
    const [path, text] = draft ?? []
    if (path === undefined || typeof text !== 'string') return null
    const written = text
      .replace(/^happened:.*$/mu, 'happened: The database did not answer')
      .replace(/^done:.*$/mu, 'done: It was restarted')
      .replace(/^verdict:.*$/mu, 'verdict: accepted')
    hands.push('p001', pull.headRef, { [path]: written }, 'Review it')
    for (const one of paths) year.busy.add(one)
    year.changes.push({
      number: pull.number,
      paths,
      approvers: ['p002'],
      due: now,
      wanted: () => true,
      effect: () => {
        for (const one of paths) model.grants.delete(one)
      }
    })
    return path
  }
}
