import { randomBytes } from 'node:crypto'
import type { Gap } from '../../approval/facts.ts'
import { UnableError } from '../../book/errors.ts'
import type { LandingFacts, Unmoved } from '../../evidence/advance.ts'
import type { ApprovedTree } from '../../evidence/approved-tree.ts'
import type { EvidenceSnapshot } from '../../io/git/evidence-store.ts'
import type { Common } from '../command.ts'
import type { ApplyPorts } from './apply-ports.ts'
import type { HeldPull } from './land.ts'
import { alwaysRaced, ATTEMPTS } from './recorder.ts'

/** The approved tree as it is now, and what was judged on the way. */
export interface Authorised {
  readonly head: string
  readonly approved: ApprovedTree
  /** Tip of the default branch. */
  readonly tip: string
  /** Whether the approved tree moved. */
  readonly moved: boolean
  /** Judged by this run and not taken over. */
  readonly unmoved: readonly Unmoved[]
  /** Approved and merged, and held by this run. */
  readonly held: readonly HeldPull[]
  /** What could not be read, so that judging stopped there. */
  readonly stopped: Gap | null
}

/** What a run is called and since when it runs. */
export type RunName = Pick<LandingFacts, 'run' | 'id'>

/** A name for this run. */
export function runName(option: unknown): RunName {
  return { run: typeof option === 'string' ? option : null, id: randomBytes(8).toString('hex') }
}

/**
 * Steps 1 to 3: reads what the default branch took in, proves it, and records how the approved tree moves, in one push,
 * before anything is written to a system. A lost race is read and computed again. Throws UnableError before genesis.
 */
export async function authorise(ports: ApplyPorts, { now }: Common, name: RunName): Promise<Authorised> {
  const facts: LandingFacts = { now, repository: ports.repository, ...name }
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const tip = await ports.tip()
    const { head, approved } = begun(await ports.store.glance())
    let read: Promise<EvidenceSnapshot> | null = null
    const folded = () => (read ??= ports.store.read())
    const { entries, unmoved, held, stopped } = await ports.land({ approved, tip, facts, folded })
    if (entries.length === 0) return { head, approved, tip, moved: false, unmoved, held, stopped }
    if ((await ports.store.append(head, entries, now)).state === 'raced') continue
    const after = begun(await ports.store.glance())
    return { ...after, tip, moved: entries.some(({ moves }) => moves.length > 0), unmoved, held, stopped }
  }
  throw alwaysRaced()
}

/** The approved tree as it stands, for a job that converges one system. Throws UnableError before genesis. */
export async function standing(ports: ApplyPorts): Promise<Authorised> {
  const tip = await ports.tip()
  const { head, approved } = begun(await ports.store.glance())
  return { head, approved, tip, moved: false, unmoved: [], held: [], stopped: null }
}

function begun({
  head,
  approved
}: {
  readonly head: string | null
  readonly approved: ApprovedTree | null
}): { readonly head: string; readonly approved: ApprovedTree } {
  if (head !== null && approved !== null) return { head, approved }
  throw new UnableError(
    'There is no approved tree yet: the branch "evidence" has no genesis. Nothing was done. Run the workflow "genesis" (grantbook genesis --by PERSON) first.'
  )
}
