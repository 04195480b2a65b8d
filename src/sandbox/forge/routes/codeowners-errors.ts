import { parseCodeowners } from '../../../approval/codeowners/parse.ts'
import { includes, permissionOf, repositoryOf, teamPermission } from '../access.ts'
import { notFound } from '../error.ts'
import { actorOf, CODEOWNERS_PATHS } from '../protection/approvals.ts'
import { ok, type Context, type Reply, type Route } from '../route.ts'
import type { Shape } from '../shapes/account.ts'
import type { Repository } from '../state-repository.ts'
import { findAccount, findTeam } from '../state.ts'
import { commitNamed } from './find.ts'

/** What GitHub can't read in CODEOWNERS, and owners who aren't there or may not write. */
export const codeownersErrorRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/codeowners/errors',
    operation: 'repos/codeowners-errors',
    kind: 'read',
    needs: ['contents', 'read'],
    handle: list
  }
]

function list(context: Context): Reply {
  const repository = repositoryOf(context)
  const commit = commitNamed(context, repository, context.query.get('ref') ?? repository.defaultBranch)
  if (commit === null) throw notFound()
  const git = context.forge.git(repository)
  const path = CODEOWNERS_PATHS.find((one) => git.file(commit, one) !== null)
  if (path === undefined) throw notFound()
  const text = git.file(commit, path)?.toString('utf8') ?? ''
  const lines = text.split(/\r?\n/u)
  const { faults, rules } = parseCodeowners(text)
  const errors = faults
    // These two GitHub takes: brackets literally, an address for an owner.
    .filter(({ what }) => !what.includes('brackets') && !what.includes('is an address'))
    .map(({ column, fix, line, what }) =>
      error(
        path,
        lines,
        line,
        column,
        what.includes('not an owner') ? 'Invalid owner' : 'Invalid pattern',
        fix
      )
    )
  for (const { line, owners } of rules) {
    for (const owner of owners) {
      const suggestion = unknownOwner(context, repository, owner)
      if (suggestion === null) continue
      const column = (lines[line - 1] ?? '').indexOf(owner) + 1
      errors.push(error(path, lines, line, column, 'Unknown owner', suggestion))
    }
  }
  return ok({ errors: errors.toSorted((a, b) => Number(a['line']) - Number(b['line'])) })
}

function error(
  path: string,
  lines: readonly string[],
  line: number,
  column: number,
  kind: string,
  suggestion: string
): Shape {
  const source = lines[line - 1] ?? ''
  const marker = `${' '.repeat(Math.max(0, column - 1))}^`
  return {
    line,
    column,
    kind,
    source: `${source}\n`,
    suggestion,
    message: `${kind} on line ${line}: ${suggestion}\n\n  ${source}\n  ${marker}`,
    path
  }
}

/** What is to be done about an owner who can't own; null: nothing is wrong. */
function unknownOwner({ state }: Context, repository: Repository, owner: string): string | null {
  if (!owner.startsWith('@')) return null
  const [name = '', slug] = owner.slice(1).split('/')
  if (slug === undefined) {
    const account = findAccount(state, name)
    const may = account && includes(permissionOf(state, repository, actorOf(state, account.id)), 'write')
    return may ? null : `make sure ${owner} exists and has write access to the repository`
  }
  const team = findTeam(state, slug)
  const own = state.accounts.get(state.organization)?.login.toLowerCase() === name.toLowerCase()
  const may =
    own && team && team.privacy === 'closed' && includes(teamPermission(state, repository, team), 'write')
  return may
    ? null
    : `make sure the team ${owner} exists, is publicly visible, and has write access to the repository`
}
