import type { Entry } from '../../book/book.ts'
import type { Check, Told } from '../check.ts'

/** An owner or backup is not a person. */
export const ownerUnknown: Check = {
  code: 'owner-unknown',
  severity: 'error',
  doc: 'An owner or backup is not a person.',
  fix: 'Name a person who has a file.',
  *run({ book, personExists }) {
    for (const entry of book.workloads.values()) {
      yield* told(entry, 'owner', entry.data.owner, personExists)
      yield* told(entry, 'backup', entry.data.backup, personExists)
    }
    for (const entry of [
      ...book.systems.values(),
      ...book.entitlements.values(),
      ...book.outOfBand.values()
    ]) {
      yield* told(entry, 'owner', entry.data.owner, personExists)
    }
  }
}

function* told(
  { path }: Entry<unknown>,
  field: 'owner' | 'backup',
  id: string | undefined,
  personExists: (id: string) => boolean
): Generator<Told> {
  if (id === undefined || personExists(id)) return
  yield {
    message: `The ${field} "${id}" is not in "people/".`,
    fix: `Name a person who has a file, or add grants/people/${id}.yaml.`,
    file: path,
    pointer: [field]
  }
}
