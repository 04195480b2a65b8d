import { createHash } from 'node:crypto'
import type { PathDifference } from '../../approval/facts.ts'
import type { Book } from '../../book/book.ts'
import { identify } from '../../book/paths.ts'
import { runGit } from '../../io/git/run.ts'
import type { ShownDiff, ShownRequest } from '../../render/verdict/view.ts'

/** What the grants say that a pull request adds or changes, in the words of their files. Sorted by path. */
export function requestsOf(differences: readonly PathDifference[], after: Book): readonly ShownRequest[] {
  return differences.flatMap(({ path }) => {
    const grant = after.grants.get(path)
    if (!grant) return []
    const { subject, name, reason, ticket, requester, task, incident } = grant
    const title = after.entitlements.get(name)?.data.title ?? null
    const ticketUrl = ticket === null ? null : urlOf(after, ticket)
    return [{ path, subject, entitlement: name, title, reason, ticket, ticketUrl, requester, task, incident }]
  })
}

function urlOf({ settings }: Book, ticket: string): string | null {
  const template = settings?.data.ticket.url
  return template === undefined ? null : template.replaceAll('{ticket}', () => encodeURIComponent(ticket))
}

/** How governing files change between two commits, as git tells it. Grants are told in words instead. */
export async function diffsOf(
  root: string,
  base: string | null,
  head: string,
  differences: readonly PathDifference[]
): Promise<readonly ShownDiff[]> {
  const paths = differences.map(({ path }) => path).filter(isGoverning)
  if (base === null) return []
  const diffs: ShownDiff[] = []
  let length = 0
  for (let at = 0; at < paths.length; at += PORTION) {
    const some = paths.slice(at, at + PORTION)
    // Nobody is shown so much: the rest is only counted.
    const parts = length > MOST ? [] : partsOf(await patchOf(root, base, head, some))
    for (const [index, path] of some.entries()) {
      const text = parts[index] ?? ''
      length += text.length
      diffs.push({ path, text })
    }
  }
  return diffs
}

/** So many paths are named on one command line. */
const PORTION = 50
/** Characters. */
const MOST = 100_000

async function patchOf(root: string, base: string, head: string, paths: readonly string[]): Promise<string> {
  const args = [
    // No file that can be read is nearly as large (bytes); what is larger is told as binary.
    '-c',
    'core.bigFileThreshold=1m',
    'diff-tree',
    '-r',
    '-p',
    '-U3',
    '--no-ext-diff',
    '--no-textconv',
    '--no-renames',
    '--no-color'
  ]
  return (await runGit(root, [...args, base, head, '--', ...paths])).toString('utf8')
}

/**
 * A patch by files. Only a line feed ends a line here: other characters that end one elsewhere stand in files as they
 * please, and what follows them is still that file's.
 */
function partsOf(patch: string): readonly string[] {
  const parts: string[][] = []
  for (const line of patch.replace(/\n$/u, '').split('\n'))
    if (line.startsWith('diff --git ')) parts.push([line])
    else parts.at(-1)?.push(line)
  return parts.map((lines) => withoutHead(lines).join('\n'))
}

function isGoverning(path: string): boolean {
  const kind = identify(path)?.kind
  return kind !== 'grant' && kind !== 'emergency'
}

/** Ids and modes say nothing to people. */
function withoutHead(lines: readonly string[]): readonly string[] {
  const from = lines.findIndex((line) => line.startsWith('--- '))
  return from === -1 ? lines : lines.slice(from)
}

/** SHA-256 over path, mode and content of everything governed that is changed: what an approval is for. */
export function digestOf(differences: readonly PathDifference[]): string {
  const hash = createHash('sha256')
  for (const { path, after } of differences)
    hash.update(`${path}\0${after?.mode ?? ''}\0${after?.blob ?? ''}\n`)
  return `sha256:${hash.digest('hex')}`
}
