import { systemsOf } from '../compose.ts'
import { TEAMS } from '../world.ts'
import type { YearEvent } from './index.ts'

/** A suspension is lifted: its file is deleted by pull request. */
export const reinstate: YearEvent = {
  kind: 'reinstate',
  perDay: 0.15,
  happen: (year) => {
    const { dice, hands, model, now } = year
    const there = [...model.suspended.keys()].filter((id) => !year.busy.has(`grants/suspensions/${id}.yaml`))
    if (there.length === 0) return null
    const id = dice.pick(there)
    const path = `grants/suspensions/${id}.yaml`
    const branch = `reinstate-${year.next()}`
    const by = TEAMS['security']?.[0] ?? ''
    hands.push(by, branch, { [path]: null })
    year.busy.add(path)
    year.changes.push({
      number: hands.open(by, branch, 'Reinstate somebody'),
      paths: [path],
      approvers: [TEAMS['security']?.[1] ?? ''],
      due: now,
      wanted: () => true,
      effect: () => {
        model.suspended.delete(id)
        for (const system of systemsOf(id)) year.touched.add(`${system} user/${id}`)
      }
    })
    return id
  }
}
