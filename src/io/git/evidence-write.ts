import { randomBytes } from 'node:crypto'
import { UnableError } from '../../book/errors.ts'
import type { Instant } from '../../book/instant.ts'
import type { Event } from '../../evidence/events.ts'
import { pathOfEvent, writeLine } from '../../evidence/lines.ts'
import { ObjectReader } from './cat-file.ts'
import { EVIDENCE_REF, readEvidence, type Evidence, type FoldCache } from './evidence-read.ts'
import { gitFailure, runGit, tryGit } from './run.ts'

const AUTHOR = 'Grantbook <grantbook@users.noreply.github.com>'
const ZERO = '0'.repeat(40)
const ATTEMPTS = 10

/** What is to be recorded, given what evidence says by now. Called again after a lost race, with the new head. */
export type Recording = (evidence: Evidence) => readonly Event[]

/**
 * Appends events to the evidence branch: one commit, made of objects alone (no checkout, no index, no working tree), and
 * one compare-and-swap of the ref. A lost race is read and computed again from the new head; nothing is ever rewritten.
 * Returns the evidence as it stood before the commit, and the new head. Throws UnableError.
 */
export async function appendEvidence(
  root: string,
  subject: string,
  at: Instant,
  recording: Recording,
  cache: FoldCache = new Map()
): Promise<{ readonly before: Evidence; readonly head: string | null }> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const before = await readEvidence(root, cache)
    const events = recording(before)
    if (events.length === 0) return { before, head: before.head }
    const head = await commit(root, before, subject, at, events)
    if (await swap(root, head, before.head)) return { before, head }
  }
  throw new UnableError(
    `The branch "evidence" was moved by somebody else ${ATTEMPTS} times in a row. Try again when no other run is under way.`
  )
}

async function commit(
  root: string,
  before: Evidence,
  subject: string,
  at: Instant,
  events: readonly Event[]
): Promise<string> {
  const added = new Map<string, string>()
  for (const one of events) {
    const path = pathOfEvent(one)
    added.set(path, (added.get(path) ?? '') + writeLine(one))
  }
  const old = await oldBytes(root, before, [...added.keys()])
  const tree = await treeWith(
    root,
    before.head,
    [...added].map(([path, text]) => [
      path,
      Buffer.concat([old.get(path) ?? Buffer.alloc(0), Buffer.from(text)])
    ])
  )
  const stamp = `${AUTHOR} ${Math.floor(at / 1000)} +0000`
  const parent = before.head === null ? '' : `parent ${before.head}\n`
  const text = `tree ${tree}\n${parent}author ${stamp}\ncommitter ${stamp}\n\n${subject}\n`
  return (await runGit(root, ['hash-object', '-t', 'commit', '-w', '--stdin'], text)).toString('utf8').trim()
}

async function oldBytes(
  root: string,
  before: Evidence,
  paths: readonly string[]
): Promise<ReadonlyMap<string, Buffer>> {
  const known = paths.flatMap((path) => {
    const blob = before.blobs.get(path)
    return blob === undefined ? [] : [{ path, blob }]
  })
  const found = new Map<string, Buffer>()
  const reader = new ObjectReader(root)
  try {
    const bytes = await reader.read(known.map(({ blob }) => blob))
    for (const { path, blob } of known) {
      const old = bytes.get(blob)
      // Without what stood there, writing would cut the record.
      if (!old)
        throw new UnableError(`"${path}" on the branch "evidence" can’t be read: git has no object ${blob}.`)
      found.set(path, old)
    }
  } finally {
    reader.close()
  }
  return found
}

/**
 * The tree of a commit with some files replaced. fast-import writes any number of them in one process; the ref it needs
 * is ours alone and goes at once, so nothing but objects stays.
 */
async function treeWith(
  root: string,
  head: string | null,
  files: readonly (readonly [string, Buffer])[]
): Promise<string> {
  const ref = `refs/grantbook/${randomBytes(8).toString('hex')}`
  const parts: Buffer[] = [Buffer.from(`commit ${ref}\ncommitter ${AUTHOR} 0 +0000\ndata 0\n`)]
  if (head !== null) parts.push(Buffer.from(`from ${head}\n`))
  for (const [path, bytes] of files) {
    parts.push(
      Buffer.from(`M 100644 inline ${quoted(path)}\ndata ${bytes.length}\n`),
      bytes,
      Buffer.from('\n')
    )
  }
  parts.push(Buffer.from('done\n'))
  const args = ['fast-import', '--quiet', '--done', '--date-format=raw']
  const { status, stderr } = await tryGit(root, args, Buffer.concat(parts))
  try {
    if (status !== 0) throw gitFailure(args, stderr)
    return (await runGit(root, ['rev-parse', '--verify', `${ref}^{tree}`])).toString('utf8').trim()
  } finally {
    await tryGit(root, ['update-ref', '-d', ref])
  }
}

/** A path as fast-import reads it back exactly: C-style quotes. Source: git-fast-import(1), filemodify. */
function quoted(path: string): string {
  return `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`
}

/** Moves the branch if it still stands where it was read; false if somebody else moved it. */
async function swap(root: string, head: string, old: string | null): Promise<boolean> {
  const args = ['update-ref', '-m', 'grantbook', '--no-deref', EVIDENCE_REF, head, old ?? ZERO]
  const { status, stderr } = await tryGit(root, args)
  if (status === 0) return true
  if (/cannot lock ref|is at .* but expected|reference already exists|Unable to create/u.test(stderr))
    return false
  throw gitFailure(args, stderr)
}
