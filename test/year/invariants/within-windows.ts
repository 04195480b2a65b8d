import { isMembership, principalOf } from '../model.ts'
import { ACCOUNTS, ITEMS, PEOPLE, roleArn, WORKLOADS, type SystemId } from '../world.ts'
import type { Invariant } from './index.ts'

const SAMPLE = 12

/**
 * IAM itself is asked, for everybody with whom anything happened and for some others: whoever may do something may do it by
 * what is approved and current, and where everything was told to be well, whoever should, may.
 */
export const withinWindows: Invariant = {
  name: 'access in IAM',
  check: (year) => {
    const { console, day, expected, now, outside, tampered, touched } = year
    const everybody = principals()
    const sample = Array.from(
      { length: SAMPLE },
      (_, n) => everybody[(day * SAMPLE + n) % everybody.length] ?? ''
    )
    const open = new Set(year.limbo.flatMap(({ paths }) => paths))
    const wrong: string[] = []
    for (const who of new Set([...touched, ...sample])) {
      const [system, principal] = who.split(' ') as [SystemId, string]
      if (tampered.has(who) || principal.includes('shadow')) continue
      // Whoever was made an administrator by hand may do anything until that is taken away.
      if (
        outside.some((one) => one.system === system && one.principal === principal && one.kind === 'attached')
      )
        continue
      const all = [expected.sure, ...expected.tried].map((map) =>
        [...map.values()].filter((one) => one.system === system && one.principal === principal)
      )
      for (const { id } of ITEMS.filter((item) => !isMembership(item.id))) {
        const [action, resource] = question(system, id)
        const may = console.may(system, principal, action, resource, now)
        const should = all.map((list) =>
          list.some(({ from, item, until }) => item === id && (from ?? 0) <= now && now < until)
        )
        if (may && !should.includes(true)) wrong.push(`${who} may still ${id}`)
        const inLimbo = all.some((list) => list.some(({ path }) => open.has(path)))
        if (!may && !inLimbo && should.every(Boolean)) wrong.push(`${who} may not ${id}`)
      }
    }
    return wrong
  }
}

function question(system: SystemId, id: string): readonly [string, string] {
  return id === 'logs' ? ['logs:GetLogEvents', '*'] : ['sts:AssumeRole', roleArn(ACCOUNTS[system], id)]
}

function principals(): readonly string[] {
  return [
    ...PEOPLE.flatMap(({ id, systems }) => systems.map((system) => `${system} ${principalOf(id)}`)),
    ...WORKLOADS.map(({ id, system }) => `${system} ${principalOf(id)}`)
  ]
}
