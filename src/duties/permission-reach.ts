import { append } from '../book/append.ts'
import type { Book } from '../book/book.ts'
import type { Documents, KnownPrincipal, PolicyStatement } from '../connectors/connector.ts'
import type { Connected } from '../findings/context.ts'
import { holdingsOver, type Held } from './held-over.ts'
import type { Holdings } from './holdings.ts'
import type { Identity, Role, Roles, StatementSource } from './permissions/types.ts'
import type { RuleGroup } from './rules.ts'

/** One system in which permissions are judged. */
export interface Account {
  readonly system: string
  readonly connected: Connected
  /** Null: live state wasn't read, and what grants say is all that is known. */
  readonly documents: Documents | null
}

/**
 * Everything that a subject can start as in a system, itself and as the workloads that it can act as: once for each stretch
 * of time in which that is more than in any other. What it holds in turns is never counted together.
 */
export function standpoints(
  subject: string,
  group: Pick<RuleGroup, 'self' | 'through'>,
  holdings: Holdings,
  { book, account }: { readonly book: Book; readonly account: Account }
): readonly (readonly Identity[])[] {
  const held = holdings.carriers(subject, group).flatMap(({ id, until }) =>
    holdings
      .conferred(id)
      .filter(
        ({ entitlement }) => entitlement.system === account.system && entitlement.data.target !== undefined
      )
      .map((conferred) => ({ ...conferred, until: Math.min(conferred.until, until), carrier: id }))
  )
  return holdingsOver(held).map((together) => identitiesOf(together, book, account))
}

function identitiesOf(held: readonly Held[], book: Book, account: Account): readonly Identity[] {
  const byCarrier = new Map<string, Held[]>()
  for (const one of held) append(byCarrier, one.carrier, one)
  return [...byCarrier].map(([carrier, list]) => identityOf(carrier, list, book, account))
}

function identityOf(
  carrier: string,
  held: readonly Held[],
  book: Book,
  { system, connected: { core, system: context }, documents }: Account
): Identity {
  const accounts = (book.people.get(carrier) ?? book.workloads.get(carrier))?.data.accounts
  const account = accounts && Object.hasOwn(accounts, system) ? accounts[system] : undefined
  const valid = account !== undefined && core.checkAccount(account, context).length === 0
  const name = valid ? core.arnOf(account, context) : carrier
  const known = documents && valid ? documents.principal(name) : null
  const sources: StatementSource[] = (known?.sources ?? []).map((source) => ({ ...source, grant: null }))
  const assumes: { readonly role: string; readonly grant: string | null }[] = []
  const unread = [...(known?.unread ?? [])]
  for (const { grant, entitlement } of held) {
    const target = entitlement.data.target
    const conferral = core.checkTarget(target, context).length === 0 ? core.confers(target) : null
    if (!conferral) {
      unread.push(`what ${entitlement.name} allows`)
      continue
    }
    sources.push({ grant: grant.path, what: entitlement.name, statements: conferral.statements })
    for (const role of conferral.assumes) assumes.push({ role, grant: grant.path })
    for (const group of conferral.groups) {
      const policies = documents?.group(group)
      if (!policies || policies.unread.length > 0) unread.push(`policies of group ${group}`)
      for (const source of policies?.sources ?? [])
        sources.push({ ...source, statements: source.statements.map(withForeignDates), grant: grant.path })
    }
  }
  return { name, sources, boundary: known?.boundary ?? null, unread, assumes }
}

/** Dates in a policy that isn't ours are conditions like any other; in a statement of a grant they are the grant's window. */
function withForeignDates(statement: PolicyStatement): PolicyStatement {
  const conditions = Object.entries(statement.conditions).map(([operator, keys]) => [
    operator,
    Object.fromEntries(
      Object.entries(keys).map(([key, values]) => [
        key.toLowerCase() === 'aws:currenttime' ? `${key} of a foreign policy` : key,
        values
      ])
    )
  ])
  return { ...statement, conditions: Object.fromEntries(conditions) }
}

/** The roles of a system, as far as live state was read. */
export function rolesOf({ documents }: Account): Roles {
  return {
    role: (arn) => {
      const known = documents?.principal(arn)
      return known ? roleOf(arn, known) : null
    },
    known: documents?.roles ?? []
  }
}

function roleOf(arn: string, { sources, boundary, unread, trusts }: KnownPrincipal): Role {
  return {
    name: arn,
    sources: sources.map((source) => ({ ...source, grant: null })),
    boundary,
    unread,
    assumes: [],
    trusts
  }
}
