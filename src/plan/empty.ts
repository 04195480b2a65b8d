import type { Book } from '../book/book.ts'
import { identify, SETTINGS_PATH, type Kind } from '../book/paths.ts'
import type { Tree } from '../book/tree.ts'

/**
 * Why a tree can't be the whole organisation, in words; null if it can. A checkout that lost a folder looks like a
 * tree in which everybody was removed: of those two, only the first is likely, and only the second may revoke.
 */
export function emptiness(book: Book): string | null {
  const refused = (...kinds: readonly Kind[]): boolean => {
    for (const identity of book.invalid.values()) if (identity && kinds.includes(identity.kind)) return true
    return false
  }
  if (!book.settings && !refused('settings')) return `"${SETTINGS_PATH}" is missing`
  if (book.people.size + book.workloads.size === 0 && !refused('person', 'workload'))
    return 'there are neither people nor workloads'
  if (book.entitlements.size === 0 && !refused('entitlement')) return 'there are no entitlements'
  return null
}

/** The same by paths alone, for a tree that nobody has read. */
export function emptyTree({ entries }: Tree): string | null {
  let [subjects, entitlements] = [false, false]
  for (const path of entries.keys()) {
    const kind = identify(path)?.kind
    subjects ||= kind === 'person' || kind === 'workload'
    entitlements ||= kind === 'entitlement'
    if (subjects && entitlements) break
  }
  if (!entries.has(SETTINGS_PATH)) return `"${SETTINGS_PATH}" is missing`
  if (!subjects) return 'there are neither people nor workloads'
  return entitlements ? null : 'there are no entitlements'
}
