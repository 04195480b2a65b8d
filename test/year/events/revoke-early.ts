import { ownerOf, touch } from '../compose.ts'
import { TEAMS } from '../world.ts'
import type { YearEvent } from './index.ts'

/** A grant is given up before its time: its file is deleted by pull request. */
export const revokeEarly: YearEvent = {
  kind: 'revoke early',
  perDay: 0.3,
  happen: (year) => {
    const { dice, hands, model, now } = year
    const standing = [...model.grants.values()].filter(
      ({ expires, kind, path }) =>
        kind === 'grant' && expires > now && !year.busy.has(path) && !model.unapproved.has(path)
    )
    if (standing.length === 0) return null
    const grant = dice.pick(standing)
    const branch = `revoke-${year.next()}`
    const by = dice.pick(TEAMS['security'] ?? [])
    hands.push(by, branch, { [grant.path]: null })
    year.busy.add(grant.path)
    year.changes.push({
      number: hands.open(by, branch, 'Give up access'),
      paths: [grant.path],
      approvers: [ownerOf(year, grant.system)],
      due: now,
      wanted: () => true,
      effect: () => {
        model.grants.delete(grant.path)
        touch(year, grant)
      }
    })
    return grant.path
  }
}
