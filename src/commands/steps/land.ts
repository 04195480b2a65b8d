import type { Gap, PathDifference } from '../../approval/facts.ts'
import type { Instant } from '../../book/instant.ts'
import { SETTINGS_PATH } from '../../book/paths.ts'
import type { Problem } from '../../book/problem.ts'
import type { ApprovedAt } from '../../duties/exceptions.ts'
import {
  advance,
  sealedEvent,
  type Advanced,
  type LandingFacts,
  type Proof,
  type Step,
  type Unmoved
} from '../../evidence/advance.ts'
import type { ApprovedTree } from '../../evidence/approved-tree.ts'
import type { Entry } from '../../io/git/evidence-store.ts'
import type { Uses } from '../../findings/uses.ts'
import type { Folded } from '../../evidence/fold.ts'
import { openCommit } from '../../io/source.ts'
import { approvedBy } from '../../plan/approved-by.ts'
import { emptyTree } from '../../plan/empty.ts'
import { Withholding } from '../../plan/withhold.ts'
import type { Authority, Proved } from './authority.ts'
import { findReductions } from './find-reductions.ts'
import { gainedErrors } from './gained-errors.ts'
import { groupSteps, type Grouped } from './group-steps.ts'
import { landedCommits, treeDifferences } from './landed-commits.ts'
import { takeReviews } from './take-reviews.ts'
import { TreeSoFar } from './tree-so-far.ts'
import { unreadable, waitsFor } from './unread-pull.ts'

/** From where to where the approved tree is to be brought. */
export interface Landing {
  readonly root: string
  readonly authority: Authority
  readonly approved: ApprovedTree
  /** Tip of the default branch. */
  readonly tip: string
  readonly facts: LandingFacts
  /** What evidence says so far: read only if there is anything to judge. */
  readonly folded: () => Promise<Folded>
}

/** What is to be recorded, in order, and what stays behind. */
export interface Landed {
  readonly entries: readonly Entry[]
  /** Judged now and not taken over. */
  readonly unmoved: readonly Unmoved[]
  /** Approved pull requests that are held for an error which the files would gain. */
  readonly held: readonly HeldPull[]
  /** What could not be read: judging stopped there and goes on with the next run. Null: everything is judged. */
  readonly stopped: Gap | null
}

/** A pull request that is held, and the first error that the files would gain by it. */
export interface HeldPull {
  readonly pull: number
  readonly problem: Problem
}

/**
 * Judges what the default branch took in since it was last judged, step by step and in order, and says how the approved
 * tree moves by it. Decides everything and writes nothing. Throws UnableError.
 */
export async function land(landing: Landing): Promise<Landed> {
  const { root, authority, approved, tip, facts } = landing
  if (approved.sealed === tip) return NOTHING
  const commits = (await authority.has(approved.sealed))
    ? await landedCommits(root, approved.sealed, tip)
    : null
  if (commits !== null && commits.every(({ differences }) => differences.length === 0))
    return { ...NOTHING, entries: [sealOnly(tip, facts)] }
  const folded = await landing.folded()
  const tree = await TreeSoFar.open(root, approved)
  try {
    const run = new Run(landing, folded, tree, await withholding(landing, folded, tree))
    return commits === null ? await run.rewritten() : await run.follow(commits)
  } finally {
    tree.close()
  }
}

const NOTHING: Landed = { entries: [], unmoved: [], held: [], stopped: null }

function sealOnly(tip: string, facts: LandingFacts): Entry {
  return { subject: `Judge main up to ${tip.slice(0, 12)}`, events: [sealedEvent(tip, [], facts)], moves: [] }
}

async function withholding(
  { root, tip, facts }: Landing,
  { ledger }: Folded,
  { source }: TreeSoFar
): Promise<Withholding> {
  const { book } = await source.load(new Set([SETTINGS_PATH]))
  const settings = book.settings?.data.guard ?? { share: 0, floor: 0 }
  const main = await openCommit(root, tip)
  try {
    return new Withholding({ settings, empty: emptyTree(main.tree), ledger, now: facts.now })
  } finally {
    main.close()
  }
}

/** A step as one pull request proves it, or why nobody can tell yet. */
interface Tried {
  /** Null: none brought it. */
  readonly pull: number | null
  readonly proof: Proof | { readonly kind: 'stop'; readonly gap: Gap }
}

