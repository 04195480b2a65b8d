import { append } from '../book/append.ts'
import type { Circumstances } from './cause.ts'
import { changeOf, differs, type Fate } from './change.ts'
import { compareChanges } from './compare.ts'
import type { Desire, Desired, SystemDesire } from './desired.ts'
import { mergePieces } from './pieces.ts'
import type { Change } from './plan.ts'

/**
 * What a change of files asks for: what is wanted after it against what was wanted before. Needs no live state, and
 * shows nothing that somebody else did. A grant that can't be judged after the change makes no difference: what stands
 * of it stays, and it is refused.
 */
export function changesBetween(before: Desired, after: Desired): readonly Change[] {
  const changes: Change[] = []
  for (const id of new Set([...before.systems.keys(), ...after.systems.keys()])) {
    const at = after.systems.get(id) ?? before.systems.get(id)
    if (at) changes.push(...inSystem(id, at, before, after))
  }
  return changes.toSorted(compareChanges)
}

/** What a change asks for isn't proved yet, nor is it recorded. */
const NOTHING_MOVED: Circumstances['moved'] = new Map()

function inSystem(system: string, at: SystemDesire, before: Desired, after: Desired): readonly Change[] {
  const facts = { recorded: true, moved: NOTHING_MOVED, now: after.at }
  const around: Circumstances = { desired: after, system, core: at.core, ...facts }
  const old = before.systems.get(system)?.wanted ?? new Map<string, Desire>()
  const next = after.systems.get(system)?.wanted ?? new Map<string, Desire>()
  const byPrincipal = new Map<string, Fate[]>()
  const closed = after.closed.has(system)
  for (const path of new Set([...old.keys(), ...next.keys()])) {
    if (closed || after.frozen.has(path)) continue
    for (const fate of fates(path, system, old.get(path), next.get(path))) {
      if (!differs(fate) && old.get(path)?.principal === next.get(path)?.principal) continue
      const list = byPrincipal.get(fate.share.principal)
      if (list) list.push(fate)
      else byPrincipal.set(fate.share.principal, [fate])
    }
  }
  const standing = holdingsOf(old, new Set(byPrincipal.keys()))
  return [...byPrincipal].flatMap(([principal, list]) => {
    const whole = { before: mergePieces(standing.get(principal) ?? []), after: [] }
    return list.map((fate) => changeOf(fate, whole, at.context, around))
  })
}

/** One fate on the account that stays the same, or two: one on the old account and one on the new. */
function fates(
  path: string,
  system: string,
  old: Desire | undefined,
  next: Desire | undefined
): readonly Fate[] {
  const made = (before: Desire | undefined, after: Desire | undefined): Fate => {
    const pieces = before?.pieces ?? []
    const principal = (after ?? before)?.principal ?? ''
    const standing = before && {
      grant: path,
      system,
      principal,
      account: '',
      principalId: '',
      ...before.window,
      pieces,
      entitlement: before.grant.name,
      blob: before.grant.blob
    }
    const share = {
      grant: path,
      principal,
      before: pieces,
      desire: after ?? null,
      standing: standing ?? null,
      owned: new Set<string>()
    }
    return { share, after: { pieces: after?.pieces ?? [], tampered: false } }
  }
  if (old && next && old.principal !== next.principal) return [made(old, undefined), made(undefined, next)]
  return [made(old, next)]
}

function holdingsOf(wanted: ReadonlyMap<string, Desire>, principals: ReadonlySet<string>) {
  const found = new Map<string, Desire['pieces'][]>()
  for (const desire of wanted.values()) {
    const { principal } = desire
    if (principals.has(principal)) append(found, principal, desire.pieces)
  }
  return found
}
