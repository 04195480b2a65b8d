import { createHash } from 'node:crypto'
import type { Considered, FoundThing } from './baseline.ts'
import type { NewFile } from '../grant-file.ts'

/**
 * So many files go into one pull request. GitHub lists 3,000 at most, and what can't be listed can't be proved; people may
 * add files of their own to it, and have to read it.
 */
export const MOST_FILES = 1000

/** What one pull request of an import is about. */
export type Topic = 'subjects' | 'entitlements' | 'critical-entitlements' | 'grants'

/** One pull request to be opened. */
export interface Part {
  readonly topic: Topic
  /** Which of how many of its topic; from 1. */
  readonly number: number
  readonly of: number
  readonly files: readonly NewFile[]
  readonly things: readonly FoundThing[]
  /** Eight digits that are the same for the same paths. */
  readonly mark: string
}

type Proposed = Considered & { readonly file: NewFile }

/** Splits what is proposed, each topic by path. Every part is valid without the others. `most`: files in one. */
export function partsOf(
  all: readonly Considered[],
  isCritical: (thing: FoundThing) => boolean,
  most = MOST_FILES
): readonly Part[] {
  const topics = new Map<Topic, Proposed[]>()
  for (const { file, thing } of all) {
    if (file === null) continue
    const topic = topicOf(thing, isCritical(thing))
    const known = topics.get(topic)
    if (known) known.push({ file, thing })
    else topics.set(topic, [{ file, thing }])
  }
  return ORDER.flatMap((topic) => split(topic, topics.get(topic) ?? [], most))
}

const ORDER: readonly Topic[] = ['subjects', 'entitlements', 'critical-entitlements', 'grants']

function topicOf({ what }: FoundThing, isCritical: boolean): Topic {
  if (what === 'grant') return 'grants'
  if (what === 'entitlement') return isCritical ? 'critical-entitlements' : 'entitlements'
  return 'subjects'
}

function split(topic: Topic, all: readonly Proposed[], most: number): readonly Part[] {
  const sorted = all.toSorted((a, b) => (a.file.path < b.file.path ? -1 : 1))
  const of = Math.ceil(sorted.length / most)
  return Array.from({ length: of }, (_, index) => {
    const chosen = sorted.slice(index * most, (index + 1) * most)
    const files = chosen.map(({ file }) => file)
    const things = chosen.map(({ thing }) => thing)
    return { topic, number: index + 1, of, files, things, mark: markOf(files) }
  })
}

function markOf(files: readonly NewFile[]): string {
  return createHash('sha256')
    .update(files.map(({ path }) => path).join('\n'))
    .digest('hex')
    .slice(0, 8)
}
