import { identify } from '../../book/paths.ts'
import type { Tree } from '../../book/tree.ts'
import { LARGEST_EVENTS } from './evidence-walk.ts'
import { fileOfEvents } from '../../evidence/lines.ts'
import type { GrantRecord } from '../../evidence/explain/story.ts'
import { ObjectReader } from './cat-file.ts'
import { Listing } from './listing.ts'
import { treeListing } from './tree.ts'
import { runGit } from './run.ts'

/** Everything of the branch and of main by which grants are explained. */
export interface RecordAtHead {
  /** Files of the branch at its head and at its first commit. */
  readonly head: Tree
  readonly first: Tree
  readonly main: Tree
}

/** Lists the branch and main; reads no file. Throws UnableError. */
export async function listRecord(root: string, head: string, main: string | null): Promise<RecordAtHead> {
  const firsts = await runGit(root, ['rev-list', '--max-parents=0', '--first-parent', head, '--'])
  const first = firsts.toString('latin1').split('\n')[0] ?? head
  const [now, then, tip] = await Promise.all([
    wholeTree(root, head),
    wholeTree(root, first),
    main === null ? new Listing(Buffer.alloc(0)) : treeListing(root, main)
  ])
  return { head: now, first: then, main: tip }
}

/** Every path at which this subject has, had or asked for something. Sorted. */
export function grantsOf({ head, main }: RecordAtHead, subject: string): readonly string[] {
  const paths = new Set<string>()
  for (const path of [...head.entries.keys(), ...main.entries.keys()]) {
    const file = governedPath(path)
    const identity = file === null ? null : identify(file)
    const ours = identity?.kind === 'grant' || identity?.kind === 'emergency'
    if (file !== null && ours && identity.subject === subject) paths.add(file)
  }
  return [...paths].toSorted()
}

/** Texts of the events of a workload's own file, wherever it lies or lay. */
export async function readWorkloadEvents(
  root: string,
  { head }: RecordAtHead,
  workload: string
): Promise<readonly string[]> {
  const paths = [...head.entries.keys()].filter((path) => {
    const identity = identify(fileOfEvents(path) ?? '')
    return identity?.kind === 'workload' && identity.id === workload
  })
  return [...(await readTexts(root, head, paths)).values()]
}

/** Ids of everybody who has a file or any grant, and full names of all entitlements. */
export function namesIn({ head, main }: RecordAtHead): {
  readonly subjects: ReadonlySet<string>
  readonly entitlements: ReadonlySet<string>
} {
  const subjects = new Set<string>()
  const entitlements = new Set<string>()
  for (const path of [...head.entries.keys(), ...main.entries.keys()]) {
    const file = governedPath(path)
    const identity = file === null ? null : identify(file)
    if (identity?.kind === 'person' || identity?.kind === 'workload') subjects.add(identity.id)
    if (identity?.kind === 'entitlement') entitlements.add(`${identity.system}/${identity.id}`)
    if (identity?.kind === 'grant' || identity?.kind === 'emergency') {
      subjects.add(identity.subject)
      entitlements.add(`${identity.system}/${identity.entitlement}`)
    }
  }
  return { subjects, entitlements }
}

/** What is known of some grants, with their events. */
export async function readGrants(
  root: string,
  { head, first, main }: RecordAtHead,
  paths: readonly string[]
): Promise<readonly GrantRecord[]> {
  const texts = await readTexts(
    root,
    head,
    paths.map((path) => `events/${path}.jsonl`)
  )
  return paths.map((grant) => ({
    grant,
    text: texts.get(`events/${grant}.jsonl`) ?? null,
    genesis: first.entries.get(`approved/${grant}`)?.blob ?? null,
    approved: head.entries.get(`approved/${grant}`)?.blob ?? null,
    main: main.entries.get(grant)?.blob ?? null
  }))
}

/** Texts of files of a tree, as far as they are there. */
export async function readTexts(
  root: string,
  tree: Tree,
  paths: readonly string[]
): Promise<ReadonlyMap<string, string>> {
  const reader = new ObjectReader(root, 'blob', LARGEST_EVENTS)
  try {
    const wanted = paths.flatMap((path) => {
      const blob = tree.entries.get(path)?.blob
      return blob ? [[path, blob] as const] : []
    })
    const bytes = await reader.read(wanted.map(([, blob]) => blob))
    return new Map(wanted.map(([path, blob]) => [path, bytes.get(blob)?.toString('utf8') ?? '?']))
  } finally {
    reader.close()
  }
}

function governedPath(path: string): string | null {
  if (path.startsWith('approved/')) return path.slice('approved/'.length)
  return path.startsWith('events/') ? fileOfEvents(path) : path
}

async function wholeTree(root: string, commit: string): Promise<Tree> {
  return new Listing(await runGit(root, ['ls-tree', '-r', '-z', '--full-tree', commit]))
}
