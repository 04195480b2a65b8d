import type { SandboxClock } from '../clock.ts'
import type { Git } from './git/git.ts'
import type { RateLimits } from './limits.ts'
import type { Repository } from './state-repository.ts'
import type { ForgeState } from './state.ts'

/** The running forge, as routes see it. */
export interface Forge {
  /** What stands now. */
  readonly state: ForgeState
  readonly clock: SandboxClock
  readonly limits: RateLimits
  /** Base address of the API, without a slash at its end. */
  readonly api: string
  /** Base address of pages and of git: `${web}/acme/access.git`. */
  readonly web: string
  /** The objects and refs of a repository. */
  git(repository: Pick<Repository, 'id'>): Git
}
