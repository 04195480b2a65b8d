import type { Goal, Piece, Refusal } from '../connector.ts'
import { isDead } from './boundary.ts'
import { ASSUME_ROLE } from './compile.ts'
import { kindOf, limitsFrom } from './limits.ts'
import type { Detail } from './live.ts'
import { place, roomFor } from './place.ts'
import { misfits } from './quota.ts'
import { refuse } from './refusals.ts'
import { roleFault } from './role.ts'
import { layoutOf, type PrincipalState } from './standing.ts'
import { GROUP_PREFIX, isStatement } from './statement.ts'
import { outlasts, readBody } from './window.ts'

/**
 * What of the goals can't be issued as the account is now. Only pieces that add something are judged: what stands, or is
 * merely shortened, is never held up.
 */
export function judge(
  detail: Detail,
  goals: readonly Goal[],
  account: string,
  boundaries: ReadonlyMap<string, string | null>
): readonly Refusal[] {
  const roles = entitlementRoles(detail.states, goals)
  return goals.flatMap((goal) => {
    const state = detail.states.get(goal.principal)
    const news = goal.pieces.filter((piece) => !stands(piece, state))
    if (news.length === 0) return []
    if (!state) return refuse(news, 'principal-missing', missing(goal.principal))
    if (goal.principalId !== null && goal.principalId !== state.detail.id) {
      return refuse(news, 'principal-recreated', recreated(goal.principal, state.detail.id, goal.principalId))
    }
    if (roles.has(state.detail.arn)) return refuse(news, 'principal-is-entitlement', chained(goal.principal))
    return [
      ...news.flatMap((piece) => judgePiece(piece, state, detail, account, roles, boundaries)),
      ...overfull(goal, news, state, detail)
    ]
  })
}

function judgePiece(
  piece: Piece,
  { detail: principal }: PrincipalState,
  { account: live }: Detail,
  account: string,
  roles: ReadonlySet<string>,
  boundaries: ReadonlyMap<string, string | null>
): readonly Refusal[] {
  if (!isStatement(piece)) {
    const group = piece.id.slice(GROUP_PREFIX.length)
    const why = `Group "${group}" doesn’t exist in account ${account}. Create it, or correct the entitlement’s target.`
    return live.groups.has(group) ? [] : refuse([piece], 'group-missing', why)
  }
  const { Action, Resource } = readBody(piece)
  if (Action === ASSUME_ROLE) {
    const fault = roleFault(live, String(Resource), principal.arn, account, roles)
    if (fault) return refuse([piece], fault.code, fault.why)
  }
  const { boundary } = principal
  if (boundary === null || !isDead(piece, boundaries.get(boundary) ?? null)) return []
  return refuse(
    [piece],
    'boundary',
    `The permissions boundary of ${principal.principal} (${boundary}) lets nothing of it through, or can’t be read, so the grant would have no effect. Widen the boundary, or use an entitlement inside it.`
  )
}

/** Roles that a grant lets somebody assume, standing or wanted: ARNs. */
function entitlementRoles(states: Detail['states'], goals: readonly Goal[]): ReadonlySet<string> {
  const roles = new Set<string>()
  const note = (piece: Piece): void => {
    if (!isStatement(piece)) return
    const { Action, Resource } = readBody(piece)
    if (Action === ASSUME_ROLE) roles.add(String(Resource))
  }
  for (const state of states.values()) for (const pieces of layoutOf(state).values()) pieces.forEach(note)
  for (const goal of goals) goal.pieces.forEach(note)
  return roles
}

/** Whether it stands already, or something does that allows at least as much for at least as long. */
function stands(piece: Piece, state: PrincipalState | undefined): boolean {
  if (!state) return false
  if (!isStatement(piece)) return state.detail.groups.includes(piece.id.slice(GROUP_PREFIX.length))
  return [...layoutOf(state).values()].flat().some((there) => there.id === piece.id && outlasts(there, piece))
}

function overfull(
  goal: Goal,
  news: readonly Piece[],
  state: PrincipalState,
  { account }: Detail
): readonly Refusal[] {
  const limits = limitsFrom(account.summary)
  const own = limits[kindOf(goal.principal)]
  const wanted = new Set(goal.pieces.map((piece) => piece.id))
  const leaving = new Set([...goal.owned].filter((id) => !wanted.has(id)))
  const groups = state.detail.groups.filter(
    (group) => !wanted.has(`${GROUP_PREFIX}${group}`) && !leaving.has(`${GROUP_PREFIX}${group}`)
  )
  const foreign = {
    inline: state.foreignInline,
    attachments: state.foreignAttachments,
    groups: groups.length
  }
  const misfit = misfits(goal.principal, goal.pieces, layoutOf(state), own, foreign)
  const { layout } = place(layoutOf(state), goal.pieces.filter(isStatement), roomFor(own, foreign))
  const fresh = [...layout.keys()].filter((slot) => slot !== 0 && !state.documents.has(slot)).length
  const left = limits.policies - (account.summary['Policies'] ?? 0)
  if (fresh <= left) return misfit
  const why = `${goal.principal} needs ${fresh} more managed policies, but the account has room for ${Math.max(0, left)} (PoliciesQuota). Delete unused policies or have the quota raised.`
  return [...misfit, ...refuse(news.filter(isStatement), 'quota-exceeded', why)]
}

function missing(principal: string): string {
  return `${principal} doesn’t exist in the account. Create it, or correct the account in the file of its person or workload.`
}

function recreated(principal: string, now: string, then: string): string {
  return `${principal} was deleted and made again: its unique id is ${now}, grants were issued to ${then}. Nothing is handed over. Remove the grants and request them anew.`
}

function chained(principal: string): string {
  return `${principal} is itself a role that a grant lets people assume; grants to it would chain roles without end. Give the workload a role of its own.`
}
