import type { Book } from '../book/book.ts'
import { entitlementName, type EntitlementName } from '../book/ids.ts'
import { identify } from '../book/paths.ts'
import type { Tree } from '../book/tree.ts'

const cache = new WeakMap<Tree, ReadonlySet<EntitlementName>>()

/** Every entitlement that has a file, valid or not. Gone through once for each tree. */
export function entitlementNames(tree: Tree): ReadonlySet<EntitlementName> {
  const known = cache.get(tree)
  if (known) return known
  const found = new Set<EntitlementName>()
  for (const path of tree.entries.keys()) {
    const identity = path.endsWith('/entitlement.yaml') ? identify(path) : null
    if (identity?.kind === 'entitlement') found.add(entitlementName(identity.system, identity.id))
  }
  cache.set(tree, found)
  return found
}

/** Whether what all entitlements say is known: none was refused, and none was left unread. */
export function knowsAllEntitlements({ entitlements, tree }: Book): boolean {
  return entitlements.size === entitlementNames(tree).size
}
