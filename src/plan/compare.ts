import { compare } from '../book/compare.ts'
import type { Change } from './plan.ts'

/** Order of changes: by grant (unexplained ones last), then system, then removals before additions, then principal. */
export function compareChanges(a: Change, b: Change): number {
  return (
    compare(a.grant ?? '￿', b.grant ?? '￿') ||
    compare(a.system, b.system) ||
    rank(a) - rank(b) ||
    compare(a.principal ?? '', b.principal ?? '') ||
    compare(a.why, b.why)
  )
}

function rank({ action }: Change): number {
  return action === 'revoke' ? 0 : 1
}
