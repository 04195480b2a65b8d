import type { Guess, GuessedEntitlement } from '../../connectors/connector.ts'
import { byTarget, holdersIn, type Considered, type ImportTerms, type Standing } from './baseline.ts'
import { entitlementFile } from './files.ts'
import { idsFor } from './slugs.ts'

/** What becomes of each thing that can be held: a file, unless one has the same target already. */
export function considerEntitlements(
  guess: Guess,
  standing: Standing,
  terms: ImportTerms
): readonly Considered[] {
  const ids = idsFor(guess.entitlements)
  const known = byTarget(standing, guess)
  const kinds = kindsOf(guess, standing)
  return guess.entitlements.map((made) => {
    const base = { what: 'entitlement', name: made.name, confidence: null, risks: [], pull: null } as const
    const entry = known.get(made.key)
    if (entry) {
      const isApproved = standing.isApproved(entry.path)
      const why = isApproved ? [] : ['it stands on the default branch and isn’t approved yet']
      return {
        thing: { ...base, path: entry.path, state: isApproved ? 'there' : 'waiting', why },
        file: null
      }
    }
    const file = entitlementFile(made, ids.get(made.key) ?? '', kinds.get(made.key) ?? ['person'], terms)
    const bar = barOf(made, file.path, standing)
    if (bar !== null)
      return { thing: { ...base, path: null, state: 'left', why: [...made.why, bar] }, file: null }
    const pull = standing.openIn(file.path)
    const thing = { ...base, path: file.path, why: made.why, pull }
    return pull === null
      ? { thing: { ...thing, state: 'proposed' }, file }
      : { thing: { ...thing, state: 'open' }, file: null }
  })
}

function barOf(
  { target }: GuessedEntitlement,
  path: string,
  { context, core, exists }: Standing
): string | null {
  const [problem] = core.checkTarget(target, context)
  if (problem) return problem.message
  return exists(path) ? `${path} is in its place and says something else: nothing is overwritten` : null
}

/** Which kinds of subject hold each thing now: nobody else is let in by an import. Both, where nobody holds it. */
function kindsOf(guess: Guess, standing: Standing): ReadonlyMap<string, readonly ('person' | 'workload')[]> {
  const holders = holdersIn(standing)
  const kinds = new Map(guess.subjects.map(({ principal, kind }) => [principal, kind]))
  const found = new Map<string, Set<'person' | 'workload'>>()
  for (const { principal, entitlement } of guess.holdings) {
    const kind = holders.get(principal)?.kind ?? kinds.get(principal)
    if (kind === undefined) continue
    const known = found.get(entitlement)
    if (known) known.add(kind)
    else found.set(entitlement, new Set([kind]))
  }
  return new Map([...found].map(([key, all]) => [key, [...all].toSorted()]))
}
