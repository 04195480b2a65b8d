import { identify } from '../../book/paths.ts'
import { requestName, type LandingFacts, type Proof, type Step } from '../../evidence/advance.ts'
import type { Event } from '../../evidence/events.ts'
import { review, type Review, type Reviewing } from '../../evidence/reviewed.ts'
import type { Uses } from '../../findings/uses.ts'
import type { Source } from '../../io/source.ts'
import type { TreeSoFar } from './tree-so-far.ts'

/** A step that the tree has taken over. */
export interface Taken {
  readonly step: Step
  readonly proof: Proof
  /** The tree after it. */
  readonly tree: TreeSoFar
  /** Paths that approvals prove. */
  readonly proved: ReadonlySet<string | null>
}

/** What the retrospectives among the proved paths of a step say of emergencies, by `uses` as they were before. */
export async function takeReviews(
  { step, proof, tree, proved }: Taken,
  uses: Uses,
  facts: LandingFacts
): Promise<Reviewing> {
  if (proof.kind !== 'judged' || step.pull === null) return { events: [], uses }
  const done: { events: Event[]; uses: Uses } = { events: [], uses }
  const pull = requestName(step.pull, facts)
  for (const one of await retrospectivesIn(tree.source, proved)) {
    const whole = { ...one, pull, commit: step.commit, mergedAt: proof.mergedAt }
    const next = review(whole, done.uses, (path) => tree.formOf(path)?.blob ?? null, facts)
    done.uses = next.uses
    done.events.push(...next.events)
  }
  return done
}

/** One that can't be read reviews nothing. */
async function retrospectivesIn(
  source: Source,
  paths: ReadonlySet<string | null>
): Promise<readonly Pick<Review, 'path' | 'identity' | 'verdict'>[]> {
  const named = [...paths].flatMap((path) => {
    const identity = path === null ? null : identify(path)
    return path !== null && identity?.kind === 'retrospective' ? [{ path, identity }] : []
  })
  if (named.length === 0) return []
  const { book } = await source.load(new Set(named.map(({ path }) => path)))
  const found = new Map([...book.retrospectives.values()].map((entry) => [entry.path, entry.data.verdict]))
  return named.flatMap(({ path, identity }) => {
    const verdict = found.get(path)
    return verdict === undefined ? [] : [{ path, identity, verdict }]
  })
}
