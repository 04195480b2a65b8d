import type { Book, Entry } from '../book/book.ts'
import type { Settings } from '../book/kinds/settings.ts'
import type { System } from '../book/kinds/system.ts'
import type { ConnectorCore, SystemContext } from '../connectors/connector.ts'
import type { Fault } from './desired.ts'
import type { Faults } from './fault.ts'

/** Finds a connector's pure half by the name that a system's file gives. */
export type Cores = (connector: string) => ConnectorCore | null

/** A system that can be reached. */
export interface OpenSystem {
  readonly context: SystemContext
  readonly core: ConnectorCore
}

/** Which systems can be reached, and why the others can't. */
export interface Systems {
  readonly open: ReadonlyMap<string, OpenSystem>
  readonly closed: ReadonlyMap<string, Fault>
}

/**
 * A system is closed if its file was refused, its connector is unknown, its settings don't fit the connector, or another
 * system is the same real one: two that share an account would tear down each other's policies. Other errors in its
 * file freeze what is beneath it but leave it open, so that what must be taken away still is. `settings` say what is ours
 * in a system; they may be older than the book if the book's own can't be read.
 */
export function openSystems(book: Book, faults: Faults, cores: Cores, settings: Settings | null): Systems {
  const open = new Map<string, OpenSystem>()
  const closed = new Map<string, Fault>()
  const real = new Map<string, string>()
  const repository = settings?.repository
  for (const [path, identity] of book.invalid) {
    if (identity?.kind === 'system')
      closed.set(identity.id, faults.at(path) ?? { code: 'file-invalid', why: 'The file can’t be read.' })
  }
  for (const id of [...book.systems.keys()].toSorted()) {
    const entry = book.systems.get(id)
    if (!entry) continue
    const core = cores(entry.data.connector)
    const fault = core
      ? settingsFault(core, entry)
      : { code: 'connector-unknown', why: `There is no connector "${entry.data.connector}".` }
    if (repository === undefined)
      closed.set(id, { code: 'settings-missing', why: 'The settings can’t be read.' })
    else if (!core || fault) closed.set(id, fault ?? { code: 'connector-unknown', why: '' })
    else {
      const identity = `${core.name} ${core.identityOf(entry.data.settings)}`
      const twin = real.get(identity)
      real.set(identity, twin ?? id)
      if (twin === undefined) open.set(id, { context: { id, entry, repository }, core })
      else for (const both of [id, twin]) closeTwin(both, both === id ? twin : id)
    }
  }
  return { open, closed }

  function closeTwin(id: string, other: string): void {
    open.delete(id)
    closed.set(id, { code: 'system-twice', why: `"${id}" and "${other}" are the same real system.` })
  }
}

function settingsFault(core: ConnectorCore, entry: Entry<System>): Fault | null {
  const [problem] = core.checkSettings(entry.data.settings)
  return problem ? { code: 'settings-invalid', why: problem.message } : null
}
