import { allow } from '../console.ts'
import { isMembership } from '../model.ts'
import type { YearEvent } from './index.ts'

/** Somebody changes by hand what is ours: takes a policy away, writes more into it. */
export const consoleTampers: YearEvent = {
  kind: 'spoil what is ours',
  perDay: 0.15,
  happen: async (year) => {
    const { console, dice, expected } = year
    const there = [...expected.sure.values()].filter(
      ({ item, principal }) => !isMembership(item) && principal.startsWith('user/')
    )
    if (there.length === 0 || expected.tried.length > 0) return null
    const { principal, system } = dice.pick(there)
    const UserName = principal.slice('user/'.length)
    const PolicyName = console
      .look(system)
      .users.find(({ name }) => name === UserName)
      ?.inline.find(({ name }) => name.startsWith('grantbook-'))?.name
    if (PolicyName === undefined) return null
    const iam = console.of(system)
    const wider = dice.chance(0.5)
    if (wider) await iam.putUserPolicy({ UserName, PolicyName, PolicyDocument: allow('*') })
    else await iam.deleteUserPolicy({ UserName, PolicyName })
    year.tampered.add(`${system} ${principal}`)
    year.touched.add(`${system} ${principal}`)
    return `${system} ${principal} ${wider ? 'wider' : 'gone'}`
  }
}
