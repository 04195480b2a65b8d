import type { Year } from '../year.ts'
import { SYSTEMS, type SystemId } from '../world.ts'

/** One thing of ours that stands for somebody, read from the account's state by none of the connector's code. */
export interface Found {
  readonly system: SystemId
  readonly principal: string
  /** Beginning of the Sid, up to its number; `member`: a membership of the group. */
  readonly sid: string
  readonly from: string | null
  readonly until: string | null
  /** What it lets do, and on what. */
  readonly body: string
}

/** Everything of ours that stands in all accounts. What has no date, or isn't written as ours, has none either. */
export function foundOf({ console }: Year): readonly Found[] {
  return SYSTEMS.flatMap((system) => {
    const { policies, roles, users } = console.look(system)
    const holders = [
      ...users.map((user) => ({ principal: `user${user.path}${user.name}`, ...user })),
      ...roles.map((role) => ({ principal: `role${role.path}${role.name}`, ...role, groups: [] }))
    ]
    return holders.flatMap(({ attached, groups, inline, principal }) => {
      const managed = attached.flatMap((arn) =>
        policies.filter((policy) => policy.arn === arn && policy.path.startsWith('/grantbook-'))
      )
      const documents = [
        ...inline.filter(({ name }) => name.startsWith('grantbook-')).map(({ document }) => document),
        ...managed.map(
          ({ defaultVersion, versions }) => versions.find(({ id }) => id === defaultVersion)?.document ?? '{}'
        )
      ]
      return [
        ...documents.flatMap((text) =>
          statementsIn(text).map((statement) => ({ system, principal, ...statement }))
        ),
        ...groups.map((group): Found => ({
          system,
          principal,
          sid: 'member',
          from: null,
          until: null,
          body: group
        }))
      ]
    })
  })
}

type Parts = Omit<Found, 'system' | 'principal'>

function statementsIn(text: string): readonly Parts[] {
  const { Statement = [] } = JSON.parse(text) as { Statement?: readonly Record<string, unknown>[] }
  return Statement.map((one) => {
    const { Action, Condition, Effect, Resource, Sid } = one
    const date = (operator: string): string | null => {
      const keys = new Map(Object.entries(Condition ?? {})).get(operator)
      const value: unknown = new Map(Object.entries((keys ?? {}) as object)).get('aws:CurrentTime')
      return typeof value === 'string' ? value : null
    }
    return {
      sid: String(Sid).replace(/\d+$/u, ''),
      from: date('DateGreaterThanEquals'),
      until: date('DateLessThan'),
      body: `${String(Effect)} ${String(Action)} ${String(Resource)}`
    }
  })
}
