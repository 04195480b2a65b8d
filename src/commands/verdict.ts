import { UnableError, UsageError } from '../book/errors.ts'
import { SETTINGS_PATH } from '../book/paths.ts'
import { staleBeat } from '../evidence/heartbeat.ts'
import { readHeartbeat } from '../io/git/heartbeat.ts'
import { requireHistory } from '../io/git/pull-content.ts'
import { fetchObjects } from '../io/git/remote.ts'
import type { GitHub } from '../io/github/github.ts'
import { isLocalGitHub } from '../io/github/open.ts'
import { readOpenPulls, readPull } from '../io/github/pulls.ts'
import { readRepository, readTip } from '../io/github/repository.ts'
import { logLine } from '../render/escape.ts'
import { renderJson } from '../render/json.ts'
import { headline } from '../render/verdict/counts.ts'
import { verdictDocument, worstFirst, type Told } from '../render/verdict/document.ts'
import { TITLES, type VerdictView } from '../render/verdict/view.ts'
import type { Common, CommandModule, Io } from './command.ts'
import { openApprovedSource } from './steps/approved-source.ts'
import { openGoverned } from './steps/github.ts'
import { PullLive } from './steps/pull-live.ts'
import { superseded, told, viewOf, type Standpoint } from './steps/pull-view.ts'
import { writeCheck, writeCopies } from './steps/write-verdict.ts'

/** `grantbook verdict`: judges pull requests and writes check run, comment and labels. */
export const command: CommandModule = {
  formats: ['text', 'json'],
  example: 'npx grantbook verdict --pull 12',
  describe: (c) => {
    c.option('--pull <n>', 'number of the pull request; every open one if neither this nor --head is given')
      .option('--head <sha>', 'judge for this commit; alone: every open pull request whose head it is')
      .option('--run <id>', 'id of the workflow run, for the record')
      .option('--commit <sha>', 'commit for which the run was started')
      .option('--attempt <n>', 'which attempt of that run this is')
  },
  run: async (args, options, common, io) => {
    if (args.length > 0) throw new UsageError(`verdict takes no arguments, but was given "${args[0] ?? ''}".`)
    const wanted = { pull: pullFrom(options['pull']), head: headFrom(options['head']) }
    if (common.nowGiven && !isLocalGitHub(io.environment))
      throw new UsageError(
        '--now is for a GitHub on this machine: GITHUB_API_URL and GITHUB_SERVER_URL are not.'
      )
    const { all, unread } = await judgeAll(wanted, common, io)
    for (const view of worstFirst(all.map((one) => one.view))) {
      const line = `#${view.verdict.pull} ${headline(view, TITLES)}`
      if (common.format !== 'json') io.out(`${logLine(line)}\n`)
    }
    for (const why of unread) io.err(`error: ${logLine(why)}\n`)
    const ok = unread.length === 0
    if (common.format === 'json') io.out(renderJson(verdictDocument(all, ok)))
    else if (all.length === 0 && ok) io.out('There is no open pull request to judge.\n')
    return ok ? 0 : 1
  }
}

interface Wanted {
  readonly pull: number | null
  readonly head: string | null
}

interface Judged {
  readonly all: readonly Told[]
  /** Why some pull requests of a sweep could not be judged, or not be written to. One never stops the others. */
  readonly unread: readonly string[]
}

async function judgeAll(wanted: Wanted, common: Common, io: Io): Promise<Judged> {
  const github = openGoverned(common, io)
  const { root } = common
  await requireHistory(root)
  const { defaultBranch } = told(await readRepository(github))
  const tip = told(await readTip(github, defaultBranch))
  if ((await fetchObjects(root, github.remote, [tip])).size > 0)
    throw new UnableError(`git could not fetch ${tip}, the tip of the default branch.`)
  const pulls = await pullsFor(wanted, github, defaultBranch)
  if (pulls.length === 0) return { all: [], unread: [] }
  const approved = await openApprovedSource(github, root, tip, null)
  try {
    const { book } = await approved.source.load(new Set([SETTINGS_PATH]))
    const app = book.settings?.data.app
    if (app === undefined)
      throw new UnableError('The approved settings can’t be read, so it isn’t known which App speaks for us.')
    const repository = github.remote.url.replace(/\.git$/u, '')
    const live = new PullLive(approved, tip, common, io)
    const nightly =
      approved.evidence === null || !book.settings
        ? null
        : staleBeat(await readHeartbeat(root, approved.evidence), book.settings.data, common.now)
    const at = { github, approved, tip, repository, common, live, nightly }
    return await judgeEach(pulls, wanted.head, at, app)
  } finally {
    approved.source.close()
  }
}

