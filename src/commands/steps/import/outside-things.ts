import { readDuration } from '../../../book/duration.ts'
import type { AllConsidered, FoundThing, Standing } from '../../../compose/import/baseline.ts'
import { explainedAfter } from '../../../compose/import/explained-after.ts'
import { risksOf } from '../../../compose/import/subjects.ts'
import type { Guess } from '../../../connectors/connector.ts'
import { outsidePath, worthDeciding } from '../../../nightly/outside.ts'
import type { Stand } from '../propose/stand.ts'

/**
 * What no file of an import will ever explain, with the file in which the nightly will ask about it. Only the App may
 * write what was found, so that nobody registers a back door of his own: an import only tells of it.
 */
export function outsideThings(
  guess: Guess,
  standing: Standing,
  considered: AllConsidered,
  { book, now }: Pick<Stand, 'book' | 'now'>
): readonly FoundThing[] {
  const explained = explainedAfter(guess, standing, considered)
  const keyAge = readDuration(book.settings?.data.keys.maxAge ?? '') ?? 0
  const risks = risksOf(guess)
  const unsaid = new Map(guess.unsaid.map(({ principal, id, why }) => [`${principal} ${id}`, why]))
  const asked = askedFor(guess, considered)
  return guess.outside(explained).flatMap((principal): readonly FoundThing[] => {
    const worth = worthDeciding(principal, explained.accounts.has(principal.name), keyAge, now)
    const path = outsidePath(standing.context.id, principal)
    const state = book.outOfBand.has(path) ? 'there' : 'left'
    // What a grant gives to the letter nobody need be asked about.
    const items = (worth?.items ?? []).filter(
      ({ id, gives }) => gives === null || !asked.has(`${principal.name} ${id}`)
    )
    return items.map(({ id, what }) => {
      const reason = unsaid.get(`${principal.principal} ${id}`)
      const why = reason === undefined ? [what] : [what, reason]
      const own = { confidence: null, pull: null, risks: risks.get(principal.name) ?? [] }
      return { what: 'outside', name: `${principal.name} ${id}`, path, state, why, ...own }
    })
  })
}

/** Things for which there is a grant or will be one, by principal and id. */
function askedFor(guess: Guess, { grants }: AllConsidered): ReadonlySet<string> {
  const found = new Set<string>()
  for (const [index, { principal, ids }] of guess.holdings.entries()) {
    const state = grants[index]?.thing.state
    if (state !== undefined && state !== 'left') for (const id of ids) found.add(`${principal} ${id}`)
  }
  return found
}
