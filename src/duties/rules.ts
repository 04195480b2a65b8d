import { append } from '../book/append.ts'
import type { Tie } from '../book/acting.ts'
import type { Book, EntitlementEntry, Entry } from '../book/book.ts'
import type { Rule } from '../book/kinds/rule.ts'
import { globMatcher, isGlob } from '../book/star-glob.ts'
import { DUTY, itemsOfPattern, type HoldRule } from '../findings/rule-items.ts'

/** A rule of n of m, ready to be counted. */
export interface CountedRule {
  readonly id: string
  readonly path: string
  readonly title: string
  /** How many of its items one subject may hold at any instant. */
  readonly atMost: number
  readonly severity: 'error' | 'warning'
}

/** What holding one entitlement counts as under one rule. */
export interface Hit {
  /** Number of the rule in its group. */
  readonly at: number
  /** Each once. */
  readonly items: readonly string[]
}

/** Rules that look through the same ties, by what is held. */
export interface RuleGroup {
  /** Whether a subject's own grants count. */
  readonly self: boolean
  readonly through: ReadonlySet<Tie>
  readonly rules: readonly CountedRule[]
  /** What holding an entitlement counts as under each of the rules; those under which it counts as nothing are left out. */
  readonly hits: (entry: EntitlementEntry) => readonly Hit[]
}

/** What a rule looks through if it doesn't say. */
export const ALL_TIES = ['self', 'owned', 'backup', 'canRun'] as const

const EVERY_TIE = ALL_TIES.join()

const cache = new WeakMap<Book, readonly RuleGroup[]>()

/** The rules of a book in the form in which holdings are counted. Computed once for each book. */
export function ruleGroups(book: Book): readonly RuleGroup[] {
  let known = cache.get(book)
  if (!known) cache.set(book, (known = groupRules(book)))
  return known
}

function groupRules({ rules }: Book): readonly RuleGroup[] {
  const groups = new Map<string, { readonly ties: ReadonlySet<string>; readonly patterns: Patterns }>()
  for (const entry of rules.values()) {
    if (!('hold' in entry.data)) continue
    const { data } = entry
    const ties = data.through ? ALL_TIES.filter((tie) => data.through?.includes(tie)).join() : EVERY_TIE
    const group = groups.get(ties) ?? { ties: new Set(ties.split(',')), patterns: new Patterns() }
    groups.set(ties, group)
    group.patterns.add(counted(entry, data), data)
  }
  return [...groups.values()].map(({ ties, patterns }) => ({
    self: ties.has('self'),
    through: new Set(ALL_TIES.flatMap((tie) => (tie !== 'self' && ties.has(tie) ? [tie] : []))),
    rules: patterns.rules,
    hits: (entry) => patterns.hits(entry)
  }))
}

function counted({ id, path }: Entry<Rule>, { title, atMost, severity = 'error' }: HoldRule): CountedRule {
  return { id, path, title, atMost, severity }
}

/** Where one pattern stands. */
interface Use {
  readonly at: number
  readonly pattern: string
  readonly systems: readonly string[] | undefined
  /** Made when a text is first compared with it. */
  matches: ((text: string) => boolean) | null
}

function fits(use: Use, text: string): boolean {
  const { pattern } = use
  use.matches ??= globMatcher(pattern.startsWith(DUTY) ? pattern.slice(DUTY.length) : pattern)
  return use.matches(text)
}

const ANY = '*'

/** What rules name, so that an entitlement is compared with the globs that could mean it alone, and once. */
class Patterns {
  readonly rules: CountedRule[] = []
  /** Patterns without a star, by themselves. */
  readonly #exact = new Map<string, Use[]>()
  /** Globs of entitlements by their system, {@link ANY} for one that is a glob itself; of duties by {@link DUTY}. */
  readonly #globs = new Map<string, Use[]>()
  readonly #hits = new Map<EntitlementEntry, readonly Hit[]>()

  add(rule: CountedRule, { hold, systems }: HoldRule): void {
    const at = this.rules.push(rule) - 1
    for (const pattern of hold) {
      const use = { at, pattern, systems, matches: null }
      if (isGlob(pattern)) append(this.#globs, placeOf(pattern), use)
      else append(this.#exact, pattern, use)
    }
  }

  hits(entry: EntitlementEntry): readonly Hit[] {
    let known = this.#hits.get(entry)
    if (!known) this.#hits.set(entry, (known = this.#find(entry)))
    return known
  }

  #find(entry: EntitlementEntry): readonly Hit[] {
    const found = new Map<number, Set<string>>()
    for (const { at, pattern, systems } of this.#uses(entry)) {
      if (systems && !systems.includes(entry.system)) continue
      for (const item of itemsOfPattern(pattern, entry)) {
        const items = found.get(at)
        if (items) items.add(item)
        else found.set(at, new Set([item]))
      }
    }
    return [...found].map(([at, items]) => ({ at, items: [...items] }))
  }

  /** Patterns that an entitlement may fit. */
  #uses({ name, system, data: { duties = [] } }: EntitlementEntry): readonly Use[] {
    const named = [system, ANY].flatMap((key) =>
      (this.#globs.get(key) ?? []).filter((use) => fits(use, name))
    )
    const exact = [name, ...duties.map((duty) => `${DUTY}${duty}`)].flatMap(
      (text) => this.#exact.get(text) ?? []
    )
    const byDuty =
      duties.length === 0
        ? []
        : (this.#globs.get(DUTY) ?? []).filter((use) => duties.some((duty) => fits(use, duty)))
    return [...exact, ...named, ...byDuty]
  }
}

/** Under what a glob is looked for. */
function placeOf(pattern: string): string {
  if (pattern.startsWith(DUTY)) return DUTY
  const [system = ''] = pattern.split('/', 1)
  return isGlob(system) ? ANY : system
}
