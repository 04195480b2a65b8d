import { z } from 'zod'
import type { Account, TeamQuestion } from '../../approval/facts.ts'
import type { GitHub, Reading } from './github.ts'
import { pages } from './pages.ts'
import { ask, gap, parsed } from './read.ts'
import { account } from './shapes.ts'

const membership = z.object({ state: z.enum(['active', 'pending']) })
const access = z.object({ full_name: z.string(), permissions: z.object({ push: z.boolean() }) })
const TEAM = /^@([A-Za-z0-9][A-Za-z0-9-]{0,38})\/([A-Za-z0-9][A-Za-z0-9_.-]{0,99})$/u
const LOGIN = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/u

/** A team by its two names; null if `@acme/billing` isn't written so. */
function partsOf(team: string): { readonly org: string; readonly team_slug: string } | null {
  const match = TEAM.exec(team)
  const [org, slug] = [match?.[1], match?.[2]]
  return org === undefined || slug === undefined ? null : { org, team_slug: slug.toLowerCase() }
}

/**
 * Whether an account is an active member of a team or of one of its children. Invited isn't a member, and neither is
 * whom GitHub doesn't find there; every other answer is a gap.
 */
export async function readMembership(
  github: GitHub,
  { team, login }: TeamQuestion
): Promise<Reading<boolean>> {
  const what = `membership of ${login} in ${team}`
  const parts = partsOf(team)
  if (!parts || !LOGIN.test(login)) return gap(what, 'this is no name of a team or of an account', false)
  const route = 'GET /orgs/{org}/teams/{team_slug}/memberships/{username}'
  const asked = await ask(github, what, route, { ...parts, username: login })
  if (asked.kind === 'gap') return { ok: false, gap: asked.gap }
  if (asked.kind === 'absent') return { ok: true, value: false }
  const read = parsed(what, asked.answer.data, membership)
  return read.ok ? { ok: true, value: read.value.state === 'active' } : read
}

/** Whether a team itself may push to the governed repository. */
export async function readMayPush(github: GitHub, team: string): Promise<Reading<boolean>> {
  const what = `access of ${team} to ${github.owner}/${github.repo}`
  const parts = partsOf(team)
  if (!parts) return gap(what, 'this is no name of a team', false)
  const asked = await ask(github, what, 'GET /orgs/{org}/teams/{team_slug}/repos/{owner}/{repo}', {
    ...parts,
    headers: { accept: WITH_PERMISSIONS }
  })
  if (asked.kind === 'gap') return { ok: false, gap: asked.gap }
  if (asked.kind === 'absent') return { ok: true, value: false }
  const read = parsed(what, asked.answer.data, access)
  if (!read.ok) return read
  const name = `${github.owner}/${github.repo}`
  if (read.value.full_name.toLowerCase() !== name.toLowerCase())
    return gap(what, 'the answer tells of another repository')
  return { ok: true, value: read.value.permissions.push }
}

/** Without this media type the answer is an empty 204, which says that there is some access but not which. */
const WITH_PERMISSIONS = 'application/vnd.github.v3.repository+json'

/** All active members of a team, those of its children too. */
export async function readMembers(github: GitHub, team: string): Promise<Reading<readonly Account[]>> {
  const what = `members of ${team}`
  const parts = partsOf(team)
  if (!parts) return gap(what, 'this is no name of a team', false)
  return pages(github, {
    what,
    route: 'GET /orgs/{org}/teams/{team_slug}/members',
    item: account,
    parameters: parts
  })
}
