import type { DoctorCheck, Told } from '../check.ts'
import { demanded, demandsOf } from '../demands.ts'

const RULESET = 'Settings › Rules › Rulesets › the one for the default branch'

/** What may be done to the default branch itself, and how pull requests are merged into it. */
export const BRANCH_CHECKS: readonly DoctorCheck[] = [
  {
    code: 'force-push-allowed',
    severity: 'error',
    where: 'github',
    doc: 'The default branch may be force-pushed: its history can be rewritten.',
    *run(facts): Generator<Told> {
      if (demanded(facts, ({ noForcePush }) => noForcePush) === false)
        yield { message: this.doc, fix: `${RULESET} › Block force pushes.` }
    }
  },
  {
    code: 'deletion-allowed',
    severity: 'error',
    where: 'github',
    doc: 'The default branch may be deleted.',
    *run(facts): Generator<Told> {
      if (demanded(facts, ({ noDeletion }) => noDeletion) === false)
        yield { message: this.doc, fix: `${RULESET} › Restrict deletions.` }
    }
  },
  {
    code: 'merge-queue',
    severity: 'error',
    where: 'github',
    doc: 'The default branch has a merge queue, which Grantbook does not support yet: its checks would never be given.',
    *run(facts): Generator<Told> {
      if (demanded(facts, ({ mergeQueue }) => mergeQueue) === true)
        yield { message: this.doc, fix: `${RULESET} › Require merge queue: off.` }
    }
  },
  {
    code: 'rebase-merging',
    severity: 'warning',
    where: 'github',
    doc: 'Pull requests may be merged by rebase, which spreads one over several commits and is harder to follow later.',
    *run({ repository, main }): Generator<Told> {
      if (!repository.ok || !repository.value.merge.rebase) return
      const forbidden = demandsOf(main).some(
        ({ pullRequest }) => pullRequest?.methods?.includes('rebase') === false
      )
      if (!forbidden)
        yield { message: this.doc, fix: 'Settings › General › Pull Requests › Allow rebase merging: off.' }
    }
  },
  {
    code: 'default-branch',
    severity: 'error',
    where: 'github',
    doc: 'The default branch is not called "main", but the shipped workflows read that one.',
    *run({ repository }): Generator<Told> {
      if (repository.ok && repository.value.defaultBranch !== 'main') {
        yield {
          message: `The default branch is "${repository.value.defaultBranch}", but the shipped workflows read "main".`,
          fix: 'Settings › General › Default branch: rename it to "main".'
        }
      }
    }
  },
  {
    code: 'repository-name',
    severity: 'error',
    where: 'repository',
    doc: 'The settings name another repository than this one; its name is part of what Grantbook owns in every system.',
    *run({ repository, settings }): Generator<Told> {
      if (!repository.ok || !settings) return
      if (repository.value.name.toLowerCase() === settings.repository.toLowerCase()) return
      yield {
        message: `grants/grantbook.yaml names the repository "${settings.repository}", but this is "${repository.value.name}".`,
        fix: 'Set "repository" to the name of the repository that is governed.'
      }
    }
  }
]
