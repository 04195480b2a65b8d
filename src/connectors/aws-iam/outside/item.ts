import type { Instant } from '../../../book/instant.ts'
import type { OutsideItem } from '../../connector.ts'
import { digestOf } from './canonical.ts'
import { line } from './words.ts'

/** What makes an item. */
export interface Making {
  readonly id: string
  readonly what: string
  /** Exactly what was found, in one form: its digest tells whether it is found again. */
  readonly found: unknown
  readonly administrator: boolean
  /** Why it is never taken away automatically; null if it may be. */
  readonly why: string | null
  readonly since?: Instant | null
  readonly lastUsed?: Instant | null
  /** The target that would give just this. */
  readonly gives?: unknown
}

/** An item as the house sees it. Who made it is asked later. */
export function item(making: Making): OutsideItem {
  const { id, what, found, administrator, why, since = null, lastUsed = null, gives = null } = making
  return {
    id,
    what: line(what),
    digest: digestOf({ id, found }),
    by: null,
    since,
    lastUsed,
    severity: administrator ? 'administrator' : 'ordinary',
    removable: why === null,
    why: why === null ? null : line(why),
    gives
  }
}
