import type { Book } from '../../book/book.ts'
import { load, type Loaded } from '../../book/load.ts'
import type { Settings } from '../../book/kinds/settings.ts'
import { SETTINGS_PATH } from '../../book/paths.ts'
import { ObjectReader } from '../../io/git/cat-file.ts'
import { pathHistory } from '../../io/git/history.ts'
import type { Instant } from '../../book/instant.ts'
import { CHECKS } from '../../checks.ts'
import { runChecks } from '../../findings/check.ts'
import { createContext } from '../../findings/context.ts'
import { brokenFiles } from '../../plan/broken.ts'
import { desire } from '../../plan/desire.ts'
import type { Desired } from '../../plan/desired.ts'
import type { Ledger } from '../../plan/ledger.ts'
import { CORES } from '../connectors.ts'
import { limitedEntitlements, readHistory } from '../total-history.ts'
import { UnableError } from '../../book/errors.ts'
import { isShallow } from '../../io/git/revision.ts'

/** With what a tree is judged. */
export interface Judging {
  readonly now: Instant
  readonly ledger: Ledger
  /** Paths for which limits in time are judged. */
  readonly changed: ReadonlySet<string>
  readonly root: string
  /** Commit up to which history counts; null: total time isn't judged. */
  readonly commit: string | null
}

/** Runs every check over a loaded tree and finds what it asks for; what has an error is frozen, not followed. */
export async function judgeTree(
  { book, problems }: Loaded,
  { now, ledger, changed, root, commit }: Judging
): Promise<Desired> {
  const ticket = await ticketPattern(book)
  const history = commit === null ? null : await historyOf(root, commit, book, changed)
  const context = createContext({ book, now, connectors: CORES, changed, history, ticket })
  const lastSettings = book.settings ? null : await settingsBefore(root)
  const broken = brokenFiles(book, [...problems, ...runChecks(CHECKS, context)], ledger)
  return desire({ book, broken, ledger, now, cores: (name) => CORES.get(name) ?? null, lastSettings })
}

/** What total time is judged by; null where nothing new has a limit. Throws UnableError where history is cut off. */
async function historyOf(root: string, commit: string, book: Book, changed: ReadonlySet<string>) {
  const names = limitedEntitlements(book, (path) => changed.has(path))
  if (names.size === 0) return null
  if (!(await isShallow(root))) return readHistory(root, commit, names)
  throw new UnableError(
    'The history here is cut off, and how long access was held before can’t be told without it. Set "fetch-depth: 0" for actions/checkout, or run: git fetch --unshallow.'
  )
}

async function ticketPattern(book: Book) {
  const pattern = book.settings?.data.ticket.pattern
  if (pattern === undefined) return null
  const { compilePattern } = await import('../../findings/ticket-pattern.ts')
  return compilePattern(pattern)
}

/** The newest settings on the way to HEAD that can be read; null if there never were any. */
async function settingsBefore(root: string): Promise<Settings | null> {
  const versions = await pathHistory(root, 'HEAD', [SETTINGS_PATH])
  const reader = new ObjectReader(root)
  try {
    for (const { blob } of versions.toReversed()) {
      const bytes = blob === null ? undefined : (await reader.read([blob])).get(blob)
      if (!bytes) continue
      const entry = { path: SETTINGS_PATH, mode: '100644', blob, size: bytes.length }
      const { book } = load({ entries: new Map([[SETTINGS_PATH, entry]]) }, new Map([[SETTINGS_PATH, bytes]]))
      if (book.settings) return book.settings.data
    }
    return null
  } finally {
    reader.close()
  }
}
