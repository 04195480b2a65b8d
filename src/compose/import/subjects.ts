import type { Guess, GuessedRisk, GuessedSubject } from '../../connectors/connector.ts'
import { holdersIn, type Considered, type FoundThing, type ImportTerms, type Standing } from './baseline.ts'
import { personFile, workloadFile } from './files.ts'
import { idsFor } from './slugs.ts'

/**
 * What becomes of each principal: a file of a person or workload, unless a file names it already, or so little speaks for
 * the guess that a file would only hide it. What might be somebody who has a file is left to people: one human being with
 * two files would hold duties apart from himself.
 */
export function considerSubjects(
  guess: Guess,
  standing: Standing,
  terms: ImportTerms
): readonly Considered[] {
  const ids = idsFor(guess.subjects.map(({ principal, name }) => ({ key: principal, name })))
  const consider = new Subjects(guess, standing, terms)
  return guess.subjects.map((subject) => consider.one(subject, ids.get(subject.principal) ?? ''))
}

/** Risks of each principal, by kind. */
export function risksOf(guess: Guess): ReadonlyMap<string, readonly GuessedRisk['risk'][]> {
  const found = new Map<string, GuessedRisk['risk'][]>()
  for (const { principal, risk } of guess.risks) {
    const known = found.get(principal) ?? []
    if (!known.includes(risk)) found.set(principal, [...known, risk])
  }
  return found
}

class Subjects {
  readonly #standing: Standing
  readonly #terms: ImportTerms
  readonly #holders: ReturnType<typeof holdersIn>
  readonly #risks: ReturnType<typeof risksOf>
  /** By address in lower case: the id of the person who has it, null for several guesses that share it. */
  readonly #addresses = new Map<string, string | null>()

  constructor(guess: Guess, standing: Standing, terms: ImportTerms) {
    this.#standing = standing
    this.#terms = terms
    this.#holders = holdersIn(standing)
    this.#risks = risksOf(guess)
    const seen = new Set<string>()
    for (const { email } of guess.subjects) {
      if (email !== null && seen.has(email)) this.#addresses.set(email, null)
      if (email !== null) seen.add(email)
    }
    for (const { id, data } of standing.book.people.values())
      this.#addresses.set(data.email.toLowerCase(), id)
  }

  one(subject: GuessedSubject, id: string): Considered {
    const { principal, kind, confidence, why } = subject
    const risks = this.#risks.get(principal) ?? []
    const base = { what: kind, name: principal, confidence, why, risks, pull: null }
    const holder = this.#holders.get(principal)
    if (holder) {
      const isApproved = this.#standing.isApproved(holder.path)
      const told = isApproved ? [] : ['it stands on the default branch and isn’t approved yet']
      const state = isApproved ? 'there' : 'waiting'
      return {
        thing: { ...base, what: holder.kind, path: holder.path, state, confidence: null, why: told },
        file: null
      }
    }
    const bar = this.#barOf(subject, id)
    if (bar !== null) return left(base, [...why, bar])
    const file = (kind === 'person' ? personFile : workloadFile)(subject, id, this.#terms)
    const pull = this.#standing.openIn(file.path)
    if (pull !== null) return { thing: { ...base, path: file.path, state: 'open', pull }, file: null }
    return { thing: { ...base, path: file.path, state: 'proposed' }, file }
  }

  /** Why nothing is made of a guess; null: nothing speaks against it. */
  #barOf({ principal, kind, confidence, email, account }: GuessedSubject, id: string): string | null {
    const { book, context, core, exists } = this.#standing
    if (confidence === 'low') return 'too little speaks for it: add a file by hand if it is right'
    if (confidence !== 'high' && this.#risks.get(principal)?.includes('administrator') === true)
      return 'it may give itself anything, and too little says who it is: add a file by hand if it is right'
    if (core.checkAccount(account, context).length > 0) return 'no file can name it'
    const likely = email === null ? undefined : this.#addresses.get(email)
    if (likely === null) return 'another principal bears the same e-mail address: say by hand who is who'
    if (kind === 'person' && likely !== undefined)
      return mayBe(`people/${likely}.yaml has its e-mail address`)
    const other = book.people.has(id)
      ? `people/${id}.yaml`
      : book.workloads.has(id)
        ? `workloads/${id}.yaml`
        : null
    if (other !== null) return mayBe(`${other} bears its name`)
    const taken = [`grants/people/${id}.yaml`, `grants/workloads/${id}.yaml`].find(exists)
    return taken === undefined ? null : `${taken} is in its place, and can’t be read`
  }
}

function mayBe(what: string): string {
  return `${what}: if they are the same, add the account to that file; else add one of another name`
}

function left(base: Omit<FoundThing, 'path' | 'state'>, why: readonly string[]): Considered {
  return { thing: { ...base, path: null, state: 'left', why }, file: null }
}
