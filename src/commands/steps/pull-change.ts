import type { PathDifference } from '../../approval/facts.ts'
import type { Book } from '../../book/book.ts'
import { resolveEntitlement } from '../../book/bundles.ts'
import { entitlementName } from '../../book/ids.ts'
import type { Loaded } from '../../book/load.ts'
import type { Instant } from '../../book/instant.ts'
import type { Problem } from '../../book/problem.ts'
import { conflict } from '../../findings/conflict.ts'
import { newProblems } from '../../findings/differ.ts'
import { readReach } from '../../findings/read-reach.ts'
import { readLedgerOf, readUsesOf } from '../../io/git/evidence-part.ts'
import { mergeTree } from '../../io/git/merge-tree.ts'
import { openChanged, openResolved, openTree, type Source } from '../../io/source.ts'
import { permissionRules } from '../../duties/permission-findings.ts'
import { unreadPermissions } from '../../duties/unread.ts'
import type { Documents } from '../../connectors/connector.ts'
import type { ApprovedAt } from '../../duties/exceptions.ts'
import { approvedBy } from '../../plan/approved-by.ts'
import { standingDuties } from '../../findings/standing-duties.ts'
import { brokenFiles } from '../../plan/broken.ts'
import { changesBetween } from '../../plan/between.ts'
import { desire } from '../../plan/desire.ts'
import type { Desired } from '../../plan/desired.ts'
import type { Change, Refused } from '../../plan/plan.ts'
import type { Ledger } from '../../plan/ledger.ts'
import { refusedBetween } from '../../plan/refused-between.ts'
import type { Cores } from '../../plan/systems.ts'
import type { ShownChange } from '../../render/plan-view.ts'
import { changeHistory, checkContext, checkTree, contextOf } from '../check-tree.ts'
import { CORES } from '../connectors.ts'
import { judgeCodeowners, loadDeciding, decidesOwners } from './codeowners.ts'

/** What is looked at. */
export interface PullChangeInput {
  readonly root: string
  readonly now: Instant
  /** The approved tree. */
  readonly approved: Source
  /** Head of evidence; null: there is none, and the base stands for the approved tree. */
  readonly evidence: string | null
  /** The default branch's tip, into which it would be merged. */
  readonly tip: string
  readonly head: string
  /** What the pull request changes under `grants/`. */
  readonly differences: readonly PathDifference[]
  /** Live documents of systems, as far as they can be read. */
  readonly documents: (systems: readonly string[]) => Promise<ReadonlyMap<string, Documents>>
}

/** What one pull request does to the approved tree: problems that it brings, access that it changes. */
export interface PullChange {
  readonly problems: readonly Problem[]
  /** Conflicts of duties among what it reaches that were there before, as notes. */
  readonly standing: readonly Problem[]
  /** The approved tree with the pull request's paths; whoever has it closes it. */
  readonly after: Source
  /** As much of its book as the change reaches. */
  readonly book: Book
  readonly changes: readonly ShownChange[]
  readonly refused: readonly Refused[]
  /** What is asked for after it, as far as it reaches, and what evidence says of those grants. */
  readonly wanted: Desired
  readonly ledger: Ledger
}

/**
 * Judges the approved tree with a pull request's paths against the approved tree, reading only what the change reaches.
 * Live state isn't looked at: nobody is shown other people's drift as his own.
 */
