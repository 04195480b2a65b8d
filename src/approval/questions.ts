import type { Instant } from '../book/instant.ts'
import { isLoginOf, isTeam } from './belonging.ts'
import type { Saying } from './eligible.ts'
import { membershipKey, type Account, type TeamAnswers, type TeamQuestion } from './facts.ts'
import { inactiveAt, peopleOf, personOf } from './people.ts'
import type { ProofQuestion } from './proof-input.ts'
import { exclusion, onlyClaimed, pathProof, proofOf, type PathProof, type Proof } from './proof.ts'
import { speakerOf } from './rules/approvers.ts'
import { loginOf } from './rules/transfer.ts'
import { touchedBy } from './touched.ts'
import type { MissingApproval, PathVerdict, Verdict } from './verdict.ts'

/** What must be asked of GitHub before a verdict can be given. */
export interface Questions {
  /** Whether these accounts are active members of these teams: only where that could matter. */
  readonly pairs: readonly TeamQuestion[]
  /** Whether these teams themselves may push to the repository. */
  readonly teams: readonly string[]
}

/** What to ask: one pair for each reviewer and team that may matter, however many paths there are. Sorted. */
export function questionsOf(question: ProofQuestion): Questions {
  const touched = touchedBy(question)
  const proof = touched && proofOf(question, touched)
  const pairs = new Map<string, TeamQuestion>()
  const teams = new Map<string, string>()
  for (const one of proof ? (touched ?? []) : []) {
    if (!proof) break
    const path = pathProof(one, proof)
    for (const { account, spoke, saying } of speakers(proof)) {
      if (!couldCount({ account, spoke, saying }, proof, path)) continue
      for (const team of path.owners.filter(isTeam)) {
        const pair = { team, login: account.login }
        const key = membershipKey(pair)
        if (!pairs.has(key)) pairs.set(key, pair)
        if (!teams.has(team.toLowerCase())) teams.set(team.toLowerCase(), team)
      }
    }
  }
  return { pairs: values(pairs), teams: values(teams) }
}

/** By key, so that the order of listings doesn't show. */
function values<T>(map: ReadonlyMap<string, T>): readonly T[] {
  return [...map].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value)
}

interface Speech {
  readonly account: Account
  readonly spoke: Instant
  readonly saying: Saying
}

/** Everybody whose word may count: who approves, who objects, who dismissed an objection. */
function speakers({ opinions }: Proof): readonly Speech[] {
  return opinions.flatMap((opinion): readonly Speech[] => {
    const { author, review } = opinion
    if (opinion.kind === 'void') return []
    const own: Speech = { account: author, spoke: review.at, saying: opinion.kind }
    if (opinion.kind === 'approval') return [own]
    const dismissers = opinion.dismissals.flatMap(({ by, at }): readonly Speech[] =>
      by ? [{ account: by, spoke: at, saying: 'approval' }] : []
    )
    return [own, ...dismissers]
  })
}

function couldCount({ account, spoke, saying }: Speech, proof: Proof, path: PathProof): boolean {
  const { book } = proof.question
  const { person } = speakerOf(account, book, peopleOf(book), { spoke, merged: proof.at })
  if (person === null) return false
  return (
    exclusion(person, proof, path) === null || (saying === 'objection' && onlyClaimed(person, proof, path))
  )
}

/** Teams whose members are wanted, to say who still can approve: those from which something is missing. Sorted. */
export function rosters(verdict: Verdict): readonly string[] {
  const teams = new Map<string, string>()
  for (const path of verdict.paths)
    for (const { from } of path.missing)
      for (const team of from.filter(isTeam))
        if (!teams.has(team.toLowerCase())) teams.set(team.toLowerCase(), team)
  return values(teams)
}

/**
 * The verdict with the people who still can approve (`could`), where all members of the teams in question are known.
 * Fewer than are needed make the path refused; just as many are a warning.
 */
