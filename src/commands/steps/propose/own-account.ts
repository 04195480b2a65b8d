import type { Account } from '../../../approval/facts.ts'
import { UnableError, UsageError } from '../../../book/errors.ts'
import type { GitHub } from '../../../io/github/github.ts'
import { ask, parsed } from '../../../io/github/read.ts'
import { account } from '../../../io/github/shapes.ts'

/** The account to which the token belongs. Throws UsageError for an App's token, UnableError if GitHub doesn't say. */
export async function readOwnAccount(github: GitHub): Promise<Account> {
  const what = 'account of GITHUB_TOKEN'
  const asked = await ask(github, what, 'GET /user')
  if (asked.kind === 'gap' && /^403\b/u.test(asked.gap.why)) throw new UsageError(NOT_A_PERSONS)
  if (asked.kind === 'gap')
    throw new UnableError(`GitHub doesn’t say whose GITHUB_TOKEN is: ${asked.gap.why}.`)
  const read = asked.kind === 'found' ? parsed(what, asked.answer.data, account) : null
  if (!read?.ok) throw new UnableError('GitHub doesn’t say whose GITHUB_TOKEN is.')
  if (read.value.type !== 'User') throw new UsageError(NOT_A_PERSONS)
  return read.value
}

const NOT_A_PERSONS =
  'GITHUB_TOKEN is not a person’s: the pull request is opened in your name, so it must hold your own token. With GitHub’s command line: GITHUB_TOKEN=$(gh auth token).'
