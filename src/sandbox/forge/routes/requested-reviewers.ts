import { permissionOf, repositoryOf } from '../access.ts'
import { texts } from '../body.ts'
import { unprocessable } from '../error.ts'
import { happened } from '../timeline.ts'
import { created, ok, type Context, type Reply, type Route } from '../route.ts'
import { showActor } from '../shapes/account.ts'
import { showPull } from '../shapes/pull.ts'
import { showTeam } from '../shapes/team.ts'
import type { Repository } from '../state-repository.ts'
import { findAccount, findTeam } from '../state.ts'
import { pullOf } from './find.ts'

const REVIEWERS = '/repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers'

/** Who is asked for a review. */
export const requestedReviewerRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: REVIEWERS,
    operation: 'pulls/list-requested-reviewers',
    kind: 'read',
    needs: ['pull_requests', 'read'],
    handle: list
  },
  {
    method: 'POST',
    path: REVIEWERS,
    operation: 'pulls/request-reviewers',
    kind: 'write',
    needs: ['pull_requests', 'write'],
    handle: add
  },
  {
    method: 'DELETE',
    path: REVIEWERS,
    operation: 'pulls/remove-requested-reviewers',
    kind: 'write',
    needs: ['pull_requests', 'write'],
    handle: remove
  }
]

function list(context: Context): Reply {
  const { pull } = pullOf(context, repositoryOf(context))
  return ok({
    users: pull.requestedReviewers.map((id) => showActor(context, id)),
    teams: pull.requestedTeams.flatMap((id) => {
      const team = context.state.teams.get(id)
      return team ? [showTeam(context, team)] : []
    })
  })
}

function add(context: Context): Reply {
  const repository = repositoryOf(context, 'triage')
  const { issue, pull } = pullOf(context, repository)
  const { accounts, teams } = named(context, repository)
  if (accounts.includes(issue.author)) {
    throw unprocessable('Review cannot be requested from pull request author.')
  }
  const requester = showActor(context, context.actor?.account ?? null)
  for (const id of accounts) {
    if (pull.requestedReviewers.includes(id)) continue
    pull.requestedReviewers.push(id)
    happened(context.forge, issue, 'review_requested', context.actor, {
      review_requester: requester,
      requested_reviewer: showActor(context, id)
    })
  }
  for (const id of teams) {
    const team = context.state.teams.get(id)
    if (!team || pull.requestedTeams.includes(id)) continue
    pull.requestedTeams.push(id)
    happened(context.forge, issue, 'review_requested', context.actor, {
      review_requester: requester,
      requested_team: showTeam(context, team)
    })
  }
  return created(showPull(context, repository, pull, context.actor))
}

function remove(context: Context): Reply {
  const repository = repositoryOf(context, 'triage')
  const { pull } = pullOf(context, repository)
  const { accounts, teams } = named(context, repository)
  pull.requestedReviewers = pull.requestedReviewers.filter((id) => !accounts.includes(id))
  pull.requestedTeams = pull.requestedTeams.filter((id) => !teams.includes(id))
  return ok(showPull(context, repository, pull, context.actor))
}

function named(
  context: Context,
  repository: Repository
): { accounts: readonly number[]; teams: readonly number[] } {
  const accounts = (texts(context, 'reviewers') ?? []).map((login) => {
    const account = findAccount(context.state, login)
    const actor = account && ({ kind: 'user', account: account.id } as const)
    if (!actor || permissionOf(context.state, repository, actor) === 'none') {
      throw unprocessable(
        'Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of this repository.'
      )
    }
    return actor.account
  })
  const teams = (texts(context, 'team_reviewers') ?? []).map((slug) => {
    const team = findTeam(context.state, slug)
    if (!team) throw unprocessable('Could not resolve to a node with the global id of a team.')
    return team.id
  })
  return { accounts, teams }
}
