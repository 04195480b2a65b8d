import { fileAt } from '../../approval/book-file.ts'
import { resolveEntitlement } from '../../book/bundles.ts'
import type { Book } from '../../book/book.ts'
import { entitlementName, type EntitlementName } from '../../book/ids.ts'
import { identify } from '../../book/paths.ts'
import { RISKS } from '../../book/risks.ts'

/** Whose approval a path needs, by the approved files: computed here once more, on purpose not by the code that decided. */
export interface Required {
  /** Teams and logins whose approval may count. */
  readonly owners: ReadonlySet<string>
  /** Distinct people. */
  readonly count: number
  /** One of each must be among them. */
  readonly each: readonly (readonly string[])[]
}

/**
 * Who must approve a change of one path. `before`: the approved files that it is judged against; `next`: the path's new
 * content alone, null for a deletion. Null where the approved files don't tell: there are no settings.
 */
export function requiredFor(path: string, before: Book, next: Book | null): Required | null {
  const settings = before.settings?.data
  const identity = identify(path)
  if (!settings || !identity) return null
  const governance: Required = { owners: new Set([settings.governance]), count: 1, each: [] }
  switch (identity.kind) {
    case 'grant': {
      const name = entitlementName(identity.system, identity.entitlement)
      return ofGrant(before, name, governance)
    }
    case 'emergency': {
      const entitlement = before.entitlements.get(entitlementName(identity.system, identity.entitlement))
      const approvers = entitlement?.data.emergency?.approvers
      return approvers ? { owners: new Set(approvers), count: 1, each: [] } : governance
    }
    case 'suspension':
      return { owners: new Set([settings.security]), count: 1, each: [] }
    case 'out-of-band':
      return withOwner(before, before.systems.get(identity.system)?.data.owner, governance)
    case 'retrospective': {
      const name = entitlementName(identity.system, identity.entitlement)
      return withOwner(before, before.entitlements.get(name)?.data.owner, governance)
    }
    case 'entitlement':
      return ofEntitlement(before, next, path, governance)
    case 'settings':
    case 'person':
    case 'workload':
    case 'rule':
    case 'exception':
    case 'system':
    default:
      return governance
  }
}

function ofGrant(before: Book, name: EntitlementName, governance: Required): Required {
  const entitlement = before.entitlements.get(name)
  // A grant that comes together with its entitlement: nobody owns that yet, so governance does.
  if (!entitlement) return governance
  const groups = entitlement.data.approvers.map((one) => (typeof one === 'string' ? null : one))
  return {
    owners: new Set(entitlement.data.approvers.flat()),
    count: resolveEntitlement(before, name)?.terms?.approvals ?? 1,
    each: groups.filter((group) => group !== null)
  }
}

/** As many as the stricter of its old and its new tier; besides governance, whoever answers for what it newly includes. */
function ofEntitlement(before: Book, next: Book | null, path: string, governance: Required): Required {
  const [old, now] = [fileAt(before, path), next && fileAt(next, path)]
  const tiers = new Set([old, now].flatMap((file) => (file?.kind === 'entitlement' ? [file.data.risk] : [])))
  const risk = RISKS.findLast((one) => tiers.has(one))
  const includes = now?.kind === 'entitlement' ? (now.data.includes ?? []) : []
  const approvers = includes.flatMap((include) => {
    const [system = '', id = ''] = include.split('/')
    return before.entitlements.get(entitlementName(system, id))?.data.approvers.flat() ?? []
  })
  return {
    owners: new Set([...governance.owners, ...approvers]),
    count: risk ? (before.settings?.data.risk[risk].approvals ?? 1) : 1,
    each: [[...governance.owners]]
  }
}

function withOwner(before: Book, person: string | undefined, governance: Required): Required {
  const login = person === undefined ? undefined : before.people.get(person)?.data.github
  return login === undefined
    ? governance
    : { ...governance, owners: new Set([...governance.owners, `@${login}`]) }
}
