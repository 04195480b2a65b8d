import type { Instant } from '../../src/book/instant.ts'
import { GRACE, pathOf, type World, type WorldGrant, type WorldRule, type WorldTie } from './world.ts'

/**
 * Separation of duties as the design says it, slowly and without any of the engine: each subject, each rule, each instant
 * at which anything could differ, each set of one more than is allowed.
 */
export interface Verdict {
  readonly rule: string
  readonly subject: string
  /** Instant → the items of all sets that are held together then and are too many. Instants without any are left out. */
  readonly at: ReadonlyMap<Instant, readonly string[]>
  /** `path entitlement` of whatever confers one of these items at one of these instants. */
  readonly by: readonly string[]
}

const ALL: readonly WorldTie[] = ['self', 'owned', 'backup', 'canRun']

/** One entitlement held at an instant. */
interface Held {
  readonly grant: WorldGrant
  readonly entitlement: string
}

/** Everybody who is a subject of anything, in any order. */
function subjectsOf({ people, workloads, grants }: World): readonly string[] {
  return [
    ...new Set([...people, ...workloads].map(({ id }) => id).concat(grants.map(({ subject }) => subject)))
  ]
}

/** All that is in conflict from an instant on, looked at then. Sorted by rule, then by subject. */
export function judgeSlowly(
  world: World,
  now: Instant,
  instants: readonly Instant[] = instantsOf([world], now)
): readonly Verdict[] {
  const verdicts: Verdict[] = []
  for (const rule of world.rules) {
    const items = new Map(world.entitlements.map((one) => [nameOf(one), itemsOf(rule, one)]))
    for (const subject of subjectsOf(world)) {
      const acted = actedBy(world, subject, rule.through ?? ALL)
      const at = new Map<Instant, readonly string[]>()
      const by = new Set<string>()
      for (const instant of instants) {
        const held = heldBy(world, { subject, acted, rule, at: instant })
        const all = new Set(held.flatMap(({ entitlement }) => items.get(entitlement) ?? []))
        const wrong = new Set(subsets([...all], rule.atMost + 1).flat())
        if (wrong.size === 0) continue
        at.set(instant, [...wrong].toSorted())
        for (const { grant, entitlement } of held)
          if (items.get(entitlement)?.some((item) => wrong.has(item)) === true)
            by.add(`${pathOf(grant)} ${entitlement}`)
      }
      if (at.size > 0) verdicts.push({ rule: rule.id, subject, at, by: [...by].toSorted() })
    }
  }
  return verdicts.toSorted((a, b) => (`${a.rule} ${a.subject}` < `${b.rule} ${b.subject}` ? -1 : 1))
}

/** `now`, every edge of these worlds after it, and a point between any two and after the last. */
export function instantsOf(worlds: readonly World[], now: Instant): readonly Instant[] {
  const edges = new Set([now])
  for (const { grants, people, workloads } of worlds) {
    for (const { starts, expires } of grants) edges.add(starts ?? now).add(expires)
    for (const { ends } of people) if (ends !== undefined) edges.add(ends).add(ends + GRACE)
    for (const { expires } of workloads) edges.add(expires)
  }
  const sorted = [...edges].filter((at) => at >= now).toSorted((a, b) => a - b)
  return sorted.flatMap((at, index) => [at, (at + (sorted[index + 1] ?? at + 2000)) / 2])
}

/** Own grants and those of every workload as which the subject can act by the ties of the rule. */
function heldBy(
  world: World,
  { subject, acted, rule, at }: { subject: string; acted: readonly string[]; rule: WorldRule; at: Instant }
): readonly Held[] {
  const left = world.people.some(({ id, ends }) => id === subject && ends !== undefined && ends <= at)
  const carriers = new Set([
    ...((rule.through ?? ALL).includes('self') ? [subject] : []),
    ...(left ? [] : acted)
  ])
  return world.grants
    .filter((grant) => carriers.has(grant.subject) && isHeld(world, grant, at))
    .flatMap((grant) => expand(world, grant.name).map((entitlement) => ({ grant, entitlement })))
}

/** Workloads as which somebody can act: added until none is missing. */
function actedBy({ workloads }: World, subject: string, through: readonly WorldTie[]): readonly string[] {
  const reached = new Set([subject])
  for (let before = 0; before < reached.size;) {
    before = reached.size
    for (const { id, owner, backup } of workloads) {
      if (through.includes('owned') && reached.has(owner)) reached.add(id)
      if (through.includes('backup') && backup !== undefined && reached.has(backup)) reached.add(id)
    }
    for (const { id, canRun } of workloads)
      if (through.includes('canRun') && reached.has(id)) for (const other of canRun ?? []) reached.add(other)
  }
  reached.delete(subject)
  return [...reached]
}

/** Whether a grant holds: from its start until its own end or whatever ends its subject, the first of them. */
function isHeld({ people, workloads }: World, grant: WorldGrant, at: Instant): boolean {
  const endOf = (person: string): Instant => people.find(({ id }) => id === person)?.ends ?? Infinity
  const ends = [grant.expires, endOf(grant.subject)]
  const workload = workloads.find(({ id }) => id === grant.subject)
  if (workload) {
    const { owner, backup, expires } = workload
    ends.push(expires, Math.max(endOf(owner), backup === undefined ? -Infinity : endOf(backup)) + GRACE)
  }
  return (grant.starts ?? -Infinity) <= at && ends.every((end) => at < end)
}

/** What a grant of an entitlement confers: itself, and whatever it includes, to the end. */
function expand(world: World, name: string, seen: readonly string[] = []): readonly string[] {
  const entitlement = world.entitlements.find((one) => nameOf(one) === name)
  if (!entitlement || seen.includes(name)) return []
  const included = (entitlement.includes ?? []).flatMap((other) => expand(world, other, [...seen, name]))
  return [...new Set([name, ...included])]
}

function nameOf({ system, id }: World['entitlements'][number]): string {
  return `${system}/${id}`
}

/** As what holding an entitlement counts. */
function itemsOf(
  { hold, systems }: WorldRule,
  entitlement: World['entitlements'][number]
): readonly string[] {
  const { system, duties, target } = entitlement
  const name = nameOf(entitlement)
  if (systems && !systems.includes(system)) return []
  const items = new Set<string>()
  for (const pattern of hold) {
    for (const duty of duties ?? []) if (fits(pattern, `duty:${duty}`)) items.add(`duty:${duty}`)
    if (pattern === name || (target && fits(pattern, name))) items.add(name)
  }
  return [...items]
}

/** A pattern as a regular expression. */
function fits(pattern: string, text: string): boolean {
  const parts = pattern.split('*').map((part) => part.replaceAll('.', String.raw`\.`))
  return new RegExp(`^${parts.join('.*')}$`, 'u').test(text)
}

/** Every way to take `size` of these. */
export function subsets<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  if (size === 0) return [[]]
  return all.flatMap((first, index) =>
    subsets(all.slice(index + 1), size - 1).map((rest) => [first, ...rest])
  )
}
