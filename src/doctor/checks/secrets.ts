import type { DoctorCheck, Told } from '../check.ts'

/** Secrets of the shipped workflows. Each belongs to environments alone. */
export const SECRETS = ['GRANTBOOK_SIGNING_KEY', 'GRANTBOOK_APP_KEY'] as const

/** Which environment needs which of them. The consent of a genesis needs none, and must not have any. */
export const ENVIRONMENTS: Readonly<Record<string, readonly (typeof SECRETS)[number][]>> = {
  'grantbook-verdict': ['GRANTBOOK_APP_KEY'],
  'grantbook-apply': ['GRANTBOOK_APP_KEY', 'GRANTBOOK_SIGNING_KEY'],
  'grantbook-genesis': []
}

/** Where the keys lie. */
export const SECRET_CHECKS: readonly DoctorCheck[] = [
  {
    code: 'secret-exposed',
    severity: 'error',
    where: 'github',
    doc: 'A key is a secret of the repository or the organisation: a workflow on any branch can read it.',
    *run({ secrets }): Generator<Told> {
      const names: readonly string[] = SECRETS
      for (const name of (secrets.ok ? secrets.value : []).filter((each) =>
        names.includes(each.toUpperCase())
      )) {
        yield {
          message: `${name} is a secret of the repository or the organisation: a workflow on any branch can read it.`,
          fix: 'Settings › Secrets and variables › Actions: remove it, replace the key, and set the new one in the environment alone.'
        }
      }
    }
  },
  {
    code: 'environment-missing',
    severity: 'error',
    where: 'github',
    doc: 'An environment that the workflows use does not exist. The first run would make it, open to every branch.',
    *run({ environments }): Generator<Told> {
      for (const [name, environment] of environments) {
        if (environment.ok && environment.value === null)
          yield {
            message: `There is no environment "${name}".`,
            fix: `Settings › Environments › New environment: ${name}.`
          }
      }
    }
  },
  {
    code: 'environment-any-branch',
    severity: 'error',
    where: 'github',
    doc: 'A workflow on another branch than the default one may use an environment, and read its secrets.',
    *run({ environments, repository }): Generator<Told> {
      if (!repository.ok) return
      for (const [name, environment] of environments) {
        if (!environment.ok || environment.value === null) continue
        const { branches } = environment.value
        if (branches?.length === 1 && branches[0] === repository.value.defaultBranch) continue
        const open =
          branches === null ? 'any branch' : branches.length === 0 ? 'no branch' : branches.join(', ')
        yield {
          message: `The environment "${name}" admits ${open}, not the default branch alone.`,
          fix: `Settings › Environments › ${name} › Deployment branches and tags: Selected branches, with "${repository.value.defaultBranch}" only.`
        }
      }
    }
  },
  {
    code: 'environment-without-key',
    severity: 'error',
    where: 'github',
    doc: 'An environment lacks a secret that its workflow needs, or holds one that it does not.',
    *run({ environments }): Generator<Told> {
      for (const [name, environment] of environments) {
        if (!environment.ok || environment.value === null || !environment.value.secrets.ok) continue
        const has = environment.value.secrets.value
        const needs: readonly string[] = ENVIRONMENTS[name] ?? []
        const fix = `Settings › Environments › ${name} › Environment secrets.`
        for (const key of needs.filter((each) => !has.includes(each)))
          yield { message: `The environment "${name}" has no secret ${key}.`, fix }
        for (const key of SECRETS.filter((each) => has.includes(each) && !needs.includes(each)))
          yield { message: `The environment "${name}" holds ${key}, which nothing in it needs.`, fix }
      }
    }
  },
  {
    code: 'genesis-without-consent',
    severity: 'error',
    where: 'github',
    doc: 'Whoever starts a genesis may do so alone: "grantbook-genesis" needs a reviewer, who is somebody else.',
    *run({ environments }): Generator<Told> {
      const genesis = environments.get('grantbook-genesis')
      if (!genesis?.ok || genesis.value === null) return
      if (genesis.value.reviewers > 0 && !genesis.value.selfReview) return
      yield {
        message: this.doc,
        fix: 'Settings › Environments › grantbook-genesis › Required reviewers: the governance team; Prevent self-review: on.'
      }
    }
  }
]
