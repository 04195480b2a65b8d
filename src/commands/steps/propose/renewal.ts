import { posix, relative, resolve, sep } from 'node:path'
import { UsageError } from '../../../book/errors.ts'
import { readInstant, writeInstant, type Instant } from '../../../book/instant.ts'
import { identify, type PathIdentity } from '../../../book/paths.ts'
import { quote } from '../../../book/quote.ts'
import { sizeLimit } from '../../../book/size-limit.ts'
import { readYaml } from '../../../book/yaml/read.ts'
import { setField } from '../../../compose/set-field.ts'
import { ObjectReader } from '../../../io/git/cat-file.ts'
import { pathHistory } from '../../../io/git/history.ts'
import { endOption } from './dates.ts'
import { hint } from './names.ts'
import type { Stand } from './stand.ts'

type DatedIdentity =
  | Extract<PathIdentity, { readonly kind: 'grant' | 'emergency' }>
  | { readonly kind: 'workload'; readonly id: string }

/** A grant's or a workload's file that somebody names. */
export interface NamedFile {
  readonly path: string
  readonly identity: DatedIdentity
}

/** Whose file it is. */
export function subjectIn({ identity }: NamedFile): string {
  return identity.kind === 'workload' ? identity.id : identity.subject
}

/** What a path names, if files there have an end; null: they have none. */
function dated(path: string): DatedIdentity | null {
  const identity = identify(path)
  if (identity?.kind === 'grant' || identity?.kind === 'emergency') return identity
  return identity?.kind === 'workload' ? { kind: 'workload', id: identity.id } : null
}

/** Its text with the new end, or why it can't be renewed. */
export type Renewal =
  | {
      readonly path: string
      readonly text: string
      readonly before: Instant | null
      readonly after: Instant
      readonly removedBy: string | null
    }
  | { readonly refused: string }

/** The grants' and workloads' files that arguments name, from the repository's top or from the working directory. Throws UsageError. */
export function namedFiles(
  args: readonly string[],
  { root, source }: Stand,
  cwd: string
): readonly NamedFile[] {
  const files = args.map((given): NamedFile => {
    for (const from of [root, cwd]) {
      const path = relative(root, resolve(from, given)).split(sep).join(posix.sep)
      const identity = dated(path)
      if (identity) return { path, identity }
    }
    throw new UsageError(
      `${quote(given)} is not the file of a grant or a workload.${hint(given, similar(given, source.tree.entries.keys()))} Only what lies in grants/systems/ or grants/emergency/, below an entitlement, or in grants/workloads/ can be renewed.`
    )
  })
  return [...new Map(files.map((file) => [file.path, file])).values()]
}

/** Grants and workloads in the same folder or of the same name: only these can be meant. */
export function similar(given: string, paths: Iterable<string>): readonly string[] {
  const [folder, name] = [posix.dirname(given), posix.basename(given)]
  return [...paths].filter((path) => {
    return dated(path) !== null && (posix.dirname(path) === folder || posix.basename(path) === name)
  })
}

/**
 * One file with a new end, all else in it byte for byte as it was. One that left the default branch is taken from history.
 * Throws UsageError if there never was one, or for an end that can't be meant.
 */
export async function renewalOf(
  stand: Stand,
  { path, identity }: NamedFile,
  expires: string
): Promise<Renewal> {
  const { now, source } = stand
  const standing = source.tree.entries.has(path)
  const past = standing ? null : await lastForm(stand, path)
  const bytes = standing ? await source.bytes(path) : past?.bytes
  const text = bytes ? decoded(bytes) : null
  const data = bytes ? readYaml(bytes, sizeLimit(identity.kind)).data : null
  if (text === null || !data)
    return {
      refused: `${path} can’t be read as it ${standing ? 'stands on the default branch' : 'stood last'}. Mend it by hand: grantbook validate says what is wrong.`
    }
  const starts = dateOf(data['starts'], 'start')
  const end = endOption('--expires', expires, Math.max(starts ?? now, now), now)
  const before = dateOf(data['expires'], 'end')
  if (standing && before !== null && before >= end.at) {
    const when = writeInstant(before)
    return {
      refused:
        before === end.at
          ? `${path} ends at ${when} already.`
          : `${path} ends at ${when}, which is later than ${writeInstant(end.at)}: renewing never shortens. Edit "expires" in a pull request for that.`
    }
  }
  const changed = setField(text, 'expires', end.text)
  if (changed === null) return { refused: `${path} has no "expires" that can be changed. Mend it by hand.` }
  return { path, text: changed, before, after: end.at, removedBy: past?.commit ?? null }
}

function dateOf(value: unknown, edge: 'start' | 'end'): Instant | null {
  return typeof value === 'string' ? readInstant(value, edge) : null
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/** What a path held last on the default branch's main line, and the commit that took it away. Throws UsageError: nothing. */
async function lastForm(
  { root, base, source }: Stand,
  path: string
): Promise<{ readonly bytes: Uint8Array | null; readonly commit: string }> {
  const versions = await pathHistory(root, base.tip, [path])
  const last = versions.findLast(({ blob }) => blob !== null)
  const removed = versions.at(-1)
  if (!last?.blob || !removed)
    throw new UsageError(
      `${path} is not on ${base.branch} and never was.${hint(path, similar(path, source.tree.entries.keys()))} To ask for something new: grantbook request.`
    )
  const reader = new ObjectReader(root)
  try {
    return { bytes: (await reader.read([last.blob])).get(last.blob) ?? null, commit: removed.commit }
  } finally {
    reader.close()
  }
}
