import { readDuration } from '../../../book/duration.ts'
import { UnableError } from '../../../book/errors.ts'
import { considerEntitlements } from '../../../compose/import/entitlements.ts'
import { considerGrants } from '../../../compose/import/grants.ts'
import {
  explainedNow,
  type AllConsidered,
  type Considered,
  type FoundThing,
  type ImportTerms,
  type Standing
} from '../../../compose/import/baseline.ts'
import { considerSubjects } from '../../../compose/import/subjects.ts'
import { partsOf } from '../../../compose/import/parts.ts'
import type { Guess, GuessedRisk } from '../../../connectors/connector.ts'
import type { ImportDocument } from '../../../render/output/import.ts'
import type { Common, Io } from '../../command.ts'
import type { Stand } from '../propose/stand.ts'
import { withoutMisfits } from './fit-grants.ts'
import { withoutErrors } from './judge-import.ts'
import { openParts, type OpenedPart } from './open-parts.ts'
import { openSystem, type Importing } from './open-system.ts'
import { outsideThings } from './outside-things.ts'
import { standingOf } from './standing.ts'

/** What an import came to. */
export interface Imported {
  readonly document: ImportDocument
  readonly risks: readonly GuessedRisk[]
  readonly unread: readonly string[]
}

/** Guesses at a system, keeps what validates, and opens the pull requests for it. Throws UsageError, UnableError. */
export async function importSystem(
  stand: Stand,
  { system, ticket }: { readonly system: string; readonly ticket: string | null },
  common: Common,
  io: Io
): Promise<Imported> {
  const opened = await openSystem(stand, system, common, io)
  const standing = await standingOf(stand, opened)
  const guess = await guessAt(stand, opened, standing)
  const terms = termsOf(stand, opened, ticket)
  const considered = await consider(stand, opened, standing, guess, terms)
  const all = [...considered.subjects, ...considered.entitlements, ...considered.grants]
  const outside = outsideThings(guess, standing, considered, stand)
  const critical = new Set(guess.entitlements.filter(({ risk }) => risk === 'critical').map(({ key }) => key))
  const isCritical = new Set(
    considered.entitlements.flatMap(({ thing }, index) =>
      critical.has(guess.entitlements[index]?.key ?? '') ? [thing] : []
    )
  )
  const { me, governance } = terms
  const summary = {
    system,
    me,
    governance,
    risks: guess.risks,
    outside: outside.length,
    unread: guess.unread
  }
  const parts = partsOf(all, (thing) => isCritical.has(thing))
  const done = await openParts(stand, parts, summary, openEntitlements(considered.entitlements))
  return { document: documentOf(all, outside, done), risks: guess.risks, unread: guess.unread }
}

async function guessAt(stand: Stand, { session, live, core }: Importing, standing: Standing): Promise<Guess> {
  if (!session.guess) throw new UnableError(`Systems of connector "${core.name}" can’t be imported.`)
  const keyAge = readDuration(stand.book.settings?.data.keys.maxAge ?? '') ?? 0
  return session.guess(live, explainedNow(standing), { now: stand.now, keyAge })
}

function termsOf(
  { book, now, me, repository }: Stand,
  { context }: Importing,
  ticket: string | null
): ImportTerms {
  const governance = book.settings?.data.governance ?? ''
  // Links in files are https alone; a GitHub on this machine has none.
  const links = repository.startsWith('https://') ? repository : `https://github.com/${context.repository}`
  return {
    system: context.id,
    owner: context.entry.data.owner,
    governance,
    now,
    me,
    ticket,
    repository: links
  }
}

async function consider(
  stand: Stand,
  opened: Importing,
  standing: Standing,
  guess: Guess,
  terms: ImportTerms
): Promise<AllConsidered> {
  const first = considerSubjects(guess, standing, terms)
  const governing = await withoutErrors(stand, [...first, ...considerEntitlements(guess, standing, terms)])
  const [subjects, entitlements] = [governing.slice(0, first.length), governing.slice(first.length)]
  const asked = considerGrants(guess, { subjects, entitlements }, standing, terms)
  const principals = guess.holdings.map(({ principal }) => principal)
  const grants = await withoutErrors(stand, await withoutMisfits(opened, standing, asked, principals))
  return { subjects, entitlements, grants }
}

function openEntitlements(all: readonly Considered[]): number | null {
  return all.find(({ thing }) => thing.state === 'open')?.thing.pull ?? null
}

function documentOf(
  all: readonly Considered[],
  outside: readonly FoundThing[],
  done: readonly OpenedPart[]
): ImportDocument {
  const byPath = new Map(done.flatMap((one) => one.part.files.map(({ path }) => [path, one] as const)))
  const found = [...all.map(({ thing }) => told(thing, byPath)), ...outside]
  return {
    format: 1,
    ok: true,
    found: found
      .toSorted(
        (a, b) => compare(a.path ?? '', b.path ?? '') || compare(a.what, b.what) || compare(a.name, b.name)
      )
      .map((thing) => ({ ...thing, why: [...thing.why], risks: [...thing.risks] })),
    pulls: done
      .map(({ part, pull, branch, state, why }) => ({ pull, branch, state, files: part.files.length, why }))
      .toSorted((a, b) => compare(a.branch, b.branch))
  }
}

/** A thing with what became of the pull request that it was put into. */
function told(thing: FoundThing, byPath: ReadonlyMap<string, OpenedPart>): FoundThing {
  const part = thing.state === 'proposed' && thing.path !== null ? byPath.get(thing.path) : undefined
  if (!part) return thing
  if (part.state === 'waiting') return { ...thing, state: 'waiting', why: [...thing.why, part.why ?? ''] }
  return { ...thing, pull: part.pull }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
