import { randomBytes } from 'node:crypto'
import { EvidenceError, InternalError, UnableError } from '../../book/errors.ts'
import type { Instant } from '../../book/instant.ts'
import { signCommitObject, writeCommitObject } from '../../evidence/commit-object.ts'
import { pathOfEvent, writeLine } from '../../evidence/lines.ts'
import type { Signer } from '../../evidence/signer.ts'
import { ObjectReader } from './cat-file.ts'
import type { Entry } from './evidence-store.ts'
import { LARGEST_EVENTS } from './evidence-walk.ts'
import { Listing } from './listing.ts'
import { gitFailure, runGit, tryGit } from './run.ts'

const AUTHOR = 'Grantbook <grantbook@users.noreply.github.com>'
/** So many paths are asked for at once: a command line has an end. */
const PATHS = 500

/**
 * Makes commits of objects alone (no checkout, no index, no ref that stays), one an entry, each signed, and returns the
 * last. Nothing points at them yet. Throws UnableError if git fails, EvidenceError if what is to be appended to is gone.
 */
export async function makeCommits(
  root: string,
  from: string | null,
  entries: readonly Entry[],
  at: Instant,
  signer: Signer
): Promise<string> {
  const files = await filesAfter(root, from, entries)
  const trees = await importTrees(root, from, entries, files)
  const stamp = `${AUTHOR} ${Math.floor(at / 1000)} +0000`
  let head = from
  for (const [index, { subject }] of entries.entries()) {
    const commit = writeCommitObject(trees[index] ?? '', head, stamp, `${message(subject)}\n`)
    const signed = signCommitObject(commit, signer.sign(commit))
    head = (await runGit(root, ['hash-object', '-t', 'commit', '-w', '--stdin'], signed))
      .toString('utf8')
      .trim()
  }
  if (head === null) throw new InternalError('There is nothing to append.')
  return head
}

/** A commit's text can't hold a NUL, nor end in blanks. */
function message(subject: string): string {
  return subject.replaceAll('\0', '').trim()
}

/** For each entry: whole contents of the files of events that it appends to. */
async function filesAfter(
  root: string,
  from: string | null,
  entries: readonly Entry[]
): Promise<readonly ReadonlyMap<string, Buffer>[]> {
  const paths = new Set(entries.flatMap(({ events }) => events.map(pathOfEvent)))
  const now = from === null ? new Map<string, Buffer>() : await contentsAt(root, from, [...paths])
  return entries.map(({ events }) => {
    const added = new Map<string, string>()
    for (const one of events) {
      const path = pathOfEvent(one)
      added.set(path, (added.get(path) ?? '') + writeLine(one))
    }
    const after = new Map<string, Buffer>()
    for (const [path, text] of added) {
      const whole = Buffer.concat([now.get(path) ?? Buffer.alloc(0), Buffer.from(text)])
      now.set(path, whole)
      after.set(path, whole)
    }
    return after
  })
}

async function contentsAt(
  root: string,
  commit: string,
  paths: readonly string[]
): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>()
  const reader = new ObjectReader(root, 'blob', LARGEST_EVENTS)
  try {
    for (let at = 0; at < paths.length; at += PATHS) {
      const asked = paths.slice(at, at + PATHS)
      const listing = new Listing(
        await runGit(root, ['ls-tree', '-z', '--full-tree', commit, '--', ...asked])
      )
      const entries = [...listing.entries.values()]
      const blobs = await reader.read(entries.flatMap(({ blob }) => blob ?? []))
      for (const { path, blob } of entries) {
        const bytes = blobs.get(blob ?? '')
        // Without what stood there, writing would cut the record.
        if (!bytes)
          throw new EvidenceError(
            `"${path}" on the branch "evidence" can’t be read: git has no object ${String(blob)}. Nothing was recorded. Restore it from another clone.`
          )
        found.set(path, bytes)
      }
    }
  } finally {
    reader.close()
  }
  return found
}

/**
 * The trees after each entry. fast-import writes any number of files in one process and tells the tree after each; the ref
 * it needs is ours alone and is given up before it would be written. Source: git-fast-import(1), `ls` and `reset`.
 */
async function importTrees(
  root: string,
  from: string | null,
  entries: readonly Entry[],
  files: readonly ReadonlyMap<string, Buffer>[]
): Promise<readonly string[]> {
  const ref = `refs/grantbook/${randomBytes(8).toString('hex')}`
  const parts: Buffer[] = []
  for (const [index, { moves }] of entries.entries()) {
    parts.push(Buffer.from(`commit ${ref}\ncommitter ${AUTHOR} 0 +0000\ndata 0\n`))
    if (index === 0 && from !== null) parts.push(Buffer.from(`from ${from}\n`))
    for (const { path, to } of moves) {
      const name = quoted(`approved/${path}`)
      parts.push(Buffer.from(to === null ? `D ${name}\n` : `M ${to.mode} ${to.blob} ${name}\n`))
    }
    for (const [path, bytes] of files[index] ?? [])
      parts.push(
        Buffer.from(`M 100644 inline ${quoted(path)}\ndata ${bytes.length}\n`),
        bytes,
        Buffer.from('\n')
      )
    parts.push(Buffer.from('ls ""\n'))
  }
  parts.push(Buffer.from(`reset ${ref}\nfrom ${nothing(from, entries)}\n\ndone\n`))
  const args = ['fast-import', '--quiet', '--done', '--date-format=raw']
  const { status, stdout, stderr } = await tryGit(root, args, Buffer.concat(parts))
  if (status !== 0) throw gitFailure(args, stderr)
  const trees = [...stdout.toString('latin1').matchAll(/^040000 tree ([0-9a-f]+)\t/gmu)].map(
    ([, id = '']) => id
  )
  if (trees.length !== entries.length)
    throw new UnableError('git fast-import answered something else than was asked.')
  return trees
}

/** The id that stands for nothing, as long as ids are in this repository. */
function nothing(from: string | null, entries: readonly Entry[]): string {
  const blobs = entries.flatMap(({ moves }) => moves.flatMap(({ to }) => to?.blob ?? []))
  return '0'.repeat((from ?? blobs[0])?.length ?? 40)
}

/** A path as fast-import reads it back exactly: C-style quotes. Source: git-fast-import(1), filemodify. */
function quoted(path: string): string {
  return `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`
}
