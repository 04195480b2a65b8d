import type { Book, EntitlementEntry } from '../book/book.ts'
import type { OutOfBand } from '../book/kinds/out-of-band.ts'
import type { ConnectorCore, SystemContext } from '../connectors/connector.ts'

type Item = OutOfBand['items'][number]

/** One thing that was found, and which entitlements would give just that. */
export interface Adoptable {
  readonly item: Item
  /** What a target would have to say; null: no target can. */
  readonly target: unknown
  readonly entitlements: readonly EntitlementEntry[]
}

/**
 * Which entitlements of a system give just what was found: not less, not more, not that among other things. A bundle gives
 * more than one thing, so it is none of them.
 */
export function adoptables(
  { items }: OutOfBand,
  book: Book,
  { core, context }: { readonly core: ConnectorCore; readonly context: SystemContext }
): readonly Adoptable[] {
  const own = [...book.entitlements.values()].filter(
    ({ system, data }) =>
      system === context.id &&
      data.includes === undefined &&
      data.target !== undefined &&
      core.checkTarget(data.target, context).length === 0
  )
  return items.map((item) => {
    const target = readTarget(item.gives, core, context)
    const fit = target === null ? [] : own.filter(({ data }) => core.sameTarget(data.target, target))
    return { item, target, entitlements: fit.toSorted((a, b) => (a.name < b.name ? -1 : 1)) }
  })
}

/** Ids of all people and workloads whose file names a principal of a system. Sorted. */
export function subjectsOf(
  principal: string,
  book: Book,
  { core, context }: { readonly core: ConnectorCore; readonly context: SystemContext }
): readonly string[] {
  return [...book.people.values(), ...book.workloads.values()]
    .filter(({ data: { accounts } }) => {
      const account = accounts && Object.hasOwn(accounts, context.id) ? accounts[context.id] : undefined
      if (account === undefined || core.checkAccount(account, context).length > 0) return false
      return core.arnOf(account, context) === principal
    })
    .map(({ id }) => id)
    .toSorted()
}

function readTarget(gives: string | undefined, core: ConnectorCore, context: SystemContext): unknown {
  if (gives === undefined) return null
  try {
    const target: unknown = JSON.parse(gives)
    return core.checkTarget(target, context).length === 0 ? target : null
  } catch {
    return null
  }
}
