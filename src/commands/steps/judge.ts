import type { Book, Entry } from '../../book/book.ts'
import { load, type Loaded } from '../../book/load.ts'
import type { Settings } from '../../book/kinds/settings.ts'
import type { System } from '../../book/kinds/system.ts'
import { SETTINGS_PATH, systemPath } from '../../book/paths.ts'
import { ObjectReader } from '../../io/git/cat-file.ts'
import { pathHistory } from '../../io/git/history.ts'
import type { Instant } from '../../book/instant.ts'
import type { ApprovedAt } from '../../duties/exceptions.ts'
import { approvedBy } from '../../plan/approved-by.ts'
import { brokenFiles } from '../../plan/broken.ts'
import { desire } from '../../plan/desire.ts'
import type { Desired } from '../../plan/desired.ts'
import type { Ledger } from '../../plan/ledger.ts'
import { systemFault, type Cores, type EarlierSystems } from '../../plan/systems.ts'
import { changeHistory, checkTree } from '../check-tree.ts'
import { CORES } from '../connectors.ts'
import { isShallow } from '../../io/git/revision.ts'

/** With what a tree is judged. */
export interface Judging {
  readonly now: Instant
  readonly ledger: Ledger
  /** Paths for which limits in time are judged. */
  readonly changed: ReadonlySet<string>
  /** When files were approved, if some of them only ask for it; absent: as evidence says. */
  readonly approvedAt?: ApprovedAt
  readonly root: string
  /** Commit up to which history counts; null: total time isn't judged. */
  readonly commit: string | null
  /** Where earlier versions of settings and systems are looked for. */
  readonly past: Past
}

/** A line of versions: the approved forms in evidence, or (where there is no evidence yet) the main line up to a commit. */
export type Past = { readonly evidence: string } | { readonly main: string }

/** Runs every check over a loaded tree and finds what it asks for; what has an error is frozen, not followed. */
export async function judgeTree(
  loaded: Loaded,
  { now, ledger, changed, root, commit, past, approvedAt = approvedBy(ledger) }: Judging
): Promise<Desired> {
  const { book } = loaded
  const { uses } = ledger
  const history = await changeHistory(root, commit, book, changed, uses)
  const lastSettings = book.settings ? null : await settingsBefore(root, past)
  const broken = brokenFiles(
    book,
    await checkTree(loaded, { now, changed, history, uses, approvedAt }),
    ledger
  )
  const earlier = await systemsBefore(root, past, unreachable(book, ledger), ledger)
  const earlierSystems: EarlierSystems = (id) => earlier.get(id) ?? null
  return desire({ book, broken, ledger, now, cores, lastSettings, earlierSystems, approvedAt })
}

const cores: Cores = (name) => CORES.get(name) ?? null

/** Systems whose file can't be followed as it stands. */
function unreachable(book: Book, ledger: Ledger): readonly string[] {
  const refused = [...book.invalid.values()].flatMap((identity) =>
    identity?.kind === 'system' ? [identity.id] : []
  )
  const faulty = [...book.systems.values()].flatMap((entry) =>
    systemFault(entry, cores, ledger) ? [entry.id] : []
  )
  return [...refused, ...faulty]
}

/** The newest settings of the past that can be read; null if there never were any. */
async function settingsBefore(root: string, past: Past): Promise<Settings | null> {
  return newest(root, past, SETTINGS_PATH, ({ settings }) => settings?.data ?? null)
}

/** The newest versions of some systems' files that fit their connectors. */
async function systemsBefore(
  root: string,
  past: Past,
  ids: readonly string[],
  ledger: Ledger
): Promise<ReadonlyMap<string, Entry<System>>> {
  const found = new Map<string, Entry<System>>()
  // Without the past such a system is closed, and that is said.
  if (ids.length === 0 || (await isShallow(root))) return found
  for (const id of ids) {
    const entry = await newest(root, past, systemPath(id), ({ systems }) => {
      const read = systems.get(id)
      return read && !systemFault(read, cores, ledger) ? read : null
    })
    if (entry) found.set(id, entry)
  }
  return found
}

/** What the newest version of a file that gives anything gives; null if none does. */
async function newest<T>(
  root: string,
  past: Past,
  path: string,
  read: (book: Book) => T | null
): Promise<T | null> {
  const versions =
    'evidence' in past
      ? await pathHistory(root, past.evidence, [`approved/${path}`])
      : await pathHistory(root, past.main, [path])
  const reader = new ObjectReader(root)
  try {
    for (const { blob } of versions.toReversed()) {
      const bytes = blob === null ? undefined : (await reader.read([blob])).get(blob)
      if (!bytes) continue
      const entry = { path, mode: '100644', blob, size: bytes.length }
      const found = read(load({ entries: new Map([[path, entry]]) }, new Map([[path, bytes]])).book)
      if (found !== null) return found
    }
    return null
  } finally {
    reader.close()
  }
}
