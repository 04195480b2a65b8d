import type { Book } from '../book/book.ts'
import { DAY, type Duration } from '../book/duration.ts'
import type { Instant } from '../book/instant.ts'
import type { OutsidePrincipal } from '../connectors/connector.ts'

/** Who answers for a principal, by the files. */
export interface Holder {
  readonly kind: 'person' | 'workload'
  readonly id: string
}

/** One credential that doesn't end by itself. */
export interface Credential {
  /** For people: `user/alice`. */
  readonly name: string
  /** Null: no file names it. */
  readonly holder: Holder | null
  /** In the system's own words. */
  readonly what: string
  /** When it was made; null: not told. */
  readonly since: Instant | null
  /** When it was last used, roughly, so that a text about it doesn't change every day. */
  readonly used: 'lately' | 'months ago' | 'never, or not told'
  /** What is wrong with it; null: nothing but that it lasts. */
  readonly fault: string | null
}

/** A principal that somebody's file names, for telling whose a credential is. */
export type Holders = ReadonlyMap<string, Holder>

/** Whose each account of a system is. `principalOf`: null for a value that isn't valid. */
export function holdersOf(
  book: Book,
  system: string,
  principalOf: (account: unknown) => string | null
): Holders {
  const found = new Map<string, Holder>()
  const take = (
    kind: Holder['kind'],
    id: string,
    accounts: Readonly<Record<string, unknown>> | undefined
  ): void => {
    const account = accounts && Object.hasOwn(accounts, system) ? accounts[system] : undefined
    const principal = account === undefined ? null : principalOf(account)
    if (principal !== null) found.set(principal, { kind, id })
  }
  for (const [id, { data }] of book.people) take('person', id, data.accounts)
  for (const [id, { data }] of book.workloads) take('workload', id, data.accounts)
  return found
}

/**
 * Every key and password of a system, whether or not anything is to be decided about it: those with a fault first, then
 * workloads', then by name. No secret is in it: systems tell none.
 */
export function inventoryOf(
  found: readonly OutsidePrincipal[],
  holders: Holders,
  keyAge: Duration,
  now: Instant
): readonly Credential[] {
  const all = found.flatMap(({ name, items }): readonly Credential[] => {
    const holder = holders.get(name) ?? null
    const keys = items.filter(({ id }) => id.startsWith('key:'))
    const noFactor = items.some(({ id }) => id === 'mfa-missing')
    return items.flatMap(({ id, what, since, lastUsed }): readonly Credential[] => {
      if (!id.startsWith('key:') && id !== 'login') return []
      const fault =
        id === 'login'
          ? noFactor && 'no second factor'
          : keyFault({ since, what, used: lastUsed, keys: keys.length, keyAge, now })
      const faults = [holder ? null : 'nobody’s', fault].filter((one) => typeof one === 'string')
      return [
        {
          name,
          holder,
          what,
          since,
          used: usedAt(lastUsed, now),
          fault: faults.length > 0 ? faults.join(', ') : null
        }
      ]
    })
  })
  return all.toSorted((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

interface KeyState {
  readonly since: Instant | null
  readonly what: string
  readonly used: Instant | null
  readonly keys: number
  readonly keyAge: Duration
  readonly now: Instant
}

function keyFault({ since, what, used, keys, keyAge, now }: KeyState): string | null {
  if (since === null) return 'of unknown age'
  if (now - since > keyAge) return 'too old'
  if (what.includes(', inactive')) return 'inactive: delete it'
  if (used === null && now - since > MONTH) return 'never used'
  return keys > 1 && now - since > MONTH ? 'one of two for more than a month' : null
}

const MONTH = 30 * DAY

function usedAt(lastUsed: Instant | null, now: Instant): Credential['used'] {
  if (lastUsed === null) return 'never, or not told'
  return now - lastUsed > 3 * MONTH ? 'months ago' : 'lately'
}

function rank({ fault, holder }: Credential): number {
  return (fault === null ? 2 : 0) + (holder?.kind === 'workload' ? 0 : 1)
}