export async function judgePull(input: PullChangeInput): Promise<PullChange> {
  const { root, approved, differences, now, evidence } = input
  const changes = differences.map(({ path, after }) => ({
    path,
    after: after && { path, mode: after.mode, blob: after.blob, size: null }
  }))
  const after = openChanged(root, approved, changes)
  try {
    const paths = differences.map(({ path }) => path)
    const sides = await readReach(approved, after, paths)
    const added = new Set(differences.flatMap(({ path, after: form }) => (form === null ? [] : [path])))
    const uses = evidence === null ? null : await readUsesOf(root, evidence, brokenGlass(sides))
    const history = await changeHistory(root, input.tip, sides.after.book, added, uses)
    const ledger = await readLedgerOf(root, evidence, grantPaths(sides.before.book, sides.after.book))
    const [recorded, asking] = [approvedBy(ledger), approvedBy(ledger, added)]
    const documents = await documentsFor(input, sides.after.book)
    const changed = new Set<string>()
    const givenBefore = { now, changed, history: null, uses, approvedAt: recorded, documents }
    const known = await checkTree(sides.before, givenBefore)
    const context = await contextOf(sides.after.book, {
      now,
      changed: added,
      history,
      uses,
      approvedAt: asking,
      documents
    })
    const found = checkContext(sides.after, context)
    const { tree: merged, conflicts } = await mergeTree(root, input.tip, input.head)
    const undecided = new Set(conflicts)
    const before = desireOf(sides.before.book, known, ledger, now, recorded)
    const fresh = newProblems(known, found)
    // What a change makes grow may be worse than it was by itself.
    const wanted = desireOf(sides.after.book, [...found, ...fresh], ledger, now, asking)
    return {
      after,
      book: sides.after.book,
      problems: [
        ...conflicts.map(conflict),
        ...fresh.filter(({ file }) => !undecided.has(file)),
        ...unreadPermissions(context),
        ...(await ownersProblems(input, merged, paths))
      ],
      standing: standingDuties(known, found, added),
      changes: changesBetween(before, wanted).map((change) =>
        withRisk(change, [sides.after.book, sides.before.book])
      ),
      refused: refusedBetween(before, wanted),
      wanted,
      ledger
    }
  } catch (error) {
    after.close()
    throw error
  }
}

/** Live documents of the systems in which those whom a change touches hold anything, where a rule is about permissions. */
async function documentsFor(
  { documents }: PullChangeInput,
  book: Book
): Promise<ReadonlyMap<string, Documents> | null> {
  if (permissionRules(book).length === 0) return null
  const systems = [...book.grants.values()].flatMap(
    ({ name }) => resolveEntitlement(book, name)?.systems ?? []
  )
  return documents([...new Set(systems)].toSorted())
}

/** Whether the default branch would still have the CODEOWNERS that its own files generate. */
async function ownersProblems(
  { root, tip }: PullChangeInput,
  merged: string,
  paths: readonly string[]
): Promise<readonly Problem[]> {
  if (!paths.some(decidesOwners)) return []
  const [before, after] = [await openResolved(root, tip), await openTree(root, merged)]
  try {
    return newProblems(await codeownersOf(before), await codeownersOf(after))
  } finally {
    before.close()
    after.close()
  }
}

async function codeownersOf(source: Source): Promise<readonly Problem[]> {
  return judgeCodeowners(source, await loadDeciding(source), () => Promise.resolve(true))
}

/** Whose emergencies decide on what a change does. */
function brokenGlass({ before, after }: Record<'before' | 'after', Loaded>): ReadonlySet<string> {
  const grants = [before, after].flatMap(({ book }) => [...book.grants.values()])
  return new Set(grants.flatMap(({ kind, subject }) => (kind === 'emergency' ? [subject] : [])))
}

function grantPaths(...books: readonly Book[]): ReadonlySet<string> {
  return new Set(books.flatMap(({ grants }) => [...grants.keys()]))
}

const cores: Cores = (name) => CORES.get(name) ?? null

function desireOf(
  book: Book,
  problems: readonly Problem[],
  ledger: Ledger,
  now: Instant,
  approvedAt: ApprovedAt
): Desired {
  const broken = brokenFiles(book, problems, ledger)
  return desire({
    book,
    broken,
    ledger,
    now,
    cores,
    lastSettings: null,
    earlierSystems: () => null,
    approvedAt
  })
}

/** The tier of what is given, after the change or before it. */
function withRisk(change: Change, books: readonly Book[]): ShownChange {
  for (const book of books) {
    const name =
      book.grants.get(change.grant ?? '')?.name ?? entitlementName(change.system, change.entitlement)
    const terms = resolveEntitlement(book, name)?.terms
    if (terms) return { ...change, risk: terms.risk }
  }
  return { ...change, risk: null }
}
