import type { Tie } from '../book/acting.ts'
import type { Book, EntitlementEntry, Entry } from '../book/book.ts'
import type { EntitlementName } from '../book/ids.ts'
import type { Rule } from '../book/kinds/rule.ts'
import { isGlob } from '../book/star-glob.ts'
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
  readonly rule: CountedRule
  /** Each once. */
  readonly items: readonly string[]
}

/** Rules that look through the same ties, by what is held. */
export interface RuleGroup {
  /** Whether a subject's own grants count. */
  readonly self: boolean
  readonly through: ReadonlySet<Tie>
  readonly hits: ReadonlyMap<EntitlementName, readonly Hit[]>
}

/** What a rule looks through if it doesn't say. */
export const ALL_TIES = ['self', 'owned', 'backup', 'canRun'] as const

const cache = new WeakMap<Book, readonly RuleGroup[]>()

/** The rules of a book in the form in which holdings are counted. Computed once for each book: one pass over each pattern. */
export function ruleGroups(book: Book): readonly RuleGroup[] {
  let known = cache.get(book)
  if (!known) cache.set(book, (known = groupRules(book)))
  return known
}

function groupRules(book: Book): readonly RuleGroup[] {
  const entitlements = new Entitlements(book)
  const groups = new Map<string, { ties: ReadonlySet<string>; hits: Map<EntitlementName, Hit[]> }>()
  for (const entry of book.rules.values()) {
    if (!('hold' in entry.data)) continue
    const { data } = entry
    const ties = ALL_TIES.filter((tie) => data.through?.includes(tie) ?? true)
    const group = groups.get(ties.join()) ?? { ties: new Set(ties), hits: new Map<EntitlementName, Hit[]>() }
    groups.set(ties.join(), group)
    const rule = counted(entry, data)
    for (const [name, items] of entitlements.under(data)) {
      const hits = group.hits.get(name)
      if (hits) hits.push({ rule, items: [...items] })
      else group.hits.set(name, [{ rule, items: [...items] }])
    }
  }
  return [...groups.values()].map(({ ties, hits }) => ({
    self: ties.has('self'),
    through: new Set(ALL_TIES.flatMap((tie) => (tie !== 'self' && ties.has(tie) ? [tie] : []))),
    hits
  }))
}

function counted({ id, path }: Entry<Rule>, { title, atMost, severity = 'error' }: HoldRule): CountedRule {
  return { id, path, title, atMost, severity }
}

/** Entitlements by what patterns name: only a glob goes through all of them. */
class Entitlements {
  readonly #all: readonly EntitlementEntry[]
  readonly #byName: Book['entitlements']
  readonly #byDuty = new Map<string, EntitlementEntry[]>()

  constructor({ entitlements }: Book) {
    this.#all = [...entitlements.values()]
    this.#byName = entitlements
    for (const entry of this.#all) {
      for (const duty of entry.data.duties ?? []) {
        const list = this.#byDuty.get(duty)
        if (list) list.push(entry)
        else this.#byDuty.set(duty, [entry])
      }
    }
  }

  /** What each entitlement counts as under a rule; those that count as nothing are left out. */
  under({ hold, systems }: HoldRule): ReadonlyMap<EntitlementName, ReadonlySet<string>> {
    const found = new Map<EntitlementName, Set<string>>()
    for (const pattern of hold) {
      for (const entry of this.#candidates(pattern)) {
        if (systems && !systems.includes(entry.system)) continue
        const items = itemsOfPattern(pattern, entry)
        if (items.length === 0) continue
        const known = found.get(entry.name)
        if (known) for (const item of items) known.add(item)
        else found.set(entry.name, new Set(items))
      }
    }
    return found
  }

  #candidates(pattern: string): readonly EntitlementEntry[] {
    if (isGlob(pattern)) return this.#all
    if (pattern.startsWith(DUTY)) return this.#byDuty.get(pattern.slice(DUTY.length)) ?? []
    const [system = '', entitlement = ''] = pattern.split('/')
    const entry = this.#byName.get(`${system}/${entitlement}`)
    return entry ? [entry] : []
  }
}
