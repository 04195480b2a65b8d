import { withActors } from '../book/acting.ts'
import type { Book } from '../book/book.ts'
import { bundlesWith } from '../book/bundles.ts'
import { entitlementName, type EntitlementName } from '../book/ids.ts'
import { identify } from '../book/paths.ts'
import type { Tree } from '../book/tree.ts'
import { keepersOf } from './people.ts'

const cache = new WeakMap<Tree, ReadonlyMap<EntitlementName, ReadonlySet<string>>>()

/** Subjects of all grants of a tree, by entitlement: names tell it, no grant is read. Gone through once for each tree. */
function subjectsByEntitlement(tree: Tree): ReadonlyMap<EntitlementName, ReadonlySet<string>> {
  const known = cache.get(tree)
  if (known) return known
  const found = new Map<EntitlementName, Set<string>>()
  for (const path of tree.entries.keys()) {
    const identity = identify(path)
    if (identity?.kind !== 'grant' && identity?.kind !== 'emergency') continue
    const name = entitlementName(identity.system, identity.entitlement)
    const subjects = found.get(name)
    if (subjects) subjects.add(identity.subject)
    else found.set(name, new Set([identity.subject]))
  }
  cache.set(tree, found)
  return found
}

/**
 * Everybody who can act by one of these entitlements, directly, by a bundle, or as a workload that they own or back up or
 * that such a workload can run; whether or not the time has come. Null for the entitlements: any at all.
 */
export function peopleHolding(book: Book, names: ReadonlySet<EntitlementName> | null): ReadonlySet<string> {
  const subjects = new Set<string>()
  const all = subjectsByEntitlement(book.tree)
  const wanted = names ? withBundles(book, names) : all.keys()
  for (const name of wanted) for (const subject of all.get(name) ?? []) subjects.add(subject)
  return peopleBehind(book, subjects)
}

function withBundles(book: Book, names: ReadonlySet<EntitlementName>): ReadonlySet<EntitlementName> {
  const found = new Set(names)
  for (const name of names) for (const bundle of bundlesWith(book, name)) found.add(bundle)
  return found
}

/** People among the subjects, and whoever can act as the workloads among them. */
export function peopleBehind(book: Book, subjects: ReadonlySet<string>): ReadonlySet<string> {
  const people = new Set<string>()
  for (const subject of withActors(book, subjects)) {
    if (book.people.has(subject)) people.add(subject)
    for (const keeper of keepersOf(book, subject)) people.add(keeper)
  }
  return people
}
