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
  if (base === null || paths.length === 0) return []
  const args = [
    'diff-tree',
    '-r',
    '-p',
    '-U3',
    '--no-ext-diff',
    '--no-textconv',
    '--no-renames',
    '--no-color'
  ]
  const text = (await runGit(root, [...args, base, head, '--', ...paths])).toString('utf8')
  const parts = text.split(/^(?=diff --git )/mu).filter(Boolean)
  return parts.map((part, index) => ({ path: paths[index] ?? '', text: withoutHead(part) }))
}

function isGoverning(path: string): boolean {
  const kind = identify(path)?.kind
  return kind !== 'grant' && kind !== 'emergency'
}

/** Ids and modes say nothing to people. */
function withoutHead(part: string): string {
  const from = part.search(/^--- /mu)
  return from === -1 ? part : part.slice(from)
}

/** SHA-256 over path, mode and content of everything governed that is changed: what an approval is for. */
export function digestOf(differences: readonly PathDifference[]): string {
  const hash = createHash('sha256')
  for (const { path, after } of differences)
    hash.update(`${path}\0${after?.mode ?? ''}\0${after?.blob ?? ''}\n`)
  return `sha256:${hash.digest('hex')}`
}
