import type { YearEvent } from './index.ts'

/** Owners merge what the night has opened for them: expired files, and files to be restored. */
export const tidy: YearEvent = {
  kind: 'merge one of ours',
  perDay: 1.2,
  happen: (year) => {
    const { dice, hands, model, now } = year
    const open = hands
      .openPulls()
      .filter(({ pull }) => /^grantbook\/(?:expired|restore|codeowners)/u.test(pull.headRef))
    const ready = open.filter(
      ({ pull }) => !Object.keys(hands.changes(pull)).some((path) => year.busy.has(path))
    )
    if (ready.length === 0) return null
    const { pull } = dice.pick(ready)
    const paths = Object.keys(hands.changes(pull))
    for (const path of paths) year.busy.add(path)
    const restores = pull.headRef === 'grantbook/restore'
    year.changes.push({
      number: pull.number,
      paths,
      approvers: ['p003'],
      due: now,
      wanted: () => true,
      effect: () => {
        const before = hands.git.commit(hands.main)?.parents[0] ?? ''
        for (const path of paths) {
          if (restores) model.unapproved.delete(path)
          // What somebody had deleted already is judged by how that was done.
          else if (hands.text(before, path) !== null) model.grants.delete(path)
        }
      }
    })
    return `#${pull.number} ${pull.headRef}`
  }
}
