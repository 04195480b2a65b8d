import type { Book, Entry } from '../book/book.ts'
import type { Settings } from '../book/kinds/settings.ts'
import type { System } from '../book/kinds/system.ts'
import type { ConnectorCore, SystemContext } from '../connectors/connector.ts'
import type { Fault } from './desired.ts'
import type { Faults } from './fault.ts'
import type { Ledger } from './ledger.ts'

/** Finds a connector's pure half by the name that a system's file gives. */
export type Cores = (connector: string) => ConnectorCore | null

/** A system that can be reached. */
export interface OpenSystem {
  readonly context: SystemContext
  readonly core: ConnectorCore
  /** Why its own file can't be followed, so that it is reached as an earlier version of it says; null if it can. */
  readonly fault: Fault | null
}

/** The newest earlier version of a system's file that fits its connector; null if there is none. */
export type EarlierSystems = (id: string) => Entry<System> | null

/** Which systems can be reached, and why the others can't. */
export interface Systems {
  readonly open: ReadonlyMap<string, OpenSystem>
  readonly closed: ReadonlyMap<string, Fault>
}

/**
 * A system whose file was refused, whose connector is unknown, whose settings don't fit it, or which was pointed at another
 * account while its grants stand in the old one, is reached as the newest
 * earlier version of its file says, only so that what must be taken away still is; everything beneath it is frozen. It is
 * closed if there is none, or if another system is the same real one: two that share an account would tear down each
 * other's policies. Other errors in its file freeze what is beneath it too. `settings` say what is ours in a system;
 * they may be older than the book if the book's own can't be read.
 */
export function openSystems(
  book: Book,
  faults: Faults,
  cores: Cores,
  settings: Settings | null,
  earlier: EarlierSystems,
  ledger: Ledger
): Systems {
  const open = new Map<string, OpenSystem>()
  const closed = new Map<string, Fault>()
  const real = new Map<string, string>()
  const repository = settings?.repository
  const refused = new Map<string, Fault>()
  for (const [path, identity] of book.invalid) {
    if (identity?.kind === 'system')
      refused.set(identity.id, faults.at(path) ?? { code: 'file-invalid', why: 'The file can’t be read.' })
  }
  for (const id of [...book.systems.keys(), ...refused.keys()].toSorted()) {
    const present = book.systems.get(id)
    const fault = present ? systemFault(present, cores, ledger) : (refused.get(id) ?? null)
    const entry = fault ? earlier(id) : present
    const core = entry ? cores(entry.data.connector) : null
    if (repository === undefined)
      closed.set(id, { code: 'settings-missing', why: 'The settings can’t be read.' })
    else if (!entry || !core) closed.set(id, fault ?? { code: 'connector-unknown', why: '' })
    else {
      const identity = `${core.name} ${core.identityOf(entry.data.settings)}`
      const twin = real.get(identity)
      real.set(identity, twin ?? id)
      if (twin === undefined) open.set(id, { context: { id, entry, repository }, core, fault })
      else for (const both of [id, twin]) closeTwin(both, both === id ? twin : id)
    }
  }
  return { open, closed }

  function closeTwin(id: string, other: string): void {
    open.delete(id)
    closed.set(id, { code: 'system-twice', why: `"${id}" and "${other}" are the same real system.` })
  }
}

/** Why a system can't be reached as its file says; null if it can. */
export function systemFault(entry: Entry<System>, cores: Cores, ledger: Ledger): Fault | null {
  const core = cores(entry.data.connector)
  if (!core) return { code: 'connector-unknown', why: `There is no connector "${entry.data.connector}".` }
  const [problem] = core.checkSettings(entry.data.settings)
  if (problem) return { code: 'settings-invalid', why: problem.message }
  const account = core.identityOf(entry.data.settings)
  const elsewhere = standingElsewhere(entry.id, account, ledger)
  if (elsewhere === null) return null
  return {
    code: 'system-moved',
    why: `Its file names account ${account}, but grants of it still stand in account ${elsewhere}. Restore the account until they are revoked there, or describe the other account as a system of its own.`
  }
}

/** Another account in which evidence says that something of a system stands; null if there is none. */
function standingElsewhere(system: string, account: string, ledger: Ledger): string | null {
  for (const standing of ledger.standing.get(system)?.values() ?? []) {
    for (const one of standing) if (one.account !== account) return one.account
  }
  return null
}
