import type { Instant } from '../../book/instant.ts'
import { UnableError } from '../../book/errors.ts'
import { runGit } from './run.ts'
import { isShallow } from './revision.ts'

/** One version of a file that history holds. */
export interface PathVersion {
  readonly path: string
  /** The commit that brought it. */
  readonly commit: string
  /** When it was committed. */
  readonly at: Instant
  /** Its content; null: the file went away. */
  readonly blob: string | null
}

const COMMIT = /^([0-9a-f]{40,64}) (\d+)$/u

/** More paths than this aren't given to git one by one: it goes through all governed files and we pick. */
const MANY = 500

/**
 * Every version that some paths had on the main line of history (first parents) up to a commit, oldest first: a merge
 * counts as one step and brings what it has differently from its first parent. With `all`, every commit of every side
 * branch counts too, and a merge tells again what it has differently from any parent. Two passes of git over history,
 * whatever the number of paths. Throws UnableError if history is cut off: what isn't there can't be summed up.
 */
export async function pathHistory(
  root: string,
  commit: string,
  paths: readonly string[],
  line: 'first-parent' | 'all' = 'first-parent'
): Promise<readonly PathVersion[]> {
  if (paths.length === 0) return []
  if (await isShallow(root)) {
    throw new UnableError(
      'The history here is cut off, and the total time of a grant can’t be told without it. Set "fetch-depth: 0" for actions/checkout, or run: git fetch --unshallow.'
    )
  }
  const wanted = new Set(paths)
  const specs = paths.length > MANY ? ['grants'] : paths
  const walk = line === 'all' ? ['--full-history'] : ['--first-parent']
  const found = await runGit(root, [
    'rev-list',
    ...walk,
    '--topo-order',
    '--reverse',
    '--end-of-options',
    commit,
    '--',
    ...specs
  ])
  if (found.length === 0) return []
  const commits = found.toString('latin1')
  const input = line === 'all' ? commits : await firstParents(root, commits)
  const raw = await runGit(
    root,
    [
      'diff-tree',
      '--stdin',
      '-r',
      '-m',
      '--root',
      '-z',
      '--raw',
      '--no-renames',
      '--no-abbrev',
      '--always',
      '--format=%H %ct',
      '--',
      ...specs
    ],
    input
  )
  return parseHistory(raw, wanted)
}

/** `<commit> <first parent>` lines, so that a merge is compared with its first parent alone. */
async function firstParents(root: string, commits: string): Promise<string> {
  const raw = await runGit(root, ['rev-list', '--no-walk=unsorted', '--parents', '--stdin'], commits)
  return raw.toString('latin1').replaceAll(/^(\S+(?: \S+)?)[^\n]*$/gmu, '$1')
}

function parseHistory(raw: Buffer, wanted: ReadonlySet<string>): readonly PathVersion[] {
  const versions: PathVersion[] = []
  const seen = new Set<string>()
  let commit = ''
  let at = 0
  const fields = raw.toString('utf8').split('\0')
  for (let index = 0; index < fields.length; index++) {
    const field = fields[index]?.replace(/^\n/u, '') ?? ''
    const heading = COMMIT.exec(field)
    if (heading) {
      commit = heading[1] ?? ''
      at = Number(heading[2]) * 1000
    } else if (field.startsWith(':')) {
      const [, modeAfter = '', , blobAfter = ''] = field.slice(1).split(' ')
      const path = fields[++index] ?? ''
      const blob = modeAfter === '000000' ? null : blobAfter
      // A merge is compared with each parent: the same version is told once.
      const key = `${commit} ${path} ${blob}`
      if (wanted.has(path) && !seen.has(key)) versions.push({ path, commit, at, blob })
      seen.add(key)
    }
  }
  return versions
}
