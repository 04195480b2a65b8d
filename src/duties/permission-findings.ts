import { append } from '../book/append.ts'
import type { Book, Entry } from '../book/book.ts'
import { effectiveWindow } from '../book/effective.ts'
import { writeInstant } from '../book/instant.ts'
import type { Rule } from '../book/kinds/rule.ts'
import type { Extent, Related } from '../book/problem.ts'
import { plain } from '../book/quote.ts'
import type { Window } from '../book/window.ts'
import type { Tie } from '../book/acting.ts'
import type { Told } from '../findings/check.ts'
import type { CheckContext } from '../findings/context.ts'
import { exceptionFor } from './exceptions.ts'
import { Holdings } from './holdings.ts'
import { compileSets, makeAnalyser, type Analyser } from './permissions/analyse.ts'
import { BUILT_IN_SETS } from './permissions/sets/index.ts'
import type { ActionSet, Found, Unknown } from './permissions/types.ts'
import { rolesOf, standpoints, type Account } from './permission-reach.ts'
import { ALL_TIES } from './rules.ts'
import { list } from './words.ts'

/** A rule about permissions. */
export type PermissionRule = Extract<Rule, { readonly permissions: unknown }>

/** What permissions are told as. */
export type PermissionCode = 'permissions-conflict' | 'permissions-warning' | 'permissions-unsure'

/** Everything that rules about permissions find. */
export interface PermissionFindings {
  readonly told: ReadonlyMap<PermissionCode | 'duties-excepted', readonly Told[]>
  /** What could not be judged at all, for each rule: roles and other identities, with the grants that lead there. */
  readonly unread: ReadonlyMap<string, readonly Unknown[]>
}

const cache = new WeakMap<CheckContext, PermissionFindings>()

/** Judges all rules about permissions. Computed once for each context; nothing where the actions of AWS weren't loaded. */
export function permissionFindings(context: CheckContext): PermissionFindings {
  let known = cache.get(context)
  if (!known) cache.set(context, (known = judgeAll(context)))
  return known
}

/** Rules about permissions. */
export function permissionRules(book: Book): readonly Entry<PermissionRule>[] {
  return [...book.rules.values()].flatMap((entry) => {
    const { data } = entry
    return 'permissions' in data ? [{ ...entry, data }] : []
  })
}

/** Action sets that a rule names: its own by the names that it gives them, else the built-in ones. Unknown ones are left out. */
export function setsOf({ id, data }: Entry<PermissionRule>): readonly ActionSet[] {
  return data.permissions.flatMap((name) => {
    const own = data.sets && Object.hasOwn(data.sets, name) ? data.sets[name] : undefined
    if (!own) return BUILT_IN_SETS.find((set) => set.id === name) ?? []
    const paths = own.map((actions, index) => ({
      id: `${name}-${index + 1}`,
      actions,
      title: actions.join(' and '),
      source: ''
    }))
    return { id: `${id}/${name}`, title: name, paths }
  })
}

function judgeAll(context: CheckContext): PermissionFindings {
  const { book, now, actions } = context
  const rules = permissionRules(book)
  const told = new Map<PermissionCode | 'duties-excepted', Told[]>()
  const unread = new Map<string, Unknown[]>()
  if (actions === null || rules.length === 0) return { told, unread }
  const sets = new Map(rules.flatMap(setsOf).map((set) => [set.id, set]))
  const compiled = compileSets([...sets.values()], actions)
  const accounts = accountsOf(context).map((account) => ({
    account,
    analyser: makeAnalyser(rolesOf(account), compiled)
  }))
  const holdings = new Holdings(book, now)
  const subjects = new Set([...book.grantsOfSubject.keys(), ...book.people.keys(), ...book.workloads.keys()])
  for (const rule of rules) {
    const names = new Set(setsOf(rule).map(({ id }) => id))
    const inScope = accounts.filter(({ account }) => rule.data.systems?.includes(account.system) ?? true)
    for (const subject of subjects) {
      const judged = judgeSubject(subject, rule, names, inScope, holdings, context)
      for (const [code, one] of tell(judged, rule, subject, context)) append(told, code, one)
      for (const one of judged.unknown) append(unread, rule.id, one)
    }
  }
  return { told, unread }
}
function accountsOf({ book, connected, documents }: CheckContext): readonly Account[] {
  return [...book.systems.keys()].flatMap((system) => {
    const found = connected(system)
    return found ? { system, connected: found, documents: documents?.get(system) ?? null } : []
  })
}

/** What was found of one subject under one rule, and when. */
interface Judged {
  readonly found: readonly { readonly found: Found; readonly system: string }[]
  readonly unknown: readonly Unknown[]
}

function judgeSubject(
  subject: string,
  { data }: Entry<PermissionRule>,
  sets: ReadonlySet<string>,
  accounts: readonly { readonly account: Account; readonly analyser: Analyser }[],
  holdings: Holdings,
  { book }: CheckContext
): Judged {
  const ties = new Set(data.through ?? ALL_TIES)
  const through = new Set(ALL_TIES.flatMap((tie): Tie[] => (tie !== 'self' && ties.has(tie) ? [tie] : [])))
  const found: { found: Found; system: string }[] = []
  const unknown: Unknown[] = []
  for (const { account, analyser } of accounts) {
    const group = { self: ties.has('self'), through }
    for (const start of standpoints(subject, group, holdings, { book, account })) {
      const analysis = analyser.analyse(start)
      for (const one of analysis.found)
        if (sets.has(one.set)) found.push({ found: one, system: account.system })
      unknown.push(...analysis.unknown)
    }
  }
  return { found, unknown }
}

