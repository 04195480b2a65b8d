import { ownersOf } from '../../../approval/codeowners/match.ts'
import { includes, isMember, permissionOf, teamPermission } from '../access.ts'
import type { Pull, Review } from '../state-pull.ts'
import type { Repository } from '../state-repository.ts'
import { findAccount, findTeam } from '../state.ts'
import type { Actor, ForgeState } from '../state.ts'
import type { Gate, Scene } from './gate.ts'

/** Where GitHub looks for the file, in this order. */
export const CODEOWNERS_PATHS = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'] as const

/**
 * What a pull request lacks of the reviews that a gate asks for, in GitHub's words; empty: nothing. Only the latest
 * opinion of each reviewer counts, and only of those who may write now.
 */
export function lacking(
  scene: Scene,
  repository: Repository,
  pull: Pull,
  wanted: NonNullable<Gate['reviews']>
): readonly string[] {
  const opinions = latestOpinions(pull).filter(({ author }) => mayWrite(scene.state, repository, author))
  const author = repository.issues.get(pull.number)?.author
  const approvals = opinions.filter((one) => one.state === 'APPROVED' && one.author !== author)
  const reasons: string[] = []
  if (opinions.some(({ state }) => state === 'CHANGES_REQUESTED')) {
    reasons.push('Changes have been requested by reviewers with write access.')
  }
  if (approvals.length < wanted.count) {
    const what = wanted.count === 1 ? '1 approving review is' : `${wanted.count} approving reviews are`
    reasons.push(`At least ${what} required by reviewers with write access.`)
  }
  if (wanted.codeOwners) reasons.push(...ownersLacking(scene, repository, pull, approvals))
  if (wanted.lastPush && !lastPushApproved(repository, scene.state, pull, approvals)) {
    reasons.push('New changes require approval from someone other than the last pusher.')
  }
  return reasons
}

interface Opinion extends Review {
  readonly author: number
}

/** The latest approval, objection or dismissal of each reviewer. */
export function latestOpinions(pull: Pull): readonly Opinion[] {
  const latest = new Map<number, Opinion>()
  for (const review of pull.reviews) {
    const { author, state } = review
    if (author === null || state === 'COMMENTED' || state === 'PENDING') continue
    latest.set(author, { ...review, author })
  }
  return [...latest.values()]
}

/** The actor that an account is: a bot is its App. */
export function actorOf(state: ForgeState, account: number): Actor {
  const app = [...state.apps.values()].find((one) => one.bot === account)
  return app ? { kind: 'app', account, app: app.id } : { kind: 'user', account }
}

function mayWrite(state: ForgeState, repository: Repository, account: number): boolean {
  return includes(permissionOf(state, repository, actorOf(state, account)), 'write')
}

// Owners come from the base branch. An owner who may not write counts for nothing, and without any other the path is free.
function ownersLacking(
  { forge, state }: Scene,
  repository: Repository,
  pull: Pull,
  approvals: readonly Opinion[]
): readonly string[] {
  const git = forge.git(repository)
  const tip = repository.refs.get(`refs/heads/${pull.baseRef}`)
  if (tip === undefined) return []
  const file = CODEOWNERS_PATHS.map((path) => git.file(tip, path)).find((bytes) => bytes !== null)
  if (!file) return []
  const owners = ownersOf(file.toString('utf8'))
  const reasons = new Set<string>()
  for (const { path, previous } of git.diff(git.mergeBase(tip, pull.head), pull.head)) {
    for (const touched of previous === null ? [path] : [path, previous]) {
      const able = (owners(touched)?.owners ?? []).flatMap((owner) => resolve(state, repository, owner) ?? [])
      if (able.length === 0) continue
      if (approvals.some(({ author }) => able.some(({ includes: has }) => has(author)))) continue
      reasons.add(`Waiting on code owner review from ${able.map(({ name }) => name).join(' and/or ')}.`)
    }
  }
  return [...reasons]
}

interface Owner {
  readonly name: string
  readonly includes: (account: number) => boolean
}

function resolve(state: ForgeState, repository: Repository, owner: string): Owner | null {
  const [first = '', slug] = owner.replace(/^@/u, '').split('/')
  if (slug === undefined) {
    const account = findAccount(state, first)
    if (!account || !mayWrite(state, repository, account.id)) return null
    return { name: account.login, includes: (id) => id === account.id }
  }
  const team = findTeam(state, slug)
  if (!team || team.privacy === 'secret' || !includes(teamPermission(state, repository, team), 'write'))
    return null
  return { name: `${first}/${team.slug}`, includes: (id) => isMember(state, team, id) }
}

function lastPushApproved(
  repository: Repository,
  state: ForgeState,
  pull: Pull,
  approvals: readonly Opinion[]
): boolean {
  const home =
    pull.headRepository === null ? repository : (state.repositories.get(pull.headRepository) ?? repository)
  const ref = `refs/heads/${pull.headRef}`
  const last = home.activity.findLast((one) => one.ref === ref && one.after === pull.head)
  return approvals.some(({ author, commit }) => commit === pull.head && author !== (last?.actor ?? null))
}
