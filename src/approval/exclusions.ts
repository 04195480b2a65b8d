import type { Problem } from '../book/problem.ts'
import { plain } from '../book/quote.ts'
import { PULL_REQUEST_CODES } from '../findings/pull-request-codes.ts'
import type { ProofQuestion } from './proof-input.ts'
import { excludedOn } from './rules/approvers.ts'
import { participantsOf } from './rules/participants.ts'
import { touchedBy } from './touched.ts'

/**
 * Who requests, who approves and who gets something must differ: everybody whose approval of a path doesn't count, with
 * why. One finding a path, for those paths that need an approval.
 */
export function exclusions(question: ProofQuestion): readonly Problem[] {
  const touched = touchedBy(question)
  if (touched === null) return []
  const makers = participantsOf(question, touched).excluded
  return touched
    .filter(({ free }) => free === null)
    .flatMap((one): readonly Problem[] => {
      const all = new Map([...makers, ...excludedOn(one, question).people])
      if (all.size === 0) return []
      const people = [...all].toSorted(([a], [b]) => (a < b ? -1 : 1))
      const told = people.map(([person, why]) => `"${plain(person)}" ${why}`).join('; ')
      return [
        {
          code: 'approval-excluded',
          severity: 'note',
          message: `Their approval doesn’t count here: ${told}.`,
          fix: PULL_REQUEST_CODES['approval-excluded'].fix,
          file: one.path,
          pointer: []
        }
      ]
    })
}
