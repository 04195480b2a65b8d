import type { Contribution } from '../../approval/facts.ts'
import { commitsBetween, contributing, type BroughtCommit } from './pull-content.ts'

/** All commits that a pull request brings, by id, and which of them change something governed. */
export interface Brought {
  readonly commits: ReadonlyMap<string, BroughtCommit>
  readonly contributing: ReadonlySet<string>
}

/** What `head` brings that `base`, its merge base, doesn't have. Two calls of git. */
export async function readBrought(root: string, base: string, head: string): Promise<Brought> {
  const commits = await commitsBetween(root, base, head)
  return {
    commits: new Map(commits.map((commit) => [commit.id, commit])),
    contributing: await contributing(
      root,
      commits.map(({ id }) => id)
    )
  }
}

/** Who is named by the commits that change something governed. Sorted by commit. */
export function contributionsOf({ commits, contributing: which }: Brought): readonly Contribution[] {
  return [...which].toSorted().flatMap((id) => {
    const commit = commits.get(id)
    return commit ? [{ commit: id, emails: emailsOf(commit) }] : []
  })
}

/** GitHub's own address, as committer of what was done on its pages: nobody's. */
const WEB_FLOW = 'noreply@github.com'
const CO_AUTHOR = /^\s*co-authored-by\s*:(.*)$/gimu

/**
 * Addresses of author, committer and co-authors. A trailer counts wherever it stands in the message: a name can only
 * exclude, so that finding one too many is the safe side.
 */
export function emailsOf({ author, committer, message }: BroughtCommit): readonly string[] {
  const named = [...message.matchAll(CO_AUTHOR)].map(([, value = '']) => addressIn(value))
  const all = [author, committer, ...named].map((email) => email.trim().toLowerCase())
  return [...new Set(all)].filter((email) => email !== '' && email !== WEB_FLOW).toSorted()
}

function addressIn(value: string): string {
  return /<([^<>]*)>/u.exec(value)?.[1] ?? value
}
