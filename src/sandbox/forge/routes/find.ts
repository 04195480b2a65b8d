import { notFound } from '../error.ts'
import type { Context } from '../route.ts'
import type { Issue, Pull } from '../state-pull.ts'
import type { Repository } from '../state-repository.ts'

/** The issue or pull request of a route's `{issue_number}`. */
export function issueOf(context: Context, repository: Repository): Issue {
  const issue = repository.issues.get(Number(context.params['issue_number']))
  if (!issue) throw notFound()
  return issue
}

/** The pull request of a route's `{pull_number}`, and its issue. */
export function pullOf(context: Context, repository: Repository): { pull: Pull; issue: Issue } {
  const number = Number(context.params['pull_number'])
  const pull = repository.pulls.get(number)
  const issue = repository.issues.get(number)
  if (!pull || !issue) throw notFound()
  return { pull, issue }
}

/** The commit that a text names: an id that is there, a branch, a tag, or a full ref. Null: nothing. */
export function commitNamed(context: Context, repository: Repository, name: string): string | null {
  const id = [`refs/heads/${name}`, `refs/tags/${name}`, `refs/${name}`, name]
    .map((ref) => repository.refs.get(ref))
    .find((found) => found !== undefined)
  const git = context.forge.git(repository)
  if (id !== undefined) return git.commit(id) ? id : null
  return git.commit(name) ? name : null
}
