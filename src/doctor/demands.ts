import type { Gap } from '../approval/facts.ts'
import type { BranchDemands, BranchFacts, DoctorFacts, Known } from './facts.ts'

/** Every known source of demands on a branch. What could not be read is told by the checks of what is unknown. */
export function demandsOf({ rulesets, classic }: BranchFacts): readonly BranchDemands[] {
  return [
    ...(rulesets.ok ? rulesets.value : []),
    ...(classic.ok && classic.value !== null ? [classic.value] : [])
  ]
}

/** Whether any source on a branch demands something; null if that isn't known. Demands of several sources add up. */
export function demandedOn(branch: BranchFacts, what: (demands: BranchDemands) => boolean): boolean | null {
  if (demandsOf(branch).some(what)) return true
  return branch.rulesets.ok && branch.classic.ok ? false : null
}

/** As {@link demandedOn}, of the default branch. */
export function demanded(
  { main }: Pick<DoctorFacts, 'main'>,
  what: (demands: BranchDemands) => boolean
): boolean | null {
  return demandedOn(main, what)
}

/** The gap of something that isn't known. */
export function gapOf(known: Known<unknown>): readonly Gap[] {
  return known.ok ? [] : [known.gap]
}
