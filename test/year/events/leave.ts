import { dayFrom, systemsOf } from '../compose.ts'
import { PEOPLE, personFile, TEAMS, WORKLOADS } from '../world.ts'
import type { Year } from '../year.ts'
import { numberIn } from './request-by-command.ts'
import type { YearEvent } from './index.ts'

/** Somebody leaves on a day to come: it is written into their file, by hand or with `grantbook offboard`. */
export const leave: YearEvent = {
  kind: 'leave',
  perDay: 0.12,
  happen: async (year) => {
    const { dice, hands, model, now, scene } = year
    const id = dice.pick(model.askers(now))
    const person = PEOPLE.find((one) => one.id === id)
    const path = `grants/people/${id}.yaml`
    if (!person || year.busy.has(path)) return null
    const end = dayFrom(now, dice.between(0, 6))
    const by = TEAMS['security']?.[0] ?? ''
    if (dice.chance(0.2)) {
      const { err, out, status } = await scene.runAs(
        `${by}-acme`,
        'offboard',
        id,
        '--ends',
        end.text,
        '--format',
        'json'
      )
      if (status !== 0) throw new Error(`offboard: ${out}${err}`)
      landLeave(year, numberIn(out), id, end.at)
      return `${id} by command`
    }
    const branch = `leave-${year.next()}`
    hands.push(by, branch, { [path]: personFile(person, end.text) })
    landLeave(year, hands.open(by, branch, 'Somebody leaves'), id, end.at)
    return id
  }
}

function landLeave(year: Year, number: number, id: string, at: number): void {
  const path = `grants/people/${id}.yaml`
  year.busy.add(path)
  year.changes.push({
    number,
    paths: [path],
    approvers: [year.dice.pick(TEAMS['access-governance'] ?? [])],
    due: year.now,
    wanted: () => true,
    effect: () => {
      year.model.ends.set(id, at)
      for (const system of systemsOf(id)) year.touched.add(`${system} user/${id}`)
      for (const one of WORKLOADS)
        if (one.owner === id || one.backup === id) year.touched.add(`${one.system} role/ci/${one.id}`)
    }
  })
}
