import type { Gap } from '../../approval/facts.ts'
import { identify, type PathIdentity } from '../../book/paths.ts'
import { readLedgerOf } from '../../io/git/evidence-part.ts'
import { renderConflicting, renderHeld, type Held } from '../../render/held.ts'
import type { ApplyPorts } from './apply-ports.ts'
import type { HeldPull } from './land.ts'

/**
 * Tells it on the pull requests that are held, and on those with which they don't go together: what each of them brought
 * was fine by itself. Returns what could not be told; the record has it in any case.
 */
export async function tellHeld(
  root: string,
  ports: ApplyPorts,
  evidence: string,
  held: readonly HeldPull[]
): Promise<readonly Gap[]> {
  const gaps: Gap[] = []
  for (const { pull, problem } of held) {
    const others = await pullsOf(root, evidence, problem.extent?.files ?? new Set())
    const one: Held = {
      pull,
      why: problem.message,
      fix: problem.fix,
      others: others.filter((number) => number !== pull)
    }
    const told = [await ports.tell(pull, pull, renderHeld(one))]
    for (const other of one.others) told.push(await ports.tell(other, pull, renderConflicting(one)))
    gaps.push(...told.filter((gap) => gap !== null))
  }
  return gaps
}

/** Numbers of the pull requests by which grants came into the approved tree, each once, in order. */
async function pullsOf(
  root: string,
  evidence: string,
  files: ReadonlySet<string>
): Promise<readonly number[]> {
  const grants = [...files].filter((file) => isGrant(identify(file)))
  const { moved } = await readLedgerOf(root, evidence, grants)
  const found = [...moved.values()].flatMap(({ pull }) => pull ?? [])
  return [...new Set(found)].toSorted((a, b) => a - b)
}

function isGrant(identity: PathIdentity | null): boolean {
  return identity?.kind === 'grant' || identity?.kind === 'emergency'
}
