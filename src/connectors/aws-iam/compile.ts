import { compare } from '../../book/compare.ts'
import { keepIn } from '../../book/bounded.ts'
import { grantKey } from '../../book/grant-key.ts'
import type { Holding, Piece } from '../connector.ts'
import type { Target } from './schema.ts'
import { shapedTarget } from './shaped.ts'
import { bodyOf, GROUP_PREFIX, unique, type Content } from './statement.ts'

/** The one operation of the normal form. */
export const ASSUME_ROLE = 'sts:AssumeRole'

/**
 * The pieces that one principal's holdings become: exactly one dated statement for each statement of each grant, never
 * merged, so that the end of one grant touches nothing of another. Statements of one grant are numbered over all its
 * holdings in the order of their entitlements' names, whatever order they come in.
 */
export function compile(holdings: readonly Holding[]): readonly Piece[] {
  const pieces = new Map<string, Piece>()
  const counts = new Map<string, number>()
  for (const holding of holdings.toSorted(byGrantThenEntitlement)) {
    const key = grantKey(holding.grant)
    const target = shapedTarget(holding.target)
    if ('group' in target) {
      const piece = membership(target.group, key)
      const known = pieces.get(piece.id)
      const grants = unique([...(known?.grants ?? []), holding.grant])
      pieces.set(piece.id, { ...(known ?? piece), grants })
      continue
    }
    for (const body of bodiesOf(target, holding)) {
      const n = (counts.get(key) ?? 0) + 1
      counts.set(key, n)
      const id = `${key}x${n}`
      pieces.set(id, { id, key, body, enforcement: 'target', grants: [holding.grant] })
    }
  }
  return [...pieces.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** Membership of a group as a piece. It can't carry a date. */
export function membership(group: string, key: string): Piece {
  return { id: `${GROUP_PREFIX}${group}`, key, body: JSON.stringify({ group }), enforcement: 'job' }
}

type Stated = Exclude<Target, { group: string }>
type Dates = Pick<Holding, 'from' | 'until'>

const known = new WeakMap<Stated, Map<string, readonly string[]>>()
const MOST = 1000

/** Bodies of a target's statements between two dates: the same for all who hold it so, and made once. */
function bodiesOf(target: Stated, { from, until }: Dates): readonly string[] {
  let byDates = known.get(target)
  if (!byDates) known.set(target, (byDates = new Map()))
  const dates = `${from ?? ''} ${until}`
  return byDates.get(dates) ?? keepIn(byDates, MOST, dates, contents(target, { from, until }).map(bodyOf))
}

function contents(target: Stated, { from, until }: Dates): readonly Content[] {
  if ('assumeRole' in target) {
    return [{ actions: [ASSUME_ROLE], resources: [target.assumeRole], conditions: {}, from, until }]
  }
  return target.statements.map(({ actions, resources, conditions }) => ({
    actions,
    resources,
    conditions: conditions ?? {},
    from,
    until
  }))
}

function byGrantThenEntitlement(a: Holding, b: Holding): number {
  return compare(a.grant, b.grant) || compare(a.entitlement, b.entitlement)
}
