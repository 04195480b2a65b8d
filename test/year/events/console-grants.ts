import { allow } from '../console.ts'
import { keyOf, type Outside } from '../outside.ts'
import { PEOPLE, SYSTEMS } from '../world.ts'
import type { YearEvent } from './index.ts'

/** Somebody gives access by hand in an account's console. */
export const consoleGrants: YearEvent = {
  kind: 'access by hand',
  perDay: 0.3,
  happen: async (year) => {
    const { console, dice, model, now } = year
    const system = dice.pick(SYSTEMS)
    const iam = console.of(system)
    const kind = dice.pick(['attached', 'inline', 'member', 'user'] as const)
    const name = dice.pick(PEOPLE.slice(20).filter(({ systems }) => systems.includes(system))).id
    const n = year.next()
    const one = (principal: string, needle: string): void => {
      const known = year.dated.get(keyOf({ system, principal, needle })) ?? null
      const fresh = { earliest: null, latest: null, revokedAt: null, tolerated: null }
      const made: Outside = { system, principal, needle, kind, made: now, known, ...fresh }
      year.outside.push(made)
      year.touched.add(`${system} ${principal}`)
    }
    const user = console.look(system).users.find((each) => each.name === name)
    switch (kind) {
      case 'attached':
        if ((user?.attached.length ?? 9) > 0) return null
        await iam.attachUserPolicy({
          UserName: name,
          PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess'
        })
        one(`user/${name}`, 'AdministratorAccess')
        break
      case 'inline':
        await iam.putUserPolicy({ UserName: name, PolicyName: `by-hand-${n}`, PolicyDocument: allow('s3:*') })
        one(`user/${name}`, `by-hand-${n}`)
        break
      case 'member': {
        const asked = [...model.grants.values()].some(
          ({ item, subject }) => item === 'auditors' && subject === name
        )
        if (
          asked ||
          (user?.groups.length ?? 9) > 0 ||
          [...year.busy].some((path) => path.endsWith(`/auditors/${name}.yaml`))
        )
          return null
        await iam.addUserToGroup({ UserName: name, GroupName: 'auditors' })
        one(`user/${name}`, 'auditors')
        break
      }
      case 'user':
        await iam.createUser({ UserName: `shadow-${n}` })
        await iam.putUserPolicy({ UserName: `shadow-${n}`, PolicyName: 'all', PolicyDocument: allow('*') })
        one(`user/shadow-${n}`, `shadow-${n}`)
    }
    return `${system} ${kind} ${name} ${n}`
  }
}
