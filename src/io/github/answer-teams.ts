import pMap from 'p-map'
import {
  membershipKey,
  type Account,
  type Gap,
  type TeamAnswers,
  type TeamQuestion
} from '../../approval/facts.ts'
import type { GitHub, Reading } from './github.ts'
import { readMayPush, readMembers, readMembership } from './teams.ts'

/** What is to be known of teams. */
export interface TeamsAsked {
  readonly pairs: readonly TeamQuestion[]
  /** Teams of which it must be known whether they may push. */
  readonly teams: readonly string[]
}

const AT_A_TIME = 4

/** Asks GitHub about teams: one call for each pair, one for each team. What could not be read is a gap and no answer. */
export async function answerTeams(github: GitHub, { pairs, teams }: TeamsAsked): Promise<TeamAnswers> {
  const gaps: Gap[] = []
  const mayPush = await answers(
    teams,
    (team) => team,
    (team) => readMayPush(github, team),
    gaps
  )
  const active = await answers(pairs, membershipKey, (pair) => readMembership(github, pair), gaps)
  return { mayPush, active, members: new Map(), gaps }
}

/**
 * The same answers with all members of some teams, to name who still can approve. Nothing is decided by these names, so
 * that a team that can't be read only stays without them.
 */
export async function withMembers(
  github: GitHub,
  known: TeamAnswers,
  teams: readonly string[]
): Promise<TeamAnswers> {
  const members = await answers<string, readonly Account[]>(
    teams,
    (team) => team,
    (team) => readMembers(github, team),
    []
  )
  return { ...known, members }
}

async function answers<Q, A>(
  asked: readonly Q[],
  keyOf: (question: Q) => string,
  read: (question: Q) => Promise<Reading<A>>,
  gaps: Gap[]
): Promise<ReadonlyMap<string, A>> {
  const readings = await pMap(asked, read, { concurrency: AT_A_TIME })
  const found = new Map<string, A>()
  for (const [index, question] of asked.entries()) {
    const reading = readings[index]
    if (!reading) continue
    if (reading.ok) found.set(keyOf(question), reading.value)
    else gaps.push(reading.gap)
  }
  return found
}
