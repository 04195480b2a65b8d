import type { Forge } from './forge.ts'
import type { Merged } from './git/git.ts'
import type { FileDifference } from './git/diff.ts'
import type { Pull } from './state-pull.ts'
import type { Repository } from './state-repository.ts'

/** The base branch as a pull request sees it: its tip, or where it stood when the pull request was merged. */
export function baseOf(repository: Repository, pull: Pull): string {
  if (pull.merged) return pull.merged.base
  return repository.refs.get(`refs/heads/${pull.baseRef}`) ?? pull.base
}

/** The commits of a pull request, oldest first. */
export function commitsOf(forge: Forge, repository: Repository, pull: Pull): readonly string[] {
  return forge.git(repository).log(pull.head, baseOf(repository, pull), ['--topo-order', '--reverse'])
}

/** What a pull request changes: its head against the merge base. */
export function filesOf(forge: Forge, repository: Repository, pull: Pull): readonly FileDifference[] {
  const git = forge.git(repository)
  return git.diff(git.mergeBase(baseOf(repository, pull), pull.head), pull.head)
}

/** Whether a pull request can be merged without conflict. */
export function mergeOf(forge: Forge, repository: Repository, pull: Pull): Merged {
  return forge.git(repository).merge(baseOf(repository, pull), pull.head)
}
