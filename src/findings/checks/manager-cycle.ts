import type { Book } from '../../book/book.ts'
import type { Check } from '../check.ts'

/** People report to each other in a circle, or to themselves. */
export const managerCycle: Check = {
  code: 'manager-cycle',
  severity: 'error',
  doc: 'People report to each other in a circle, or to themselves.',
  fix: 'Correct one of the managers.',
  *run({ book }) {
    const done = new Set<string>()
    for (const start of book.people.keys()) {
      for (const id of circleFrom(book, start, done)) {
        const person = book.people.get(id)
        if (!person) continue
        const manager = person.data.manager ?? ''
        yield {
          message:
            manager === id
              ? `"${id}" reports to "${id}".`
              : `"${id}" reports to "${manager}", who in the end reports to "${id}".`,
          fix: 'Correct the manager, or remove the field at the top of the line.',
          file: person.path,
          pointer: ['manager']
        }
      }
    }
  }
}

/** The ids on the circle that going upward from `start` runs into; empty if there is none, or none that is new. */
function circleFrom(book: Book, start: string, done: Set<string>): readonly string[] {
  const line: string[] = []
  const seen = new Set<string>()
  for (let id: string | undefined = start; id !== undefined; id = book.people.get(id)?.data.manager) {
    if (seen.has(id)) return line.slice(line.indexOf(id))
    if (done.has(id)) return []
    seen.add(id)
    done.add(id)
    line.push(id)
  }
  return []
}
