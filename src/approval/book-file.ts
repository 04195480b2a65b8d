import type { Book, Entry, Grant } from '../book/book.ts'
import { entitlementName } from '../book/ids.ts'
import type { FileOf } from '../book/kinds/index.ts'
import { identify, type Kind } from '../book/paths.ts'

type Other = Exclude<Kind, 'grant' | 'emergency'>

/** One valid file with its kind. Of a grant the whole file is in {@link Grant}. */
export type BookFile =
  | { readonly kind: 'grant' | 'emergency'; readonly data: Grant }
  | { readonly [K in Other]: { readonly kind: K; readonly id: string; readonly data: FileOf<K> } }[Other]

/** The valid file at a path; null if there is none, or if it was refused. */
export function fileAt(book: Book, path: string): BookFile | null {
  const identity = identify(path)
  if (!identity) return null
  const { kind } = identity
  switch (kind) {
    case 'grant':
    case 'emergency': {
      const grant = book.grants.get(path)
      return grant ? { kind, data: grant } : null
    }
    case 'settings':
      return made(kind, book.settings, path)
    case 'person':
      return made(kind, book.people.get(identity.id), path)
    case 'workload':
      return made(kind, book.workloads.get(identity.id), path)
    case 'rule':
      return made(kind, book.rules.get(identity.id), path)
    case 'exception':
      return made(kind, book.exceptions.get(identity.id), path)
    case 'system':
      return made(kind, book.systems.get(identity.id), path)
    case 'suspension':
      return made(kind, book.suspensions.get(identity.id), path)
    case 'entitlement':
      return made(kind, book.entitlements.get(entitlementName(identity.system, identity.id)), path)
    case 'out-of-band':
      return made(kind, book.outOfBand.get(path), path)
    case 'retrospective':
    default:
      return made(kind, book.retrospectives.get(path), path)
  }
}

/** Ids are unique in a book, but the file may be another one of the same name elsewhere. */
function made<K extends Other>(
  kind: K,
  entry: Entry<FileOf<K>> | null | undefined,
  path: string
): { readonly kind: K; readonly id: string; readonly data: FileOf<K> } | null {
  return entry?.path === path ? { kind, id: entry.id, data: entry.data } : null
}
