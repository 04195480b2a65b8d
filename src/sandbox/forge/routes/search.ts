import { permissionOf } from '../access.ts'
import { invalid } from '../error.ts'
import { listed } from '../paging.ts'
import type { Context, Reply, Route } from '../route.ts'
import { showIssue } from '../shapes/issue.ts'
import type { Issue } from '../state-pull.ts'
import type { Repository } from '../state-repository.ts'
import { findAccount, fullName } from '../state.ts'
import { findLabel } from './labels.ts'

/** Searching issues and pull requests by the qualifiers `repo`, `is`, `type`, `state`, `label`, `author`, `head`, `base`. */
export const searchRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/search/issues',
    operation: 'search/issues-and-pull-requests',
    kind: 'read',
    handle: search
  }
]

/** GitHub finds no more than this. */
const MOST = 1000

interface Found {
  readonly repository: Repository
  readonly issue: Issue
}

function search(context: Context): Reply {
  const asked = context.query.get('q') ?? ''
  if (asked.trim() === '') throw invalid({ resource: 'Search', field: 'q', code: 'missing' })
  const terms = [...asked.matchAll(/(?:([a-z]+):)?(?:"([^"]*)"|(\S+))/gu)].map(([, key, quoted, plain]) => ({
    key: key ?? null,
    value: quoted ?? plain ?? ''
  }))
  const found = [...context.state.repositories.values()]
    .filter((repository) => permissionOf(context.state, repository, context.actor) !== 'none')
    .flatMap((repository) => [...repository.issues.values()].map((issue) => ({ repository, issue })))
    .filter((one) => terms.every(({ key, value }) => holds(context, one, key, value)))
    .toSorted((a, b) => b.issue.created - a.issue.created || b.issue.number - a.issue.number)
  return listed(
    context,
    found.slice(0, MOST),
    ({ issue, repository }) => {
      // Unlike elsewhere: what has no body has no field, and who closed it isn't told.
      const { body, closed_by: _, ...shown } = showIssue(context, repository, issue)
      return { ...shown, ...(body === null ? {} : { body }), score: 1 }
    },
    (items) => ({ total_count: found.length, incomplete_results: false, items, search_type: 'lexical' })
  )
}

function holds(context: Context, { issue, repository }: Found, key: string | null, value: string): boolean {
  const pull = repository.pulls.get(issue.number)
  const word = value.toLowerCase()
  switch (key) {
    case 'repo':
      return fullName(context.state, repository).toLowerCase() === word
    case 'is':
    case 'type':
    case 'state':
      return isA(issue, pull !== undefined, (pull?.merged ?? null) !== null, word)
    case 'label':
      return issue.labels.includes(findLabel(repository, value)?.id ?? -1)
    case 'author':
      return issue.author === (findAccount(context.state, value.replace(/^app\/(.+)$/u, '$1[bot]'))?.id ?? -1)
    case 'head':
      return pull?.headRef === value
    case 'base':
      return pull?.baseRef === value
    case null:
      return `${issue.title}\n${issue.body ?? ''}`.toLowerCase().includes(word)
    default:
      throw invalid({ resource: 'Search', field: 'q', code: 'invalid', value: key })
  }
}

function isA(issue: Issue, pull: boolean, merged: boolean, word: string): boolean {
  switch (word) {
    case 'pr':
    case 'pull-request':
      return pull
    case 'issue':
      return !pull
    case 'open':
    case 'closed':
      return issue.state === word
    case 'merged':
      return merged
    case 'unmerged':
      return pull && !merged
    default:
      throw invalid({ resource: 'Search', field: 'q', code: 'invalid', value: word })
  }
}