async function judgeEach(
  pulls: readonly number[],
  head: string | null,
  at: Standpoint,
  app: string
): Promise<Judged> {
  const sweep = new Sweep(pulls.length > 1)
  const byHead = new Map<string, VerdictView[]>()
  for (const number of pulls) {
    const view = await sweep.attempt(`#${number}`, () => viewOf(number, at))
    if (view === null) continue
    const moved = head !== null && view.verdict.head !== head
    const shown = moved ? superseded(view.verdict, at, head) : view
    byHead.set(shown.verdict.head, [...(byHead.get(shown.verdict.head) ?? []), shown])
  }
  const checked: { readonly view: VerdictView; readonly check: number }[] = []
  for (const views of byHead.values()) {
    // One commit has one check: of several pull requests with this head the worst counts.
    const [worst] = worstFirst(views)
    const check = worst && (await sweep.attempt(namesOf(views), () => writeCheck(at.github, worst, app)))
    if (typeof check === 'number') checked.push(...views.map((view) => ({ view, check })))
  }
  const all: Told[] = []
  // Copies come last: what counts is the check, and no comment holds up anybody's.
  for (const { view, check } of checked) {
    const comment = await sweep.attempt(`copies on ${namesOf([view])}`, () => copies(view, at, app))
    all.push({ view, check, comment })
  }
  return { all, unread: sweep.end() }
}

function namesOf(views: readonly VerdictView[]): string {
  return views.map(({ verdict }) => `#${verdict.pull}`).join(', ')
}

/** Whoever opens a pull request that can't be judged, or not be written to, must not stop the others' by it. */
class Sweep {
  readonly #several: boolean
  readonly #unread: string[] = []
  #unexpected: unknown = null

  constructor(several: boolean) {
    this.#several = several
  }

  /** Null: it didn't work, and the others go on. Throws where there are no others. */
  async attempt<T>(what: string, act: () => Promise<T>): Promise<T | null> {
    try {
      return await act()
    } catch (error) {
      if (!this.#several) throw error
      if (error instanceof UnableError) this.#unread.push(`${what}: ${error.message}`)
      else this.#unexpected ??= error
      return null
    }
  }

  /** What could not be judged or written. Throws what nobody foresaw, now that the others are done. */
  end(): readonly string[] {
    if (this.#unexpected !== null) throw this.#unexpected
    return this.#unread
  }
}

/** Comment and labels of a pull request that is still open and still has this head. */
async function copies(view: VerdictView, { github }: Standpoint, app: string): Promise<number | null> {
  const { head, open } = told(await readPull(github, view.verdict.pull))
  return open && head === view.verdict.head ? writeCopies(github, view, app) : null
}

async function pullsFor({ pull, head }: Wanted, github: GitHub, into: string): Promise<readonly number[]> {
  if (pull !== null) return [pull]
  const open = told(await readOpenPulls(github, into))
  return open.filter((one) => head === null || one.head === head).map(({ number }) => number)
}

function pullFrom(value: unknown): number | null {
  if (value === undefined) return null
  if (typeof value === 'string' && /^[1-9]\d{0,8}$/u.test(value)) return Number(value)
  throw new UsageError('--pull takes the number of a pull request: grantbook verdict --pull 12.')
}

function headFrom(value: unknown): string | null {
  if (value === undefined) return null
  if (typeof value === 'string' && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u.test(value)) return value
  throw new UsageError('--head takes the whole id of a commit, 40 hexadecimal digits.')
}
