import { peopleOf, personOf } from '../../../approval/people.ts'
import type { Account } from '../../../approval/facts.ts'
import type { Book } from '../../../book/book.ts'
import { UnableError, UsageError } from '../../../book/errors.ts'
import type { Instant } from '../../../book/instant.ts'
import type { Loaded } from '../../../book/load.ts'
import { identify } from '../../../book/paths.ts'
import { plain } from '../../../book/quote.ts'
import { filesNamed } from '../../../book/tree.ts'
import { requireHistory } from '../../../io/git/pull-content.ts'
import { fetchObjects } from '../../../io/git/remote.ts'
import type { GitHub } from '../../../io/github/github.ts'
import { isLocalGitHub } from '../../../io/github/open.ts'
import { openDesk, type Desk } from '../../../io/github/propose/desk.ts'
import type { Base } from '../../../io/github/propose/proposal.ts'
import { readDefaultTip } from '../../../io/github/repository.ts'
import { requireGrants } from '../../../io/load.ts'
import { openResolved, type Source } from '../../../io/source.ts'
import type { Common, Io } from '../../command.ts'
import { openGoverned } from '../github.ts'
import { told } from '../pull-view.ts'
import { readOwnAccount } from './own-account.ts'

/** From where a person opens a pull request: what stands on the default branch now, and in whose name. */
export interface Stand {
  readonly root: string
  readonly now: Instant
  readonly github: GitHub
  readonly desk: Desk
  readonly base: Base
  /** `https://github.com/acme/access`. */
  readonly repository: string
  /** The default branch's tip, as GitHub names it. */
  readonly source: Source
  /** Every governing file of it; of grants only those of the subjects that were asked for. */
  readonly loaded: Loaded
  readonly book: Book
  readonly account: Account
  /** Whose account that is. */
  readonly me: string
}

/**
 * Opens it with the person's own token. Nothing of the clone is moved or checked out: git's objects are all that is
 * added. Whoever opened it closes `source`. Throws UsageError that names the variable in question, UnableError.
 */
export async function openStand(common: Common, io: Io): Promise<Stand> {
  requireToken(io)
  const github = openGoverned(common, io)
  if (common.nowGiven && !isLocalGitHub(io.environment))
    throw new UsageError(
      '--now is for a GitHub on this machine: GITHUB_API_URL and GITHUB_SERVER_URL are not.'
    )
  const { root, now, quiet } = common
  await requireHistory(root)
  if (io.terminal.err && !quiet) io.err(`Reading ${github.owner}/${github.repo} …\n`)
  const account = await readOwnAccount(github)
  const { tip, defaultBranch } = told(await readDefaultTip(github))
  if ((await fetchObjects(root, github.remote, [tip])).size > 0)
    throw new UnableError(`git could not fetch ${tip}, the tip of the default branch.`)
  const source = await openResolved(root, tip)
  try {
    requireGrants(source)
    const loaded = await source.load(governing(source))
    const me = personOf(peopleOf(loaded.book), account)
    if (me === null)
      throw new UnableError(
        `No file in "people/" has the number ${account.id} of @${plain(account.login)}, to whom GITHUB_TOKEN belongs, or several have. Nobody could approve what they ask for: have "githubId: ${account.id}" written into their file first.`
      )
    const desk = openDesk({ github, root, by: { kind: 'person', login: account.login } })
    const repository = github.remote.url.replace(/\.git$/u, '')
    const base = { branch: defaultBranch, tip }
    return { root, now, github, desk, base, repository, source, loaded, book: loaded.book, account, me }
  } catch (error) {
    source.close()
    throw error
  }
}

/** The same with everything that some subjects hold. */
export async function withGrantsOf(stand: Stand, subjects: readonly string[]): Promise<Stand> {
  const loaded = await stand.source.load(withGrants(stand.source, subjects))
  return { ...stand, loaded, book: loaded.book }
}

/** Paths of every governing file of a source, and of all grants of some subjects. */
export function withGrants(source: Source, subjects: readonly string[]): ReadonlySet<string> {
  const grants = subjects.flatMap((id) => filesNamed(source.tree, `${id}.yaml`).map(({ path }) => path))
  return new Set([...governing(source), ...grants])
}

function governing({ tree }: Source): ReadonlySet<string> {
  const paths = new Set<string>()
  for (const path of tree.entries.keys()) {
    const kind = identify(path)?.kind
    if (kind !== undefined && !OF_ONE.has(kind)) paths.add(path)
  }
  return paths
}

const OF_ONE: ReadonlySet<string> = new Set(['grant', 'emergency', 'retrospective'])

function requireToken({ environment }: Io): void {
  const token = environment['GITHUB_TOKEN']
  if (token !== undefined && token.trim() !== '') return
  throw new UsageError(
    'GITHUB_TOKEN is not set: it must hold your own token, because the pull request is opened in your name. With GitHub’s command line: GITHUB_TOKEN=$(gh auth token).'
  )
}
