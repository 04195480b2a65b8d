import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { ACCOUNT, INSTANCE } from '../connectors/aws-iam/support.ts'

type Snapshot = ReturnType<Sandbox['snapshot']>

/** Statements with effect, by holder: canonical texts, with and without their Sids. */
export type Effective = ReadonlyMap<string, ReadonlySet<string>>

/** Everything of ours that has effect now, read straight from the account's state and by none of the connector's code. */
export function effective(snapshot: Snapshot): Effective {
  const documents = new Map(
    snapshot.policies.map((policy) => [
      policy.arn,
      policy.versions.find((version) => version.id === policy.defaultVersion)?.document ?? ''
    ])
  )
  const holders = [
    ...snapshot.users.map((user) => ({ name: `user${user.path}${user.name}`, holder: user })),
    ...snapshot.roles.map((role) => ({ name: `role${role.path}${role.name}`, holder: role })),
    ...snapshot.groups.map((group) => ({ name: `group/${group.name}`, holder: group }))
  ]
  return new Map(
    holders.map(({ name, holder }) => {
      const texts = [
        ...holder.inline.filter((policy) => policy.name === INSTANCE).map((policy) => policy.document),
        ...holder.attached.filter((arn) => isOurs(arn)).map((arn) => documents.get(arn) ?? '')
      ]
      return [name, new Set(texts.flatMap(statements))]
    })
  )
}

function isOurs(arn: string): boolean {
  return arn.startsWith(`arn:aws:iam::${ACCOUNT}:policy/${INSTANCE}/`)
}

function statements(document: string): readonly string[] {
  return (JSON.parse(document) as { Statement: object[] }).Statement.map((statement) =>
    JSON.stringify(statement)
  )
}

/** Everything that isn't ours, byte for byte, except the memberships of the given groups. */
export function foreign(snapshot: Snapshot, ownGroups: readonly string[]): string {
  const holder = (each: { inline: readonly { name: string }[]; attached: readonly string[] }): object => ({
    ...each,
    inline: each.inline.filter((policy) => policy.name !== INSTANCE),
    attached: each.attached.filter((arn) => !isOurs(arn))
  })
  return JSON.stringify({
    users: snapshot.users.map((user) => ({
      ...holder(user),
      groups: user.groups.filter((group) => !ownGroups.includes(group))
    })),
    roles: snapshot.roles.map(holder),
    groups: snapshot.groups.map(holder),
    policies: snapshot.policies.filter((policy) => !isOurs(policy.arn)),
    others: [snapshot.saml, snapshot.oidc]
  })
}

/** Managed policies of ours that are attached to nobody, or have versions that could be brought back. */
export function leftovers(snapshot: Snapshot): readonly string[] {
  const attached = new Set(
    [...snapshot.users, ...snapshot.roles, ...snapshot.groups].flatMap((each) => each.attached)
  )
  return snapshot.policies
    .filter((policy) => isOurs(policy.arn) && (!attached.has(policy.arn) || policy.versions.length > 1))
    .map((policy) => policy.arn)
}

/** Text of a statement without its Sid: what it allows and when. */
export function sidless(statement: string): string {
  const { Sid: _, ...rest } = JSON.parse(statement) as Record<string, unknown>
  return JSON.stringify(rest)
}

/**
 * What must hold at every moment of bringing `before` to `after`.
 * `gone`: statements seen to be gone, which may never come back; it grows from call to call.
 */
export function violations(
  now: Effective,
  before: Effective,
  after: Effective,
  gone: Map<string, Set<string>>
): readonly string[] {
  const found: string[] = []
  for (const [name, texts] of now) {
    const [old, next] = [before.get(name) ?? new Set<string>(), after.get(name) ?? new Set<string>()]
    const lost = gone.get(name) ?? new Set<string>()
    gone.set(name, lost)
    for (const text of texts) {
      if (!old.has(text) && !next.has(text)) found.push(`${name}: unknown statement ${text}`)
      if (!next.has(text) && lost.has(text)) found.push(`${name}: revoked statement is back: ${text}`)
      if (
        next.has(text) &&
        !/"DateLessThan":\{"aws:CurrentTime":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"\}/u.test(text)
      )
        found.push(`${name}: undated ${text}`)
    }
    for (const text of old) if (!texts.has(text) && !next.has(text)) lost.add(text)
    const allowed = new Set([...texts].map(sidless))
    const wanted = new Set([...next].map(sidless))
    for (const text of old) {
      const body = sidless(text)
      if (wanted.has(body) && !allowed.has(body)) found.push(`${name}: kept statement is absent: ${text}`)
    }
    // Extended: the old dates or the new ones stand at every moment.
    for (const text of next) {
      const sid = (JSON.parse(text) as { Sid: string }).Sid
      const previous = [...old].find((each) => (JSON.parse(each) as { Sid?: string }).Sid === sid)
      if (previous === undefined || !isExtended(text, previous)) continue
      if (!allowed.has(sidless(text)) && !allowed.has(sidless(previous)))
        found.push(`${name}: extended grant is absent: ${sid}`)
    }
  }
  return found
}

function isExtended(next: string, previous: string): boolean {
  const mask = (text: string): string =>
    text.replace(/"DateLessThan":\{"aws:CurrentTime":"[^"]*"\}/u, '"until"')
  const until = (text: string): string =>
    /"DateLessThan":\{"aws:CurrentTime":"([^"]*)"\}/u.exec(text)?.[1] ?? ''
  return mask(next) === mask(previous) && until(next) > until(previous)
}
