import type { Form, PathDifference } from '../../approval/facts.ts'
import type { Instant } from '../../book/instant.ts'
import type { FileEntry } from '../../book/tree.ts'
import { differencesIn, rawDifferences, splitNul } from '../../io/git/changes.ts'
import { runGit } from '../../io/git/run.ts'

/** One first-parent commit of the default branch. */
export interface LandedCommit {
  readonly commit: string
  readonly parent: string
  /** The committer's clock: a claim. */
  readonly at: Instant
  /** What it has differently under `grants/` from its first parent, sorted by path. */
  readonly differences: readonly PathDifference[]
}

const HEADING = /^\u0001([0-9a-f]{40,64}) ([0-9a-f]{40,64})?[^\u0001]* (\d+)$/u

/**
 * First-parent commits after `sealed` up to `tip`, oldest first, in one pass of git. Null: the line doesn't lead back to
 * `sealed`, so the branch was rewritten.
 */
export async function landedCommits(
  root: string,
  sealed: string,
  tip: string
): Promise<readonly LandedCommit[] | null> {
  if (sealed === tip) return []
  const raw = await runGit(root, [
    'log',
    '--first-parent',
    '--diff-merges=first-parent',
    // Commits that change nothing governed belong to the line too.
    '--sparse',
    '--reverse',
    '--raw',
    '-r',
    '-z',
    '--no-renames',
    '--no-abbrev',
    '--format=%x01%H %P %ct',
    '--end-of-options',
    `${sealed}..${tip}`,
    '--',
    'grants'
  ])
  const found: LandedCommit[] = []
  let records: string[] = []
  const close = (): void => {
    const last = found.pop()
    if (last) found.push({ ...last, differences: differencesOf(records) })
    records = []
  }
  for (const field of splitNul(Buffer.concat([raw, Buffer.from('\0')]))) {
    const text = field.replace(/^\n/u, '')
    const heading = HEADING.exec(text)
    if (heading) {
      close()
      const [, commit = '', parent = '', at = '0'] = heading
      found.push({ commit, parent, at: Number(at) * 1000, differences: [] })
    } else if (text !== '') records.push(text)
  }
  close()
  return found[0]?.parent === sealed && found.at(-1)?.commit === tip ? found : null
}

function differencesOf(records: readonly string[]): readonly PathDifference[] {
  if (records.length === 0) return []
  return differencesIn(Buffer.from(`${records.join('\0')}\0`))
}

/** What two trees (by any name) have differently under their `grants/`. Sorted by path. */
export async function treeDifferences(
  root: string,
  before: string,
  after: string
): Promise<readonly PathDifference[]> {
  return differencesIn(await rawDifferences(root, before, after, ['grants']))
}

/** An entry's form; null where there is none. */
export function formOf(entry: FileEntry | null | undefined): Form | null {
  return entry?.blob ? { mode: entry.mode, blob: entry.blob } : null
}
