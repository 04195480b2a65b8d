import type { Change } from './plan.ts'

/** Order of changes: by grant (unexplained ones last), then system, then removals before additions, then principal. */
export function compareChanges(a: Change, b: Change): number {
  return (
    text(a.grant ?? '￿', b.grant ?? '￿') ||
    text(a.system, b.system) ||
    rank(a) - rank(b) ||
    text(a.principal ?? '', b.principal ?? '') ||
    text(a.why, b.why)
  )
}

function rank({ action }: Change): number {
  return action === 'revoke' ? 0 : 1
}

function text(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