export function withNames(verdict: Verdict, question: ProofQuestion, answers: TeamAnswers): Verdict {
  const touched = touchedBy(question)
  const proof = touched && proofOf(question, touched)
  if (!touched || !proof) return verdict
  const byPath = new Map(touched.map((one) => [one.path, one]))
  const roster = new Roster(proof, answers)
  const warnings = new Set(verdict.warnings)
  const paths = verdict.paths.map((path) => {
    const one = byPath.get(path.path)
    if (!one || path.missing.length === 0) return path
    const missing = path.missing.map((lack) => ({
      ...lack,
      could: roster.could(lack, path, pathProof(one, proof))
    }))
    for (const lack of missing) if (isTight(lack)) warnings.add(tight(lack))
    return named({ ...path, missing })
  })
  const hopeless = paths.find(
    (path) => path.state === 'refused' && path.reasons.some(({ rule }) => rule === NOBODY)
  )
  if (verdict.state !== 'missing' || !hopeless) return { ...verdict, paths, warnings: [...warnings] }
  const why = `${hopeless.path}: ${hopeless.reasons.find(({ rule }) => rule === NOBODY)?.why ?? ''}`
  return { ...verdict, paths, warnings: [...warnings], state: 'refused', why }
}

const NOBODY = 'nobody-could'

/** A path for which too few people are left can't be approved as it is. */
function named(path: PathVerdict): PathVerdict {
  const short = path.missing.find(({ could, count }) => could !== null && could.length < count)
  if (!short) return path
  const left = short.could?.length ?? 0
  const who = short.from.join(' or ')
  const why = `${short.count} more must approve as ${who}, and ${left === 0 ? 'nobody' : `only ${left}`} could: everybody else there has a part in the change, has left, or has no approved file. Add people to the team, or let somebody else open it.`
  return { ...path, state: 'refused', reasons: [...path.reasons, { rule: NOBODY, why, passing: false }] }
}

/** A login stands for one person anyway. */
function isTight({ could, count, from }: MissingApproval): boolean {
  return could !== null && could.length === count && from.some(isTeam)
}

function tight({ from, count }: MissingApproval): string {
  const people = count === 1 ? 'Only one person' : `Only ${count} people`
  return `${people} could still approve as ${from.join(' or ')}: should one be away, nobody else can.`
}

/** Who belongs to what, for naming: nothing is decided by it. */
class Roster {
  readonly #proof: Proof
  readonly #members: ReadonlyMap<string, readonly Account[]>
  readonly #mayPush: ReadonlyMap<string, boolean>

  constructor(proof: Proof, answers: TeamAnswers) {
    this.#proof = proof
    this.#members = new Map([...answers.members].map(([team, members]) => [team.toLowerCase(), members]))
    this.#mayPush = new Map([...answers.mayPush].map(([team, may]) => [team.toLowerCase(), may]))
  }

  /** Ids of people who still can approve; null if a team's members aren't known. Sorted. */
  could({ from }: MissingApproval, verdict: PathVerdict, path: PathProof): readonly string[] | null {
    const { question, at } = this.#proof
    const found = new Set<string>()
    for (const owner of from) {
      const consenting = path.consents.find(({ person }) => loginOf(person, question) === owner)
      // Somebody who is only being added consents by pushing.
      if (consenting) found.add(consenting.person)
      const people = consenting ? [] : this.#peopleOf(owner)
      if (people === null) return null
      for (const person of people) {
        const barred = exclusion(person, this.#proof, path) ?? inactiveAt(question.book, person, at)
        if (barred === null) found.add(person)
      }
    }
    for (const { person, as } of verdict.approvals) if (as !== 'consent') found.delete(person)
    return [...found].toSorted()
  }

  #peopleOf(owner: string): readonly string[] | null {
    const { book } = this.#proof.question
    const people = peopleOf(book)
    if (!isTeam(owner)) return [...book.people.keys()].filter((id) => isLoginOf(owner, id, book))
    if (this.#mayPush.get(owner.toLowerCase()) === false) return []
    const members = this.#members.get(owner.toLowerCase())
    return members ? members.flatMap((account) => personOf(people, account) ?? []) : null
  }
}
