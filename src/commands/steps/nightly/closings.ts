import { belongsBy } from '../../../approval/belonging.ts'
import { judgeClosing, teamsOfClosing } from '../../../approval/closing.ts'
import { requestName } from '../../../evidence/advance.ts'
import type { Closing } from '../../../evidence/record-outside.ts'
import { fetchObjects } from '../../../io/git/remote.ts'
import { answerTeams } from '../../../io/github/answer-teams.ts'
import { readCloser } from '../../../io/github/propose/closing.ts'
import { openDesk, type Desk } from '../../../io/github/propose/desk.ts'
import { isAuthor } from '../../../io/github/propose/author.ts'
import { readHead } from '../../../io/github/propose/branches.ts'
import { readPullsFrom, type OwnPull } from '../../../io/github/propose/own-pulls.ts'
import type { GitHub } from '../../../io/github/github.ts'
import { openResolved } from '../../../io/source.ts'
import type { OutOfBand } from '../../../book/kinds/out-of-band.ts'
import { told } from '../pull-view.ts'
import type { Sight } from './sight.ts'

/** A file of a pull request that was closed, and for whom that decides to take away what it showed. */
export interface DeclinedFile {
  readonly path: string
  readonly shown: OutOfBand
  readonly closing: Closing
}

/** Where closed pull requests are read. */
export interface ClosedPulls {
  readonly github: GitHub
  /** Slug of our App. */
  readonly app: string
}

/**
 * What an owner decided to take away by closing the App's pull request about it without merging it. Whether he may is told
 * by GitHub's record of who closed it and by the approved files. A branch that was deleted, or moved since, decides nothing,
 * nor does somebody else's closing: then it is opened again. Throws UnableError for what can't be read.
 */
export async function declinedIn(
  { github, app }: ClosedPulls,
  system: string,
  branch: string,
  sight: Sight
): Promise<readonly DeclinedFile[]> {
  const by = { kind: 'app', slug: app } as const
  const desk = openDesk({ github, root: sight.root, by })
  const pulls = told(await readPullsFrom(github, branch))
  const last = pulls.find(({ author }) => isAuthor(author, by))
  if (!last || last.closedAt === null || last.merged || pulls.some(({ open }) => open)) return []
  if (isKnown(last, sight) || told(await readHead(desk, branch)) !== last.head) return []
  return judgedFiles(desk, last, last.closedAt, system, sight)
}

/** A pull request decides once: what its closing came to stands in the record. */
function isKnown({ number }: OwnPull, { ledger, settings }: Sight): boolean {
  const name = requestName(number, settings)
  return [...ledger.outside.values()].some(({ declined }) => declined.some(({ pull }) => pull === name))
}

async function judgedFiles(
  { github, root, by }: Desk,
  pull: OwnPull,
  at: number,
  system: string,
  { book, settings, now }: Sight
): Promise<readonly DeclinedFile[]> {
  const account = told(await readCloser(github, pull.number))
  if (account === null || isAuthor(account, by)) return []
  const all = await shownAt(github, root, pull.head, system)
  // What stands in the approved files just so is not what the pull request asked about.
  const shown = new Map([...all].filter(([path, { blob }]) => book.tree.entries.get(path)?.blob !== blob))
  const asked = teamsOfClosing(book, [...shown.keys()], account)
  const belongs = belongsBy(await answerTeams(github, asked), book)
  const name = requestName(pull.number, settings)
  return [...shown].flatMap(([path, { data }]): readonly DeclinedFile[] => {
    const judged = judgeClosing({ account, at }, { path, system, shown: data }, book, belongs, now)
    if (judged.person === null) return []
    const { person, as } = judged
    const closing = { pull: name, login: account.login, number: account.id, person, as, at }
    return [{ path, shown: data, closing }]
  })
}

/** Files about access found in a system, as a commit has them; nothing if the commit can't be had. */
async function shownAt(
  github: GitHub,
  root: string,
  commit: string,
  system: string
): Promise<ReadonlyMap<string, { readonly data: OutOfBand; readonly blob: string | null }>> {
  if ((await fetchObjects(root, github.remote, [commit])).size > 0) return new Map()
  const source = await openResolved(root, commit)
  try {
    const folder = `grants/out-of-band/${system}/`
    const paths = [...source.tree.entries.keys()].filter((path) => path.startsWith(folder))
    const { book } = await source.load(new Set(paths))
    const blobOf = (path: string) => source.tree.entries.get(path)?.blob ?? null
    return new Map([...book.outOfBand].map(([path, { data }]) => [path, { data, blob: blobOf(path) }]))
  } finally {
    source.close()
  }
}
