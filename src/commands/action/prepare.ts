import { UnableError, UsageError } from '../../book/errors.ts'
import { fetchObjects } from '../../io/git/remote.ts'
import type { GitHub } from '../../io/github/github.ts'
import { openGitHub } from '../../io/github/open.ts'
import { readOpenPulls } from '../../io/github/pulls.ts'
import { readRepository } from '../../io/github/repository.ts'
import { openCommit } from '../../io/source.ts'
import { logLine } from '../../render/escape.ts'
import type { Io } from '../command.ts'
import type { Inputs } from './inputs.ts'
import type { RunFacts } from './run-facts.ts'

/**
 * What a step needs beyond its inputs: commits that the clone doesn't have yet, the open pull requests of a sweep, the
 * person who started a genesis. One element for each command line to run. Throws UsageError and UnableError.
 */
export async function prepare(inputs: Inputs, facts: RunFacts, io: Io): Promise<readonly Inputs[]> {
  switch (inputs.command) {
    case 'validate':
    case 'plan':
      await bring([inputs.base, inputs.head], facts, io)
      return [inputs]
    case 'verdict':
      return inputs.pull === '' && inputs.head === '' ? sweep(inputs, io) : [inputs]
    case 'genesis':
      return [{ ...inputs, by: await starter(inputs.by, facts) }]
    default:
      return [inputs]
  }
}

const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/u

/** Brings commits named by their ids into the clone, as objects; nothing of them is checked out. */
async function bring(names: readonly string[], { workspace }: RunFacts, io: Io): Promise<void> {
  const commits = names.filter((name) => COMMIT.test(name))
  if (commits.length === 0 || (io.environment['GITHUB_TOKEN'] ?? '') === '') return
  const [missing] = await fetchObjects(workspace, open(io).remote, commits)
  if (missing !== undefined)
    throw new UnableError(
      `Commit ${missing} isn’t there any more: the branch has moved on, and its newer run tells.`
    )
}

/** Every open pull request into the default branch, oldest first. */
async function sweep(inputs: Inputs, io: Io): Promise<readonly Inputs[]> {
  const github = open(io)
  const repository = await readRepository(github)
  const pulls = repository.ok ? await readOpenPulls(github, repository.value.defaultBranch) : repository
  if (!pulls.ok) throw new UnableError(`GitHub did not tell ${pulls.gap.what}: ${pulls.gap.why}.`)
  io.err(`${pulls.value.length} open.\n`)
  return pulls.value.map(({ number }) => ({ ...inputs, pull: String(number) }))
}

/**
 * The person whose file has the number of the account that started the run. An input may repeat it but not say something
 * else: nobody starts the evidence in another's name.
 */
async function starter(given: string, { workspace, actorId }: RunFacts): Promise<string> {
  const source = await openCommit(workspace, 'HEAD')
  try {
    const { book } = await source.load()
    const ids = [...book.people.values()].filter(({ data }) => data.githubId === actorId).map(({ id }) => id)
    const [person] = ids
    if (actorId === null || person === undefined || ids.length > 1) {
      throw new UsageError(
        `The account that started this run (number ${actorId ?? 'unknown'}) is not exactly one person under grants/people/. Add "githubId" to that person's file.`
      )
    }
    if (given !== '' && given !== person)
      throw new UsageError(
        `This run was started by "${person}", not by "${given}". Leave the input "by" out.`
      )
    return person
  } finally {
    source.close()
  }
}

function open(io: Io): GitHub {
  const log = (line: string): void => io.err(`${logLine(line)}\n`)
  return openGitHub(io.environment, { sleep: io.sleep, random: io.random, signal: io.signal, log })
}
