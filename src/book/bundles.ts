import type { Book, EntitlementEntry } from './book.ts'
import { readDuration, type Duration } from './duration.ts'
import { entitlementName, type EntitlementName } from './ids.ts'
import type { Tier } from './kinds/settings.ts'
import { RISKS, type Risk } from './risks.ts'

export type SubjectKind = 'person' | 'workload'

/** What holding an entitlement demands: of a bundle the strictest of itself and all it includes. */
export interface Terms {
  readonly risk: Risk
  /** Longest grant, of tier and entitlement the shorter, in milliseconds. */
  readonly maxDuration: Duration
  /** Longest total of one subject; null if no tier has one. */
  readonly maxTotal: Duration | null
  readonly ticket: 'optional' | 'required'
  /** Distinct people who must approve. */
  readonly approvals: number
  readonly subjects: ReadonlySet<SubjectKind>
}

/** An entitlement with everything that holding it means. */
export interface Resolved {
  readonly entitlement: EntitlementEntry
  /** Itself first, then everything included, directly or not; each once, in the order of the files. */
  readonly all: readonly EntitlementEntry[]
  /** Those of them that are something in their system: what is issued. */
  readonly targets: readonly EntitlementEntry[]
  /** Systems in which those are, each once. */
  readonly systems: readonly string[]
  /** Included somewhere, but without a valid file. Not empty: the bundle isn't known as a whole; nothing is issued for it. */
  readonly missing: readonly EntitlementName[]
  /** Something it includes includes itself: likewise. */
  readonly cyclic: boolean
  /** Null without valid settings. */
  readonly terms: Terms | null
}

/** What an entitlement's file names below `includes`. */
export function includesOf(entry: EntitlementEntry): readonly EntitlementName[] {
  return (entry.data.includes ?? []).map((text) => {
    const [system = '', entitlement = ''] = text.split('/')
    return entitlementName(system, entitlement)
  })
}

const cache = new WeakMap<Book, Map<EntitlementName, Resolved | null>>()

/** Follows a bundle to its end. Null if the entitlement has no valid file. Computed once for each book. */
export function resolveEntitlement(book: Book, name: EntitlementName): Resolved | null {
  let known = cache.get(book)
  if (!known) cache.set(book, (known = new Map()))
  let resolved = known.get(name)
  if (resolved === undefined) known.set(name, (resolved = resolve(book, name)))
  return resolved
}

/** The other way round: every entitlement whose holders also hold `name`, `name` itself not among them. */
export function bundlesWith(book: Book, name: EntitlementName): readonly EntitlementName[] {
  const found: EntitlementName[] = []
  for (const other of book.entitlements.values()) {
    if (other.data.includes === undefined || other.name === name) continue
    const resolved = resolveEntitlement(book, other.name)
    if (resolved?.all.some((member) => member.name === name) || resolved?.missing.includes(name))
      found.push(other.name)
  }
  return found
}

function resolve(book: Book, name: EntitlementName): Resolved | null {
  const entitlement = book.entitlements.get(name)
  if (!entitlement) return null
  const all = new Set<EntitlementEntry>()
  const missing = new Set<EntitlementName>()
  const cyclic = follow(book, entitlement, all, missing)
  const members = [...all]
  const targets = members.filter((member) => member.data.target !== undefined)
  return {
    entitlement,
    all: members,
    targets,
    systems: [...new Set(targets.map((target) => target.system))],
    missing: [...missing],
    cyclic,
    terms: strictest(book, members)
  }
}

/** Depth first, without recursion: a chain may be as long as there are files. Returns whether it met a cycle. */
function follow(
  book: Book,
  start: EntitlementEntry,
  all: Set<EntitlementEntry>,
  missing: Set<EntitlementName>
): boolean {
  const open = new Set<EntitlementName>([start.name])
  const stack = [{ entry: start, includes: includesOf(start), next: 0 }]
  let cyclic = false
  all.add(start)
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const include = top.includes[top.next++]
    if (include === undefined) {
      open.delete(top.entry.name)
      stack.pop()
      continue
    }
    const entry = book.entitlements.get(include)
    if (!entry) missing.add(include)
    else if (open.has(include)) cyclic = true
    else if (!all.has(entry)) {
      all.add(entry)
      open.add(include)
      stack.push({ entry, includes: includesOf(entry), next: 0 })
    }
  }
  return cyclic
}

function strictest(book: Book, members: readonly EntitlementEntry[]): Terms | null {
  const risks = book.settings?.data.risk
  if (!risks) return null
  const tiers = members.map((member) => risks[member.data.risk])
  const totals = tiers.flatMap((tier) => durations(tier.maxTotal))
  return {
    risk: RISKS.findLast((risk) => members.some((member) => member.data.risk === risk)) ?? 'critical',
    maxDuration: Math.min(...members.map((member) => longest(member, risks[member.data.risk]))),
    maxTotal: totals.length > 0 ? Math.min(...totals) : null,
    ticket: tiers.some((tier) => tier.ticket === 'required') ? 'required' : 'optional',
    approvals: Math.max(...tiers.map((tier) => tier.approvals)),
    subjects: new Set(
      SUBJECTS.filter((kind) => members.every((member) => member.data.subjects.includes(kind)))
    )
  }
}

const SUBJECTS: readonly SubjectKind[] = ['person', 'workload']

function longest(member: EntitlementEntry, tier: Tier): Duration {
  return Math.min(...durations(tier.maxDuration), ...durations(member.data.maxDuration))
}

function durations(text: string | undefined): readonly Duration[] {
  const length = text === undefined ? null : readDuration(text)
  return length === null ? [] : [length]
}
