import type { Check } from '../check.ts'

/** Two people have the same GitHub login (GitHub doesn’t tell logins apart by case). */
export const githubLoginDuplicate: Check = {
  code: 'github-login-duplicate',
  severity: 'error',
  doc: 'Two people have the same GitHub login (GitHub doesn’t tell logins apart by case).',
  fix: 'Give each person their own account.',
  *run({ book }) {
    const first = new Map<string, string>()
    for (const { data, path } of [...book.people.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
      if (data.github === undefined) continue
      const key = data.github.toLowerCase()
      const other = first.get(key)
      if (other === undefined) {
        first.set(key, path)
        continue
      }
      yield {
        message: `The GitHub login ${data.github} is that of ${other} too.`,
        fix: 'An account belongs to one person. Correct one of the files.',
        file: path,
        pointer: ['github'],
        related: [{ file: other, pointer: ['github'], message: 'The same login.' }]
      }
    }
  }
}
