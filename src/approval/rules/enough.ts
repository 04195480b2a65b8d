import type { Book } from '../../book/book.ts'
import { resolveEntitlement, type Resolved } from '../../book/bundles.ts'
import { entitlementName, type EntitlementName } from '../../book/ids.ts'
import type { Entitlement } from '../../book/kinds/entitlement.ts'
import type { OwnersOf } from '../ownership.ts'
import type { ProofQuestion } from '../proof-input.ts'
import type { Requirement } from '../requirement.ts'
import type { Touched } from '../touched.ts'
import type { ProofReason } from '../verdict.ts'
import { emergencyRequirement } from './emergency.ts'

const RULE = 'enough'

/** What one path needs, each requirement by itself; or why nobody can approve it. */
export type Needs =
  | { readonly requirements: readonly Requirement[]; readonly reason: null }
  | { readonly requirements: null; readonly reason: ProofReason }

/**
 * Rule 5. Grants: as many distinct people as the tier asks; where `approvers` is a list of lists, one from each.
 * `entitlement.yaml`: as many as the stricter of its old and new tier. A grant whose entitlement is new: as many as its
 * tier, from governance. Everything else: one. Owners are those of the approved tree, by its generated CODEOWNERS.
 */
export function needsOf({ path, identity }: Touched, question: ProofQuestion, ownersOf: OwnersOf): Needs {
  const owners = ownersOf(path)?.owners ?? []
  if (owners.length === 0)
    return refuse(`Nobody owns ${path}, so nobody can approve it. Correct its folder or name.`)
  const { book, after } = question
  switch (identity?.kind) {
    case 'grant':
      return grantNeeds(entitlementName(identity.system, identity.entitlement), owners, question)
    case 'emergency': {
      const name = entitlementName(identity.system, identity.entitlement)
      const need = emergencyRequirement(book.entitlements.get(name), name)
      return 'rule' in need ? { requirements: null, reason: need } : allow([need])
    }
    case 'entitlement':
      return entitlementNeeds(entitlementName(identity.system, identity.id), owners, book, after)
    case undefined:
      return refuse(`${path} is no file that Grantbook knows. Correct its folder or name.`)
    case 'settings':
    case 'person':
    case 'workload':
    case 'rule':
    case 'exception':
    case 'system':
    case 'suspension':
    case 'out-of-band':
    case 'retrospective':
    default:
      return allow([{ groups: [owners], count: 1, why: 'One of its owners must approve.' }])
  }
}

function grantNeeds(name: EntitlementName, owners: readonly string[], { book, after }: ProofQuestion): Needs {
  const approved = resolveEntitlement(book, name)
  const next = resolveEntitlement(after, name)
  if (!approved && !next) return refuse(`${name} has no entitlement.yaml. Add it, or correct the folder.`)
  const terms = stricter([approved, next])
  if (terms === null)
    return refuse(
      `What ${name} demands can't be told, because it is not known as a whole. Mend what it includes.`
    )
  // Nobody approved yet who approves a new entitlement's grants: its own file can't say.
  const groups = approved ? groupsOf(approved.entitlement.data.approvers) : [owners]
  const why = `${name} is ${terms.risk}: ${people(terms.count, groups.length)} must approve.`
  return allow([{ groups, count: terms.count, why }])
}

function entitlementNeeds(name: EntitlementName, owners: readonly string[], book: Book, after: Book): Needs {
  const approved = resolveEntitlement(book, name)
  const next = resolveEntitlement(after, name)
  const terms = stricter([approved, next])
  if (terms === null)
    return refuse(
      `What ${name} demands can't be told, because it is not known as a whole. Mend what it includes.`
    )
  const known = new Set(approved?.all.map((member) => member.name))
  const added = (next?.all ?? []).filter((member) => member.name !== name && !known.has(member.name))
  const including = added.flatMap((member): readonly Requirement[] => {
    // What is new itself is governance's matter, which is asked anyway.
    const own = resolveEntitlement(book, member.name)
    const count = stricter([own])?.count
    if (!own || count === undefined) return []
    const groups = groupsOf(own.entitlement.data.approvers)
    const why = `It newly includes ${member.name}, whose approvers must agree: ${people(count, groups.length)}.`
    return [{ groups, count, why }]
  })
  const why = `${name} is ${terms.risk}: ${people(terms.count, 1)} must approve its definition.`
  return allow([{ groups: [owners], count: terms.count, why }, ...including])
}

/** The strictest of what they demand; null where one of them isn't known as a whole. */
function stricter(
  all: readonly (Resolved | null)[]
): { readonly count: number; readonly risk: string } | null {
  let found: { count: number; risk: string } | null = null
  for (const one of all) {
    if (!one) continue
    if (!one.terms || one.missing.length > 0 || one.cyclic) return null
    if (!found || one.terms.approvals > found.count)
      found = { count: one.terms.approvals, risk: one.terms.risk }
  }
  return found
}

function groupsOf(approvers: Entitlement['approvers']): Requirement['groups'] {
  const lists: string[][] = []
  const plain: string[] = []
  for (const one of approvers) {
    if (typeof one === 'string') plain.push(one)
    else lists.push(one)
  }
  return plain.length > 0 ? [...lists, plain] : lists
}

function people(count: number, groups: number): string {
  const distinct = Math.max(count, groups)
  const each = groups > 1 ? `, one of each of its ${groups} lists of approvers,` : ''
  return distinct === 1 ? 'one person' : `${distinct} different people${each}`
}

function allow(requirements: readonly Requirement[]): Needs {
  return { requirements, reason: null }
}

function refuse(why: string): Needs {
  return { requirements: null, reason: { rule: RULE, why, passing: false } }
}
