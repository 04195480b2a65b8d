import { resolveEntitlement } from '../../book/bundles.ts'
import type { EntitlementEntry } from '../../book/book.ts'
import { DAY } from '../../book/duration.ts'
import type { Guess, GuessedHolding } from '../../connectors/connector.ts'
import { writeEnd } from '../end.ts'
import { grantFile, grantPath } from '../grant-file.ts'
import {
  byTarget,
  holdersIn,
  type AllConsidered,
  type Considered,
  type Holder,
  type ImportTerms,
  type Standing
} from './baseline.ts'
import { commentLine } from './block.ts'
import { BASELINE } from './files.ts'

/**
 * What becomes of what everybody holds: a grant that ends, as soon as both who holds it and what it is are approved, if the
 * tier lets anybody hold it for a day at all.
 */
export function considerGrants(
  guess: Guess,
  governing: Pick<AllConsidered, 'subjects' | 'entitlements'>,
  standing: Standing,
  terms: ImportTerms
): readonly Considered[] {
  const known = byTarget(standing, guess)
  const holders = holdersIn(standing)
  const names = new Map(guess.entitlements.map(({ key, name }) => [key, name]))
  const without = withoutFiles(guess, governing)
  return guess.holdings.map((holding) => {
    const name = `${holding.principal} ${names.get(holding.entitlement) ?? holding.entitlement}`
    const [holder, entry] = [holders.get(holding.principal), known.get(holding.entitlement)]
    const base = { what: 'grant', name, path: null, confidence: null, risks: [], pull: null } as const
    const none = [...(without.get(holding.principal) ?? []), ...(without.get(holding.entitlement) ?? [])]
    if (none.length > 0) return { thing: { ...base, state: 'left', why: none }, file: null }
    if (!holder || !entry || ![holder.path, entry.path].every(standing.isApproved)) {
      const missing = [holder ? [] : ['who holds it'], entry ? [] : ['what is held']].flat()
      const why =
        missing.length === 0
          ? 'what stands on the default branch isn’t approved yet'
          : `first ${missing.join(' and ')} must have an approved file`
      return { thing: { ...base, state: 'waiting', why: [why] }, file: null }
    }
    return one(holding, holder, entry, base, standing, terms)
  })
}

/** Who and what gets no file, by principal and by key, and that nothing can be granted therefore. */
function withoutFiles(
  guess: Guess,
  { subjects, entitlements }: Pick<AllConsidered, 'subjects' | 'entitlements'>
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>()
  for (const [index, { principal }] of guess.subjects.entries())
    if (subjects[index]?.thing.state === 'left')
      found.set(principal, ['who holds it has no file, and gets none here'])
  for (const [index, { key }] of guess.entitlements.entries())
    if (entitlements[index]?.thing.state === 'left')
      found.set(key, ['what is held has no file, and gets none here'])
  return found
}

function one(
  { how, principal }: GuessedHolding,
  { id, kind, path: holderPath }: Holder,
  entry: EntitlementEntry,
  base: Pick<Considered['thing'], 'what' | 'name' | 'confidence' | 'risks' | 'pull'>,
  standing: Standing,
  terms: ImportTerms
): Considered {
  const path = grantPath({ entitlement: entry.name, subject: id, incident: null })
  if (standing.exists(path)) return { thing: { ...base, path, state: 'there', why: [] }, file: null }
  const pull = standing.openIn(path)
  if (pull !== null) return { thing: { ...base, path, state: 'open', why: [], pull }, file: null }
  const limits = resolveEntitlement(standing.book, entry.name)?.terms ?? null
  const bar = barOf(entry, kind, limits, terms)
  const length = Math.min(BASELINE, limits?.maxDuration ?? 0)
  if (bar !== null) return { thing: { ...base, path: null, state: 'left', why: [bar] }, file: null }
  const file = grantFile({
    subject: id,
    entitlement: entry.name,
    reason: commentLine(
      `Imported: ${principal} ${how} in ${terms.system} before there were grants; say what for, or let it end`
    ),
    starts: null,
    expires: writeEnd(Math.floor((terms.now + length) / DAY) * DAY),
    ticket: limits?.ticket === 'required' ? terms.ticket : null,
    requester: terms.me,
    task: kind === 'workload' ? `${terms.repository}/blob/HEAD/${holderPath}` : null,
    incident: null
  })
  return { thing: { ...base, path, state: 'proposed', why: [] }, file }
}

/** Why what somebody holds can’t be a grant; null: it can. */
function barOf(
  { data, name }: EntitlementEntry,
  kind: Holder['kind'],
  limits: { readonly risk: string; readonly maxDuration: number; readonly ticket: string } | null,
  { ticket }: ImportTerms
): string | null {
  if (limits === null) return `what ${name} demands can’t be told`
  if (!data.subjects.includes(kind)) return `${name} isn’t for a ${kind}`
  if (limits.maxDuration < DAY)
    return `${name} is ${limits.risk}, which nobody may hold for as long as a day: standing access to it is a finding, and whoever needs it asks for it when it is needed`
  if (limits.ticket === 'required' && ticket === null)
    return `${name} is ${limits.risk}, which asks for a ticket: run it again with --ticket`
  return null
}
