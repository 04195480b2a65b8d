import { decide } from '../../approval/decide.ts'
import type { PullFacts } from '../../approval/facts.ts'
import type { ProofQuestion } from '../../approval/proof-input.ts'
import { questionsOf, rosters, withNames } from '../../approval/questions.ts'
import type { Verdict } from '../../approval/verdict.ts'
import { SETTINGS_PATH } from '../../book/paths.ts'
import { answerTeams, withMembers } from '../../io/github/answer-teams.ts'
import { collectFacts } from '../../io/github/collect-facts.ts'
import type { GitHub, Reading } from '../../io/github/github.ts'
import type { Landing } from '../../io/github/landed.ts'
import { proofQuestion, type ProvedAgainst } from './proof-books.ts'

/** One pull request to be proved. */
export interface ProveRequest extends ProvedAgainst {
  readonly number: number
  /** Where the default branch stands, if that is known. */
  readonly tip?: string
  /** How it landed, if that is known. */
  readonly landing?: Landing
  /** Whether to name who still could approve: costs the members of each team from which something is missing. */
  readonly names: boolean
}

/** A verdict with all that it rests on. */
export interface ProvedPull {
  readonly facts: PullFacts
  readonly question: ProofQuestion
  readonly verdict: Verdict
}

/**
 * Proves one pull request from GitHub's own records: facts, then what follows from them. The same for the check that
 * people see, for `approvals` and for apply. Not ok: not even the pull request itself could be read. Throws UnableError if
 * git can't work in `root` at all.
 */
export async function provePull(
  github: GitHub,
  root: string,
  request: ProveRequest
): Promise<Reading<ProvedPull>> {
  const { number, source, names, tip, landing } = request
  const { book } = await source.load(new Set([SETTINGS_PATH]))
  const facts = await collectFacts(github, root, number, {
    app: book.settings?.data.app ?? '',
    ...(tip === undefined ? {} : { tip }),
    ...(landing ? { landing } : {})
  })
  if (!facts.ok) return facts
  const question = await proofQuestion(root, facts.value, request)
  const teams = await answerTeams(github, questionsOf(question))
  const verdict = decide({ ...question, teams })
  if (!names) return { ok: true, value: { facts: facts.value, question, verdict } }
  const wanted = rosters(verdict)
  const named = withNames(verdict, question, await withMembers(github, teams, wanted))
  return { ok: true, value: { facts: facts.value, question, verdict: named } }
}
