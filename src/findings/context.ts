import type { Book, Entry } from '../book/book.ts'
import type { EntitlementName } from '../book/ids.ts'
import type { Instant } from '../book/instant.ts'
import type { System } from '../book/kinds/system.ts'
import { entitlementPath, SETTINGS_PATH, systemPath } from '../book/paths.ts'
import type { ConnectorCore, Documents, SystemContext } from '../connectors/connector.ts'
import type { ActionData } from './action-data.ts'
import type { History } from './history.ts'
import type { Judged } from './judged.ts'
import { namesIn } from './names.ts'
import { emergenciesOf, type Emergency, type Uses } from './uses.ts'
import { usesInFiles } from './uses-in-files.ts'
import type { CompiledPattern } from './ticket-pattern.ts'

/** What checks are given from outside. */
export interface CheckInput {
  readonly book: Book
  readonly now: Instant
  /** By name. */
  readonly connectors: ReadonlyMap<string, ConnectorCore>
  /** Paths that the change adds or alters; null: every file counts as added. */
  readonly changed: ReadonlySet<string> | null
  /** What earlier versions of the files said; null if there is no history to look at. */
  readonly history: History | null
  /** The settings' ticket pattern, compiled; null if there are no valid settings. */
  readonly ticket: CompiledPattern | null
  /**
   * When a file was approved in its present form; null for one that only asks for it now. Null altogether where nobody
   * can tell (files without a record): what rests on the order of approvals is then judged by the files alone.
   */
  readonly approvedAt: ((path: string) => Instant | null) | null
  /** What the record says of emergencies; null or absent: there is none, and files and history are all that is known. */
  readonly uses?: Uses | null
  /** The actions that AWS knows; null where no rule is about permissions, or they aren't to be judged. */
  readonly actions: ActionData | null
  /** Live documents, by system; null or absent: they weren't read, and what grants say is all that is known. */
  readonly documents: ReadonlyMap<string, Documents> | null
}

/** What a check sees. Existence is judged by names in the tree, so that a refused file isn't reported as missing too. */
export interface CheckContext extends CheckInput {
  /** Whether limits are judged for this file. */
  readonly isAdded: (path: string) => boolean
  readonly systemExists: (system: string) => boolean
  readonly entitlementExists: (name: EntitlementName) => boolean
  readonly personExists: (id: string) => boolean
  readonly workloadExists: (id: string) => boolean
  readonly ruleExists: (id: string) => boolean
  /** A system whose file and settings are valid, with its connector; null if anything of that is missing. */
  readonly connected: (system: string) => Connected | null
  readonly judged: Judged
  /** All emergencies that are known of, by the record where there is one. */
  readonly emergencies: () => readonly Emergency[]
}

/** A system and how it is spoken to. */
export interface Connected {
  readonly entry: Entry<System>
  readonly core: ConnectorCore
  readonly system: SystemContext
}

/** Completes what the checks of one run share. */
export function createContext(input: CheckInput): CheckContext {
  const { book, changed } = input
  const { entries } = book.tree
  const names = namesIn(book.tree)
  const connected = new Map<string, Connected | null>()
  let emergencies: readonly Emergency[] | null = null
  return {
    ...input,
    isAdded: (path) => changed === null || changed.has(path),
    systemExists: (system) => book.systems.has(system) || entries.has(systemPath(system)),
    entitlementExists: (name) => book.entitlements.has(name) || entries.has(entitlementPath(name)),
    personExists: (id) => book.people.has(id) || names.person(id),
    workloadExists: (id) => book.workloads.has(id) || names.workload(id),
    ruleExists: (id) => book.rules.has(id) || names.rule(id),
    connected: (system) => {
      let found = connected.get(system)
      if (found === undefined) connected.set(system, (found = connect(input, system)))
      return found
    },
    judged: { accounts: new Map(), targets: new Map() },
    emergencies: () =>
      (emergencies ??= emergenciesOf(input.uses ?? usesInFiles(book, input.history, input.now)))
  }
}

function connect({ book, connectors }: CheckInput, id: string): Connected | null {
  const entry = book.systems.get(id)
  const core = entry && connectors.get(entry.data.connector)
  if (!entry || !core || core.checkSettings(entry.data.settings).length > 0) return null
  // Without valid settings names of policies can't be told, but shapes still can.
  const repository = book.settings?.data.repository ?? SETTINGS_PATH
  return { entry, core, system: { id, entry, repository } }
}
