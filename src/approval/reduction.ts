import type { Book, Grant } from '../book/book.ts'
import { resolveEntitlement } from '../book/bundles.ts'
import { entitlementName, type EntitlementName } from '../book/ids.ts'
import { readInstant, writeInstant } from '../book/instant.ts'
import type { OutOfBand } from '../book/kinds/out-of-band.ts'
import type { Person } from '../book/kinds/person.ts'
import { identify } from '../book/paths.ts'
import { filesNamed } from '../book/tree.ts'
import { fileAt, type BookFile } from './book-file.ts'
import { sameMeaning } from './same.ts'

/**
 * Whether a change of one path only takes access away, judged against its approved form (in `before`): then what it
 * does, in words, else null. Both books must hold the path's file, if it is valid, and all entitlements.
 *
 * A file whose end would take a Deny away is none: that would give access.
 */
export function reductionOf(path: string, before: Book, after: Book): string | null {
  const approved = fileAt(before, path)
  const next = fileAt(after, path)
  // Whatever can't be read isn't known to take only away.
  if ((approved === null) !== !before.tree.entries.has(path)) return null
  if ((next === null) !== !after.tree.entries.has(path)) return null
  if (modeOf(before, path) !== modeOf(after, path) && approved && next) return null
  const what = isReduction(approved, next)
  return what !== null && !losesDeny(path, before) ? what : null
}

/** The same for two contents alone (null: no file): what it does, in words, or null. Knows nothing of targets. */
export function isReduction(approved: BookFile | null, next: BookFile | null): string | null {
  if (!approved) return next?.kind === 'suspension' ? `Suspends "${next.id}".` : null
  const { kind } = approved
  if (!next)
    return kind === 'grant' || kind === 'emergency' || kind === 'out-of-band' ? 'Deletes the file.' : null
  if ((kind === 'grant' || kind === 'emergency') && (next.kind === 'grant' || next.kind === 'emergency'))
    return kind === next.kind ? shorter(approved.data, next.data) : null
  if (kind === 'person' && next.kind === 'person') return leaves(approved.data, next.data)
  if (kind === 'out-of-band' && next.kind === 'out-of-band') return decided(approved.data, next.data)
  return null
}

/** `blob` names the text, `expires` and `starts` are judged by themselves; everything else must say the same. */
function undated(grant: Grant): Grant {
  return { ...grant, blob: '', expires: null, starts: null }
}

function shorter(approved: Grant, next: Grant): string | null {
  if (!sameMeaning(undated(approved), undated(next))) return null
  if (approved.expires === null || next.expires === null) return null
  const starts = laterStart(approved, next)
  if (starts === null || next.expires > approved.expires) return null
  const parts = [
    ...(next.expires < approved.expires ? [`Ends at ${writeInstant(next.expires)} already.`] : []),
    ...starts
  ]
  return parts.length > 0 ? parts.join(' ') : null
}

/** What a later start does, in words; nothing if it stays; null if it isn't later, or isn't known. */
function laterStart(approved: Grant, next: Grant): readonly string[] | null {
  if (!approved.hasStarts) return []
  if (approved.starts === null || next.starts === null || next.starts < approved.starts) return null
  return next.starts > approved.starts ? [`Starts only at ${writeInstant(next.starts)}.`] : []
}

function leaves({ ends: was, ...approved }: Person, { ends, ...next }: Person): string | null {
  return ends !== undefined && sameMeaning(approved, next) ? earlier(was, ends) : null
}

function decided(approved: OutOfBand, next: OutOfBand): string | null {
  const { decision, expires, ...rest } = next
  const { decision: was, expires: ended, ...same } = approved
  if (!sameMeaning(same, rest)) return null
  const revokes = decision === 'revoke' && was !== 'revoke'
  if (!revokes && decision !== was) return null
  const sooner = earlier(ended, expires)
  if (sooner === null && !sameInstant(ended, expires)) return null
  const parts = [...(revokes ? ['Decides to revoke.'] : []), ...(sooner === null ? [] : [sooner])]
  return parts.length > 0 ? parts.join(' ') : null
}

function sameInstant(was: string, is: string): boolean {
  const at = readInstant(was, 'end')
  return at !== null && at === readInstant(is, 'end')
}

/** What an earlier end does, in words; null if it isn't earlier, or if one of the dates isn't real. */
function earlier(was: string | undefined, is: string): string | null {
  const next = readInstant(is, 'end')
  const approved = was === undefined ? Infinity : readInstant(was, 'end')
  return next !== null && approved !== null && next < approved
    ? `Ends at ${writeInstant(next)} already.`
    : null
}

function modeOf(book: Book, path: string): string | null {
  return book.tree.entries.get(path)?.mode ?? null
}

/** Whether the end of this file could take a Deny from somebody: by what its grants' targets say, bundles followed. */
function losesDeny(path: string, before: Book): boolean {
  const identity = identify(path)
  switch (identity?.kind) {
    case 'grant':
    case 'emergency':
      return holdsDeny(before, entitlementName(identity.system, identity.entitlement))
    case 'person':
    case 'suspension':
      return subjectsOf(before, identity.id).some((id) =>
        heldBy(before, id).some((name) => holdsDeny(before, name))
      )
    case undefined:
    case 'settings':
    case 'workload':
    case 'rule':
    case 'exception':
    case 'system':
    case 'entitlement':
    case 'out-of-band':
    case 'retrospective':
    default:
      return false
  }
}

/** Whose grants end when this one's do: the subject's own, and those of workloads that may become orphans by it. */
function subjectsOf(book: Book, id: string): readonly string[] {
  const owned = [...book.workloads.values()].filter(({ data }) => data.owner === id || data.backup === id)
  return [id, ...owned.map((workload) => workload.id)]
}

function heldBy(book: Book, subject: string): readonly EntitlementName[] {
  return filesNamed(book.tree, `${subject}.yaml`).flatMap(({ path }) => {
    const identity = identify(path)
    return identity?.kind === 'grant' || identity?.kind === 'emergency'
      ? [entitlementName(identity.system, identity.entitlement)]
      : []
  })
}

function holdsDeny(book: Book, name: EntitlementName): boolean {
  const resolved = resolveEntitlement(book, name)
  // Without its file nothing is known of the target, and nothing can have been issued by it either.
  return resolved?.targets.some(({ data }) => saysDeny(data.target)) ?? false
}

const DENY = /deny/iu

/** A target is its connector's own; wherever it says "deny", it may be one. */
function saysDeny(value: unknown): boolean {
  if (typeof value === 'string') return DENY.test(value)
  if (Array.isArray(value)) return value.some(saysDeny)
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([key, field]) => DENY.test(key) || saysDeny(field))
}
