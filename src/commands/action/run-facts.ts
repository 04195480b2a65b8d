import { UsageError } from '../../book/errors.ts'

/** What Actions says of the run. Source: docs.github.com, Variables reference, default environment variables. */
export interface RunFacts {
  /** `owner/name` whose grants are governed. */
  readonly repository: string
  /** Whether the workflow lives in a repository of its own (the hardened form): commits of the run aren't the book's. */
  readonly runner: boolean
  readonly run: string
  /** Which attempt of the run this is, from 1. */
  readonly attempt: string
  /** Commit that the run is for; of the repository of the workflow. */
  readonly commit: string
  /** Number of the account that set the run off. */
  readonly actorId: number | null
  /** Where the governed repository was checked out. */
  readonly workspace: string
  /** For files that last as long as the job. */
  readonly temp: string
}

type Environment = Readonly<Record<string, string | undefined>>

/** Reads them. Throws UsageError outside of Actions, or where a value isn't what Actions would give. */
export function readRunFacts(environment: Environment): RunFacts {
  const own = demand(environment, 'GITHUB_REPOSITORY', REPOSITORY)
  const governed = environment['GRANTBOOK_REPOSITORY'] ?? ''
  const actor = environment['GITHUB_ACTOR_ID'] ?? ''
  return {
    repository: governed === '' ? own : demand(environment, 'GRANTBOOK_REPOSITORY', REPOSITORY),
    runner: governed !== '' && governed.toLowerCase() !== own.toLowerCase(),
    run: demand(environment, 'GITHUB_RUN_ID', NUMBER),
    attempt: demand(environment, 'GITHUB_RUN_ATTEMPT', NUMBER),
    commit: demand(environment, 'GITHUB_SHA', COMMIT),
    actorId: NUMBER.test(actor) ? Number(actor) : null,
    workspace: demand(environment, 'GITHUB_WORKSPACE', ANY),
    temp: demand(environment, 'RUNNER_TEMP', ANY)
  }
}

const REPOSITORY = /^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[A-Za-z0-9._-]{1,100}$/u
const NUMBER = /^\d{1,15}$/u
const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/u
const ANY = /./u

function demand(environment: Environment, name: string, shape: RegExp): string {
  const value = environment[name] ?? ''
  if (shape.test(value)) return value
  throw new UsageError(
    `${name} is ${value === '' ? 'not set' : 'malformed'}: this runs as a step of GitHub Actions only.`
  )
}
