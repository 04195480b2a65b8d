import type { Book } from '../book/book.ts'
import { bundlesWith, includesOf } from '../book/bundles.ts'
import type { EntitlementName } from '../book/ids.ts'
import { entitlementName } from '../book/ids.ts'
import {
  entitlementPath,
  identify,
  SETTINGS_PATH,
  systemPath,
  type Kind,
  type PathIdentity
} from '../book/paths.ts'
import type { Tree } from '../book/tree.ts'
import { addDutyFiles, addNamed, dutySubjects, exceptedSubjects, hasRules } from './reach-duties.ts'

/** One tree with what has been read of it so far. */
export interface Side {
  readonly tree: Tree
  /** Partial; null before anything was read. */
  readonly book: Book | null
}

/** What must be read: everything, or these paths. */
export type Reach = 'all' | ReadonlySet<string>

/**
 * Which files decide what a change does to the findings: read from both trees, the difference of their findings is the
 * difference that reading everything would give. Names tell most of it; what only content tells (includes, owners) needs
 * another round with the books read so far, until nothing is added.
 *
 * A check that looks at more than one file must be thought of here; the law in test/findings/reach.test.ts holds the two
 * together.
 */
export function reach(before: Side, after: Side, changed: readonly string[]): Reach {
  const sides = [before, after]
  const found = new Set([...changed, SETTINGS_PATH])
  const subjects = new Set<string>()
  let governing = false
  for (const path of changed) {
    const identity = identify(path)
    const effect = identity && effectOf(identity, after.tree.entries.has(path))
    if (effect === 'all') return 'all'
    if (effect === 'governing') governing = true
    if (identity) addSubjects(identity, sides, subjects)
    for (const side of sides) addNamesakes(identity, side.tree, found)
  }
  const touched = hasRules(sides.map(({ tree }) => tree))
    ? addDuties(sides, changed, subjects, found)
    : subjects
  for (const side of sides) {
    if (governing) addGoverning(side.tree, found)
    for (const subject of touched) addNamed(side.tree, subject, found)
    addReviews(side.tree, found)
    if (side.book) addContent(side.book, found)
  }
  return found
}

/** Where there are rules: what decides on them, and whose holdings count together with those that are touched. */
function addDuties(
  sides: readonly Side[],
  changed: readonly string[],
  subjects: ReadonlySet<string>,
  found: Set<string>
): ReadonlySet<string> {
  for (const { tree } of sides) addDutyFiles(tree, found)
  const books = sides.flatMap(({ book }) => book ?? [])
  return dutySubjects(books, new Set([...subjects, ...exceptedSubjects(books, new Set(changed))]))
}

/** How far the effect of a change to one file goes beyond the subject it is about. */
function effectOf(identity: PathIdentity, stays: boolean): 'all' | 'governing' | 'near' {
  switch (identity.kind) {
    case 'person':
      // Any grant may name any person as requester, and is wrong as soon as there is no such person.
      return stays ? 'governing' : 'all'
    case 'workload':
    case 'entitlement':
    case 'suspension':
      return 'governing'
    case 'grant':
    case 'emergency':
    case 'exception':
    case 'out-of-band':
    case 'retrospective':
      return 'near'
    // A rule speaks of everybody who holds what it names.
    case 'rule':
    case 'settings':
    case 'system':
    default:
      return 'all'
  }
}

/** Whose grants a change touches: by quota, by their windows, by what they may hold. */
function addSubjects(identity: PathIdentity, sides: readonly Side[], subjects: Set<string>): void {
  switch (identity.kind) {
    case 'grant':
    case 'emergency':
    case 'retrospective':
      subjects.add(identity.subject)
      return
    case 'suspension':
      subjects.add(identity.id)
      return
    case 'person':
    // A workload of a person's name makes both refused, or, going, gives the workloads that she owns their owner back.
    case 'workload':
      subjects.add(identity.id)
      for (const { book } of sides) for (const id of workloadsOf(book, identity.id)) subjects.add(id)
      return
    case 'entitlement':
      for (const side of sides) addHolders(side, entitlementName(identity.system, identity.id), subjects)
      return
    case 'settings':
    case 'system':
    case 'rule':
    case 'exception':
    case 'out-of-band':
  }
}

function workloadsOf(book: Book | null, person: string): readonly string[] {
  if (!book) return []
  return [...book.workloads.values()].flatMap(({ id, data }) =>
    data.owner === person || data.backup === person ? [id] : []
  )
}

/** Everybody who holds an entitlement, or a bundle that includes it. */
function addHolders({ tree, book }: Side, name: EntitlementName, subjects: Set<string>): void {
  const names = new Set([name, ...(book ? bundlesWith(book, name) : [])])
  for (const path of tree.entries.keys()) {
    const identity = identify(path)
    if (identity?.kind !== 'grant' && identity?.kind !== 'emergency') continue
    if (names.has(entitlementName(identity.system, identity.entitlement))) subjects.add(identity.subject)
  }
}

/** Other files that claim the same identity from another folder: both are refused. */
function addNamesakes(identity: PathIdentity | null, tree: Tree, found: Set<string>): void {
  if (identity?.kind === 'rule' || identity?.kind === 'exception') addNamed(tree, identity.id, found)
}

/** Reviews of the emergencies that are read: whether there is one decides on the next emergency. */
function addReviews(tree: Tree, found: Set<string>): void {
  const reviewed = new Set(
    [...found].flatMap((path) => {
      const identity = path.startsWith('grants/emergency/') ? identify(path) : null
      return identity?.kind === 'emergency' ? [identity.subject] : []
    })
  )
  if (reviewed.size === 0) return
  for (const path of tree.entries.keys()) {
    const identity = path.startsWith('grants/retrospectives/') ? identify(path) : null
    if (identity?.kind === 'retrospective' && reviewed.has(identity.subject)) found.add(path)
  }
}

const GOVERNING: ReadonlySet<Kind | undefined> = new Set<Kind>([
  'person',
  'workload',
  'system',
  'entitlement',
  'suspension',
  'rule',
  'exception',
  'retrospective'
])

function addGoverning(tree: Tree, found: Set<string>): void {
  for (const path of tree.entries.keys()) if (GOVERNING.has(identify(path)?.kind)) found.add(path)
}

/** What the content read so far leads to: entitlements and systems of grants, includes, owners of workloads. */
function addContent(book: Book, found: Set<string>): void {
  for (const { name, system } of book.grants.values()) {
    found.add(entitlementPath(name))
    found.add(systemPath(system))
  }
  for (const entitlement of book.entitlements.values()) {
    found.add(systemPath(entitlement.system))
    for (const include of includesOf(entitlement)) found.add(entitlementPath(include))
  }
  for (const { system } of book.outOfBand.values()) found.add(systemPath(system))
  for (const { data } of book.workloads.values()) {
    for (const id of data.backup === undefined ? [data.owner] : [data.owner, data.backup])
      addNamed(book.tree, id, found)
  }
}
