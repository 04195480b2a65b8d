import { z } from 'zod'
import type { GitHub, Reading } from '../github.ts'
import { pages } from '../pages.ts'
import { someone } from '../shapes.ts'
import { isAuthor, loginOf, type Author } from './author.ts'

/** An issue of ours, with what is kept up to date. */
export interface OwnIssue {
  readonly number: number
  readonly open: boolean
  readonly title: string
  readonly body: string
  readonly labels: readonly string[]
}

const listed = z.object({
  number: z.int().min(1),
  state: z.enum(['open', 'closed']),
  title: z.string(),
  body: z.string().nullish(),
  user: someone,
  labels: z.union([z.string(), z.object({ name: z.string().nullish() })]).array(),
  pull_request: z.unknown().optional()
})

/**
 * Issues of an author, oldest first: all open ones, and the closed ones that bear `label` (without a label GitHub would list
 * every pull request of ours that ever was). Two listings for a whole run.
 */
export async function ownIssues(
  github: GitHub,
  by: Author,
  label: string
): Promise<Reading<readonly OwnIssue[]>> {
  const all = new Map<number, OwnIssue>()
  for (const parameters of [{ state: 'open' }, { state: 'closed', labels: label }]) {
    const read = await pages(github, {
      what: `${parameters.state} issues`,
      route: 'GET /repos/{owner}/{repo}/issues',
      item: listed,
      parameters: { creator: loginOf(by), sort: 'created', direction: 'asc', ...parameters }
    })
    if (!read.ok) return read
    // Issues and pull requests are one listing.
    const issues = read.value.filter(
      ({ pull_request, user }) => pull_request === undefined && isAuthor(user, by)
    )
    for (const issue of issues) all.set(issue.number, toOwn(issue))
  }
  return { ok: true, value: [...all.values()].toSorted((a, b) => a.number - b.number) }
}

function toOwn({ number, state, title, body, labels }: z.infer<typeof listed>): OwnIssue {
  return {
    number,
    open: state === 'open',
    title,
    body: body ?? '',
    labels: labels.map((label) => (typeof label === 'string' ? label : (label.name ?? '')))
  }
}
