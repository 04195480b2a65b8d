import type { Check } from '../check.ts'

/** Two people have the same GitHub number. */
export const githubNumberDuplicate: Check = {
  code: 'github-number-duplicate',
  severity: 'error',
  doc: 'Two people have the same GitHub number.',
  fix: 'Give each person their own account.',
  *run({ book }) {
    const first = new Map<string, string>()
    for (const { data, path } of [...book.people.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
      if (data.githubId === undefined) continue
      const key = String(data.githubId)
      const other = first.get(key)
      if (other === undefined) {
        first.set(key, path)
        continue
      }
      yield {
        message: `The GitHub number ${data.githubId} is that of ${other} too.`,
        fix: 'An account belongs to one person. Correct one of the files.',
        file: path,
        pointer: ['githubId'],
        related: [{ file: other, pointer: ['githubId'], message: 'The same number.' }]
      }
    }
  }
}
