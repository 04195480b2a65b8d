import { ABSENT } from './git/git.ts'
import { lacking } from './protection/approvals.ts'
import { gatesOf, isListed } from './protection/gate.ts'
import type { Bypass, Gate, Scene } from './protection/gate.ts'
import { failing, isBehind } from './protection/required-checks.ts'
import type { Pull } from './state-pull.ts'
import type { Repository } from './state-repository.ts'
import type { Actor } from './state.ts'

/** Whether branch protection and rulesets let something through. */
export interface Permit {
  readonly allowed: boolean
  /** What stands against it, in GitHub's words; also what was bypassed. */
  readonly reasons: readonly string[]
  /** It is allowed although something stands against it. */
  readonly bypassed: boolean
}

/** One move of a ref. {@link ABSENT} stands for "not there". */
export interface Move {
  readonly ref: string
  readonly before: string
  readonly after: string
}

/** Whether an actor who may write may move a ref directly, by git or the API. */
export function mayPush(scene: Scene, repository: Repository, actor: Actor, move: Move): Permit {
  if (move.before === move.after) return { allowed: true, reasons: [], bypassed: false }
  return judge(scene, repository, move.ref, (gate) => {
    const bypass = gate.bypass(actor)
    const history = historyAgainst(scene, repository, gate, move)
    const rest = pushAgainst(scene, repository, gate, actor, move)
    const passes = bypass === 'always' || bypass === 'exempt'
    const open = (passes || rest.length === 0) && (history.length === 0 || (passes && !gate.hardHistory))
    return { open, reasons: [...history, ...rest], bypass }
  })
}

/** Whether an actor who may write may merge a pull request now, by `merge`, `squash` or `rebase`. */
export function mayMerge(
  scene: Scene,
  repository: Repository,
  pull: Pull,
  actor: Actor,
  method: 'merge' | 'squash' | 'rebase'
): Permit {
  const ref = `refs/heads/${pull.baseRef}`
  return judge(scene, repository, ref, (gate) => {
    const bypass = gate.bypass(actor)
    const reasons = mergeAgainst(scene, repository, gate, actor, pull, method)
    return { open: bypass !== null || reasons.length === 0, reasons, bypass }
  })
}

interface Judged {
  readonly open: boolean
  readonly reasons: readonly string[]
  readonly bypass: Bypass
}

function judge(scene: Scene, repository: Repository, ref: string, at: (gate: Gate) => Judged): Permit {
  const judged = gatesOf(scene, repository, ref).map(at)
  const allowed = judged.every(({ open }) => open)
  const reasons = [...new Set(judged.flatMap((one) => (allowed || !one.open ? one.reasons : [])))]
  // Who is exempt leaves no trace.
  const seen = judged.some((one) => one.reasons.length > 0 && one.bypass !== 'exempt')
  return { allowed, reasons, bypassed: allowed && seen }
}

function historyAgainst(
  { forge }: Scene,
  repository: Repository,
  gate: Gate,
  { after, before }: Move
): readonly string[] {
  if (after === ABSENT) return gate.forbids.has('deletion') ? ['Cannot delete this branch'] : []
  if (before === ABSENT) return []
  const forced = !forge.git(repository).isAncestor(before, after)
  return forced && gate.forbids.has('non_fast_forward') ? ['Cannot force-push to this branch'] : []
}

function pushAgainst(
  { forge, state }: Scene,
  repository: Repository,
  gate: Gate,
  actor: Actor,
  { after, before }: Move
): readonly string[] {
  const reasons: string[] = []
  if (gate.pushers && !isListed(state, gate.pushers, actor)) {
    reasons.push('You’re not authorized to push to this branch.')
  }
  if (before === ABSENT) {
    return gate.forbids.has('creation')
      ? [...reasons, 'Cannot create ref due to creations being restricted.']
      : reasons
  }
  if (after === ABSENT) return reasons
  if (gate.forbids.has('update')) reasons.push('Cannot update this protected ref.')
  if (gate.forbids.has('direct')) reasons.push('Changes must be made through the merge queue')
  if (gate.reviews && !gate.skipsReviews(actor)) reasons.push('Changes must be made through a pull request.')
  if (gate.checks) reasons.push(...failing(state, repository, after, gate.checks))
  if (gate.forbids.has('merges') && forge.git(repository).log(after, before, ['--merges']).length > 0) {
    reasons.push('This branch must not contain merge commits.')
  }
  return reasons
}

function mergeAgainst(
  scene: Scene,
  repository: Repository,
  gate: Gate,
  actor: Actor,
  pull: Pull,
  method: 'merge' | 'squash' | 'rebase'
): readonly string[] {
  const reasons: string[] = []
  const tip = repository.refs.get(`refs/heads/${pull.baseRef}`)
  if (gate.pushers && !isListed(scene.state, gate.pushers, actor)) {
    reasons.push(
      'You’re not authorized to push to this branch. Visit https://docs.github.com for more information.'
    )
  }
  if (gate.forbids.has('update')) reasons.push('Cannot update this protected ref.')
  if (gate.forbids.has('direct')) reasons.push('Changes must be made through the merge queue')
  if (gate.reviews && !gate.skipsReviews(actor)) {
    reasons.push(...lacking(scene, repository, pull, gate.reviews))
    if (gate.reviews.methods?.includes(method) === false) {
      reasons.push(`The ${method} method is not allowed by a rule of this repository.`)
    }
  }
  if (gate.checks) {
    reasons.push(...failing(scene.state, repository, pull.head, gate.checks))
    if (gate.checks.strict && isBehind(scene.forge.git(repository), tip, pull)) {
      reasons.push('Head branch is out of date. Review and try the merge again.')
    }
  }
  if (gate.forbids.has('merges') && method === 'merge') {
    reasons.push('This branch must not contain merge commits.')
  }
  return reasons
}