function tell(
  { found }: Judged,
  rule: Entry<PermissionRule>,
  subject: string,
  context: CheckContext
): readonly (readonly [PermissionCode | 'duties-excepted', Told])[] {
  const sure = found.filter(({ found: { certainty } }) => certainty === 'sure')
  const unsure = found.filter(
    ({ found: one }) =>
      one.certainty === 'unsure' &&
      !sure.some(({ found: other }) => other.set === one.set && other.path.id === one.path.id)
  )
  const covering = exceptionFor(context.book, rule.id, subject)
  const excepted = covering !== null && covering.until > context.now ? covering : null
  const told: [PermissionCode | 'duties-excepted', Told][] = []
  if (sure.length > 0) {
    const one = problem(sure, rule, subject, context, true)
    if (excepted)
      told.push([
        'duties-excepted',
        {
          ...one,
          message: `${one.message} The exception "${excepted.entry.id}" allows it until ${writeInstant(excepted.until)}. Control: ${excepted.entry.data.control}`,
          fix: 'Nothing to do while the exception stands.'
        }
      ])
    else told.push([rule.data.severity === 'warning' ? 'permissions-warning' : 'permissions-conflict', one])
  }
  if (unsure.length > 0 && !excepted)
    told.push(['permissions-unsure', problem(unsure, rule, subject, context, false)])
  return told
}

function problem(
  found: Judged['found'],
  rule: Entry<PermissionRule>,
  subject: string,
  context: CheckContext,
  sure: boolean
): Told {
  const grants = [...new Set(found.flatMap((one) => one.found.grants))].toSorted()
  const paths = [...new Map(found.map((one) => [one.found.path.id, one.found.path])).values()]
  const words = list(paths.map(({ id, actions }) => `${id} (${actions.join(', ')})`))
  const reasons = list([...new Set(found.flatMap((one) => one.found.reasons))].toSorted(), '; ')
  const sets = [...new Set(found.map((one) => one.found.set))].toSorted().join(', ')
  const brings = grants.filter((grant) => context.changed?.has(grant) === true)
  const own = brings.length > 0 ? ` This change brings ${list(brings)}.` : ''
  const may = sure ? 'can do together' : 'may be able to do together (this is unsure)'
  const why = sure ? '' : ` Unsure because ${reasons}.`
  return {
    message: `"${subject}" ${may} what the rule "${rule.id}" forbids (${plain(rule.data.title)}; ${sets}): ${words}.${why}${own}`,
    fix: fixOf(found, grants),
    file:
      brings.toSorted().at(-1) ??
      (context.changed?.has(rule.path) === true ? rule.path : (grants.at(-1) ?? rule.path)),
    pointer: [],
    related: relatedOf(found, rule),
    extent: {
      ...extentOf(found, rule, subject, context),
      key: `${sure ? 'sure' : 'unsure'} ${rule.id} ${subject}`,
      brought: own
    }
  }
}

/** One grant that stands in all ways is the smallest way out; else one way is told. */
function fixOf(found: Judged['found'], grants: readonly string[]): string {
  const common = grants.find((grant) => found.every((one) => one.found.grants.includes(grant)))
  if (common !== undefined) return `Drop ${plain(common)}: no way is left without it.`
  if (grants.length === 0)
    return 'No grant of ours is needed for it: take away the policy that was attached by hand.'
  return `Drop one grant of each way: ${list(grants)}.`
}

function relatedOf(found: Judged['found'], rule: Entry<PermissionRule>): readonly Related[] {
  const byGrant = new Map<string, Set<string>>()
  for (const { found: one } of found) {
    for (const grant of one.grants) {
      const known = byGrant.get(grant) ?? new Set()
      byGrant.set(grant, known.add(one.path.id))
    }
  }
  return [
    { file: rule.path, pointer: [], message: `the rule: ${plain(rule.data.title)}` },
    ...[...byGrant]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .slice(0, 50)
      .map(([file, paths]) => ({
        file,
        pointer: [],
        message: `completes ${list([...paths].toSorted())}`
      }))
  ]
}

function extentOf(
  found: Judged['found'],
  rule: Entry<PermissionRule>,
  subject: string,
  { book }: CheckContext
): Pick<Extent, 'subject' | 'parts' | 'files'> {
  const grants = found.flatMap((one) => one.found.grants)
  const own = (book.people.get(subject) ?? book.workloads.get(subject))?.path
  return {
    subject,
    parts: found.map(({ found: { set, path, grants: needed }, system }) => ({
      item: `${system} ${set}/${path.id}`,
      window: together(needed, book)
    })),
    files: new Set([rule.path, ...grants, ...(own === undefined ? [] : [own])])
  }
}

/** When all these grants hold; always, where none is needed. */
function together(grants: readonly string[], book: Book): Window {
  const windows = grants.flatMap((path) => {
    const grant = book.grants.get(path)
    return grant ? (effectiveWindow(book, grant).window ?? []) : []
  })
  const from = Math.max(...windows.map((window) => window.from ?? -Infinity))
  return {
    from: Number.isFinite(from) ? from : null,
    until: Math.min(Infinity, ...windows.map(({ until }) => until))
  }
}
