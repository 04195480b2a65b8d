import type { ErrorObject } from 'ajv'

/** A branch of a union as its schema describes it; as much of it as telling branches apart needs. */
interface Branch {
  readonly type?: string
  readonly properties?: Readonly<Record<string, unknown>>
  readonly required?: readonly string[]
  readonly items?: { readonly type?: string }
}

/**
 * ajv tells of every branch of a union that did not fit. People mean one of them: the errors of that one stay, those of
 * the others go, and the union's own error stays only where no branch can be told to be meant.
 */
export function settleUnions(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  let rest = errors
  // From the outermost union inwards: what a branch not meant says of its inner unions goes with it.
  const unions = errors
    .filter((e) => e.keyword === 'anyOf')
    .toSorted((a, b) => a.schemaPath.length - b.schemaPath.length)
  for (const union of unions) {
    if (!rest.includes(union)) continue
    const branches: readonly Branch[] = Array.isArray(union.schema) ? union.schema : []
    const meant = branchMeant(branches, union.data)
    rest = rest.filter((error) => {
      if (error === union) return meant === null
      const branch = branchOf(error, union)
      return branch === null || branch === meant
    })
  }
  return rest.filter((error) => !(error.keyword === 'propertyNames' && hasOwnReason(error, rest)))
}

/** The branch of a union that an error came from; null if it came from elsewhere. */
function branchOf(error: ErrorObject, union: ErrorObject): number | null {
  if (!error.instancePath.startsWith(union.instancePath)) return null
  if (!error.schemaPath.startsWith(`${union.schemaPath}/`)) return null
  return Number(error.schemaPath.slice(union.schemaPath.length + 1).split('/')[0])
}

/** ajv repeats a bad key's error as one about `propertyNames`; the first says why. */
function hasOwnReason(error: ErrorObject, all: readonly ErrorObject[]): boolean {
  const name: unknown = error.params['propertyName']
  return all.some(
    (other) => other !== error && other.propertyName === name && other.instancePath === error.instancePath
  )
}

/** Which branch a value is meant to be; null if it could be none or several. */
function branchMeant(branches: readonly Branch[], data: unknown): number | null {
  if (Array.isArray(data)) {
    const first = typeof (data[0] as unknown)
    const wanted = Array.isArray(data[0]) ? 'array' : first
    return only(branches.map((branch) => branch.type === 'array' && branch.items?.type === wanted))
  }
  if (typeof data !== 'object' || data === null)
    return only(branches.map((branch) => branch.type === typeof data))
  return only(
    branches.map(
      (branch) => branch.type === 'object' && signs(branch, branches).some((key) => Object.hasOwn(data, key))
    )
  )
}

/** The keys that only this branch has: whoever writes one of them means it. */
function signs(branch: Branch, branches: readonly Branch[]): readonly string[] {
  const others = branches.filter((other) => other !== branch)
  return Object.keys(branch.properties ?? {}).filter(
    (key) => !others.some((other) => Object.hasOwn(other.properties ?? {}, key))
  )
}

/** The index of the only true one. */
function only(fits: readonly boolean[]): number | null {
  return fits.filter(Boolean).length === 1 ? fits.indexOf(true) : null
}
