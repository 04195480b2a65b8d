import type { CommandModule } from './command.ts'

/** A command as the list shows it; its module is loaded only when it is called. */
export interface Listed {
  readonly name: string
  readonly summary: string
  readonly load: () => Promise<{ readonly command: CommandModule }>
}

/** Every command, in the order of `--help`. */
export const COMMANDS: readonly Listed[] = [
  {
    name: 'validate',
    summary: 'check every file under grants/ and report what is wrong',
    load: () => import('./validate.ts')
  },
  {
    name: 'owners',
    summary: 'tell who owns paths by CODEOWNERS',
    load: () => import('./owners.ts')
  },
  {
    name: 'codeowners',
    summary: 'write .github/CODEOWNERS from the files under grants/',
    load: () => import('./codeowners.ts')
  },
  {
    name: 'plan',
    summary: 'show what a change, or an apply, would do',
    load: () => import('./plan.ts')
  },
  {
    name: 'conflicts',
    summary: 'show who holds more together than the rules of separation of duties allow',
    load: () => import('./conflicts.ts')
  },
  {
    name: 'approvals',
    summary: 'show who approved a pull request, and what is missing from whom',
    load: () => import('./approvals.ts')
  },
  {
    name: 'verdict',
    summary: 'judge pull requests and write check run, comment and labels',
    load: () => import('./verdict.ts')
  },
  {
    name: 'apply',
    summary: 'bring the systems to what the files say',
    load: () => import('./apply.ts')
  },
  {
    name: 'nightly',
    summary: 'apply, and keep the pull requests and notices that time brings',
    load: () => import('./nightly.ts')
  },
  {
    name: 'request',
    summary: 'open the pull request that asks for access',
    load: () => import('./request.ts')
  },
  {
    name: 'renew',
    summary: 'open one pull request that moves the end of grants, or re-attests workloads',
    load: () => import('./renew.ts')
  },
  {
    name: 'adopt',
    summary: 'open the pull request that turns access found outside into a grant',
    load: () => import('./adopt.ts')
  },
  {
    name: 'restore',
    summary: 'open the pull request that lets stand again what was taken away outside',
    load: () => import('./restore.ts')
  },
  {
    name: 'offboard',
    summary: 'open the pull request that sets somebody’s last day, with all that follows',
    load: () => import('./offboard.ts')
  },
  {
    name: 'suspend',
    summary: 'open the pull request that takes everything from a person or workload',
    load: () => import('./suspend.ts')
  },
  {
    name: 'import',
    summary: 'open the pull requests that make what stands in a system a first baseline',
    load: () => import('./import.ts')
  },
  {
    name: 'audit',
    summary: 'verify the whole record from a clone',
    load: () => import('./audit.ts')
  },
  {
    name: 'explain',
    summary: 'tell who asked for access, who said yes, when it was given and taken',
    load: () => import('./explain.ts')
  },
  {
    name: 'sandbox',
    summary: 'run a local GitHub and AWS from a world file',
    load: () => import('./sandbox.ts')
  },
  {
    name: 'init',
    summary: 'write the files of a new repository',
    load: () => import('./init.ts')
  },
  {
    name: 'keygen',
    summary: 'make a key for signing evidence',
    load: () => import('./keygen.ts')
  },
  {
    name: 'genesis',
    summary: 'begin the record with what the default branch has',
    load: () => import('./genesis.ts')
  },
  {
    name: 'doctor',
    summary: 'report what is set up wrongly on GitHub, in the systems and in the repository',
    load: () => import('./doctor.ts')
  }
]
