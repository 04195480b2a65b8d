import type { Form, PathDifference } from '../../approval/facts.ts'
import { REDUCTION_WITHHELD } from '../../evidence/advance.ts'
import { readLedgerOf } from '../../io/git/evidence-part.ts'
import type { Unmoved } from '../../plan/ledger.ts'
import type { Outcome } from '../../plan/outcome.ts'
import { systemOfPath } from '../../plan/path-unit.ts'
import type { Authorised } from './authorise.ts'
import { treeDifferences } from './landed-commits.ts'

/** Files of the default branch that are not followed, and whether the guard keeps any of them back. */
export interface Left {
  readonly outcomes: readonly Outcome[]
  readonly withheld: boolean
}

/** Every file in which the default branch differs from the approved tree, with why: told by every run while it lasts. */
export async function leftBehind(root: string, { approved, head, tip }: Authorised): Promise<Left> {
  const differences = await treeDifferences(root, `${approved.evidence}:approved`, tip)
  if (differences.length === 0) return { outcomes: [], withheld: false }
  const paths = differences.map(({ path }) => path)
  const { unmoved: known } = await readLedgerOf(root, head, paths)
  const left = differences.map((one) => ({ ...one, told: toldOf(one, known.get(one.path)) }))
  return {
    outcomes: left.map(outcomeOf),
    withheld: left.some(({ told }) => told?.code === REDUCTION_WITHHELD)
  }
}

function toldOf({ after }: PathDifference, told: Unmoved | undefined): Unmoved | null {
  return told && told.blob === (after?.blob ?? null) ? told : null
}

function outcomeOf({
  path,
  before,
  after,
  told
}: PathDifference & { readonly told: Unmoved | null }): Outcome {
  return {
    grant: path,
    system: systemOfPath(path),
    action: actionOf(before, after),
    state: told?.state ?? 'held',
    why: told ? `${told.code}: ${told.why}` : NOT_YET
  }
}

function actionOf(before: Form | null, after: Form | null): Outcome['action'] {
  if (before === null) return 'grant'
  return after === null ? 'revoke' : 'update'
}

const NOT_YET =
  'It differs from its approved form and isn’t judged; until it is, the approved form is followed.'