/** One walk along the default branch. */
class Run {
  readonly #landing: Landing
  readonly #folded: Folded
  readonly #tree: TreeSoFar
  readonly #guard: Withholding
  readonly #entries: Entry[] = []
  readonly #unmoved: Unmoved[] = []
  readonly #held: HeldPull[] = []
  /** Emergencies by the record, and by the reviews that this run took over. */
  #uses: Uses

  constructor(landing: Landing, folded: Folded, tree: TreeSoFar, guard: Withholding) {
    this.#landing = landing
    this.#folded = folded
    this.#tree = tree
    this.#guard = guard
    this.#uses = folded.ledger.uses
  }

  /** Step by step, up to the first pull request that can't be read. */
  async follow(commits: NonNullable<Awaited<ReturnType<typeof landedCommits>>>): Promise<Landed> {
    const { authority, tip, facts } = this.#landing
    const judged = new Set(this.#folded.judged)
    for await (const group of groupSteps(commits, authority)) {
      const { pull, proof } = await this.#prove(group, judged)
      if (proof.kind === 'stop') return this.#stop(proof.gap)
      await this.#take({ ...group.step, pull }, proof, group.pulls)
      for (const number of group.pulls) judged.add(number)
    }
    if (this.#tree.approved.sealed !== tip) this.#entries.push(sealOnly(tip, facts))
    return this.#landed(null)
  }

  #landed(stopped: Gap | null): Landed {
    return { entries: this.#entries, unmoved: this.#unmoved, held: this.#held, stopped }
  }

  /** The default branch doesn't lead back to what was judged: of the whole difference only reductions move. */
  async rewritten(): Promise<Landed> {
    const step = await this.#whole()
    const { unmoved } = this.#folded.ledger
    // What was refused before, in these very words, is refused still: told once.
    const differences = step.differences.filter(({ path, after }) => {
      const known = unmoved.get(path)
      return !known || known.blob !== (after?.blob ?? null)
    })
    await this.#take({ ...step, differences }, { kind: 'direct', rewritten: true }, [])
    return this.#landed(null)
  }

  /**
   * Judging waits for what can't be read; what only takes access away waits for nobody. What stood on the default branch
   * already where judging stopped was judged: withheld then, it is withheld still.
   */
  async #stop(gap: Gap): Promise<Landed> {
    const { root, tip } = this.#landing
    const step = await this.#whole()
    const fresh = new Set(
      (await treeDifferences(root, this.#tree.approved.sealed, tip)).map(({ path }) => path)
    )
    const reductions = await findReductions(root, this.#tree.source, step.differences)
    const differences = step.differences.filter(({ path }) => reductions.has(path) && fresh.has(path))
    const kept = this.#guard.judge(differences.map(({ path }) => path))
    const free = { ...step, differences: differences.filter(({ path }) => !kept.has(path)) }
    if (free.differences.length > 0) await this.#take(free, { kind: 'direct', rewritten: false }, null)
    return this.#landed(gap)
  }

  /** `sealed` are the pull requests that are judged with it for good; null: the step isn't sealed. */
  async #take(step: Step, proof: Proof, sealed: readonly number[] | null): Promise<void> {
    const { root, facts } = this.#landing
    const tree = this.#tree
    const reductions = await findReductions(root, tree.source, step.differences)
    const formOf = (path: string) => tree.formOf(path)
    const isUnproved = (path: string) => tree.approved.unproved.has(path)
    const given = { step, proof, formOf, reductions, withheld: new Map<string, string>(), isUnproved }
    // What an approval proves isn't the guard's business: only what is left is counted.
    const first = advance(given, facts)
    const unproved = reducedPaths(first)
    const withheld = this.#guard.judge(unproved)
    const done = withheld.size === 0 ? first : advance({ ...given, withheld }, facts)
    const proved = new Set(done.events.flatMap((one) => (one.event === 'approved' ? [one.grant] : [])))
    tree.move(
      done.moves.map((move) => ({ ...move, proved: proved.has(move.path) })),
      sealed === null ? tree.approved.sealed : step.commit
    )
    const reviews = await takeReviews({ step, proof, tree, proved }, this.#uses, facts)
    this.#uses = reviews.uses
    const seal = sealed === null ? [] : [sealedEvent(step.commit, sealed, facts)]
    const events = [...done.events, ...reviews.events, ...seal]
    this.#entries.push({ subject: subjectOf(step, facts), events, moves: done.moves })
    this.#unmoved.push(...done.unmoved)
    if (proof.kind === 'judged' && step.pull !== null && done.unmoved.some(({ state }) => state === 'held'))
      for (const problem of proof.gained.slice(0, 1)) this.#held.push({ pull: step.pull, problem })
  }

  /**
   * Judges a step by each pull request that may have brought it, until one proves it; which of them it is judged by. One
   * that can't be read may be the one, so the others don't settle it. A pull request is judged once: what comes later in
   * its name is nobody's.
   */
  async #prove({ step, pulls, at, unread }: Grouped, judged: ReadonlySet<number>): Promise<Tried> {
    if (unread) return { pull: step.pull, proof: this.#unread(unread, at) }
    const tried: Tried[] = []
    for (const pull of pulls.filter((number) => !judged.has(number))) {
      const proof = await this.#proveBy(pull, step, at)
      if (proof.kind === 'judged' && proof.verdict.state === 'approved') return { pull, proof }
      tried.push({ pull, proof })
    }
    const waits = tried.find(({ proof }) => proof.kind === 'stop')
    return waits ?? tried[0] ?? { pull: step.pull, proof: { kind: 'direct', rewritten: false } }
  }

  async #proveBy(pull: number, step: Step, at: Instant): Promise<Tried['proof']> {
    const read = await this.#landing.authority.prove(pull, step, this.#tree)
    if (!read.ok) return this.#unread(read.gap, at)
    const { verdict } = read.value
    if (verdict.passing)
      return this.#unread({ what: `#${pull}`, why: verdict.why ?? 'it can’t be read', passing: true }, at)
    const { mergedAt } = read.value
    const gained = verdict.state === 'approved' ? await this.#gained(step, read.value) : []
    return { kind: 'judged', verdict, gained, mergedAt }
  }

  async #gained({ differences, parent }: Step, { mergedAt }: Proved) {
    const { root, facts } = this.#landing
    const moves = differences.map(({ path, after }) => ({ path, to: after }))
    const at = Math.min(mergedAt, facts.now)
    return gainedErrors({
      root,
      source: this.#tree.source,
      moves,
      at,
      parent,
      approvedAt: this.#approvedAt(),
      uses: this.#uses
    })
  }

  /** As evidence says; what this very run has moved came after all that. */
  #approvedAt(): ApprovedAt {
    const recorded = approvedBy(this.#folded.ledger)
    const moved = new Set(this.#tree.moved)
    return (path) => (moved.has(path) ? this.#landing.facts.now : recorded(path))
  }

  /** What a pull request that can't be read comes to. */
  #unread(gap: Gap, at: Instant): Tried['proof'] {
    return waitsFor(gap, at, this.#folded.signs, this.#landing.facts.now)
      ? { kind: 'stop', gap }
      : unreadable(gap)
  }

  /** Everything in which the tip differs from the approved tree as it is now. */
  async #whole(): Promise<Step> {
    const { root, approved, tip } = this.#landing
    const differences = new Map<string, PathDifference>()
    for (const one of await treeDifferences(root, `${approved.evidence}:approved`, tip))
      differences.set(one.path, one)
    for (const path of this.#tree.moved) {
      const before = this.#tree.formOf(path)
      const known = differences.get(path)
      // Where the base didn't differ, the tip has the base's form.
      const after = known ? known.after : this.#baseForm(path)
      differences.set(path, { path, before, after })
    }
    const sorted = [...differences.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1))
    return { commit: tip, commits: [tip], parent: tip, pull: null, differences: sorted }
  }

  #baseForm(path: string): PathDifference['after'] {
    const entry = this.#landing.approved.entries.get(path)
    return entry?.blob ? { mode: entry.mode, blob: entry.blob } : null
  }
}

function reducedPaths({ events }: Advanced): readonly string[] {
  return events.flatMap((one) => (one.event === 'reduced' && one.grant !== null ? [one.grant] : []))
}

function subjectOf({ pull, commit }: Step, { repository }: LandingFacts): string {
  return pull === null ? `Judge ${commit.slice(0, 12)}` : `Judge ${repository}#${pull}`
}
