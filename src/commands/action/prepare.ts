import { UnableError, UsageError } from '../../book/errors.ts'
import { fetchObjects } from '../../io/git/remote.ts'
import { openCommit } from '../../io/source.ts'
import type { Io } from '../command.ts'
import { openGoverned } from '../steps/github.ts'
import type { Inputs } from './inputs.ts'
import type { RunFacts } from './run-facts.ts'

/**
 * What a step needs beyond its inputs: commits that the clone doesn't have yet, and the person who started a genesis.
 * Throws UsageError and UnableError.
 */
export async function prepare(inputs: Inputs, facts: RunFacts, io: Io): Promise<Inputs> {
  switch (inputs.command) {
    case 'validate':
    case 'plan':
      await bring([inputs.base, inputs.head], facts, io)
      return inputs
    case 'genesis':
      return { ...inputs, by: await starter(inputs.by, facts) }
    default:
      return inputs
  }
}

const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/u

/** Brings commits named by their ids into the clone, as objects; nothing of them is checked out. */
async function bring(names: readonly string[], { workspace }: RunFacts, io: Io): Promise<void> {
  const commits = names.filter((name) => COMMIT.test(name))
  if (commits.length === 0 || (io.environment['GITHUB_TOKEN'] ?? '') === '') return
  const [missing] = await fetchObjects(workspace, openGoverned({ quiet: false }, io).remote, commits)
  if (missing !== undefined)
    throw new UnableError(
      `Commit ${missing} isn’t there any more: the branch has moved on, and its newer run tells.`
    )
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
