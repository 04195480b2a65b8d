import type { Check } from '../check.ts'

/** A person reports to somebody who has no file. */
export const managerUnknown: Check = {
  code: 'manager-unknown',
  severity: 'error',
  doc: 'A person reports to somebody who has no file.',
  fix: 'Name a person who has a file, or remove the field.',
  *run({ book, personExists }) {
    for (const { data, path } of book.people.values()) {
      const { manager } = data
      if (manager === undefined || personExists(manager)) continue
      yield {
        message: `The manager "${manager}" is not in "people/".`,
        fix: `Name a person who has a file, or add grants/people/${manager}.yaml.`,
        file: path,
        pointer: ['manager']
      }
    }
  }
}
