import { dayFrom, systemsOf } from '../compose.ts'
import { TEAMS } from '../world.ts'
import { numberIn } from './request-by-command.ts'
import type { YearEvent } from './index.ts'

/** Somebody is suspended: everything is taken until a day, or until the file goes. */
export const suspend: YearEvent = {
  kind: 'suspend',
  perDay: 0.12,
  happen: async (year) => {
    const { dice, hands, model, now, scene } = year
    const holders = [...new Set([...model.grants.values()].map(({ subject }) => subject))]
    if (holders.length === 0) return null
    const id = dice.pick(holders)
    const path = `grants/suspensions/${id}.yaml`
    if (year.busy.has(path) || hands.text('main', path) !== null) return null
    const end = dice.chance(0.5) ? dayFrom(now, dice.between(1, 8)) : null
    const by = TEAMS['security']?.[0] ?? ''
    const branch = `suspend-${year.next()}`
    const until = end === null ? [] : ['--until', end.text]
    let number
    if (dice.chance(0.2)) {
      const args = ['suspend', id, '--reason', 'A laptop was stolen', ...until, '--format', 'json']
      const { err, out, status } = await scene.runAs(`${by}-acme`, ...args)
      if (status !== 0) throw new Error(`suspend: ${out}${err}`)
      number = numberIn(out)
    } else {
      hands.push(by, branch, {
        [path]: `reason: A laptop was stolen\n${end === null ? '' : `until: ${end.text}\n`}`
      })
      number = hands.open(by, branch, 'Suspend somebody')
    }
    year.busy.add(path)
    year.changes.push({
      number,
      paths: [path],
      approvers: [TEAMS['security']?.[1] ?? ''],
      due: now,
      wanted: () => true,
      effect: () => {
        model.suspended.set(id, end?.at ?? Infinity)
        for (const system of systemsOf(id)) year.touched.add(`${system} user/${id}`)
      }
    })
    return `${id} until ${end?.text ?? 'further notice'}`
  }
}
