import type { Check } from '../check.ts'

/** A GitHub login stands without its number, or the number without the login. */
export const githubIncomplete: Check = {
  code: 'github-incomplete',
  severity: 'error',
  doc: 'A GitHub login stands without its number, or the number without the login.',
  fix: 'Give both, or neither.',
  *run({ book }) {
    for (const { id, data, path } of book.people.values()) {
      const { github, githubId } = data
      if ((github === undefined) === (githubId === undefined)) continue
      const present = github === undefined ? 'githubId' : 'github'
      yield {
        message:
          present === 'github'
            ? `"${id}" has a GitHub login without its number: logins can be renamed and taken over.`
            : `"${id}" has a GitHub number without its login.`,
        fix:
          present === 'github'
            ? 'Add "githubId": "id" at https://api.github.com/users/LOGIN.'
            : 'Add "github".',
        file: path,
        pointer: [present]
      }
    }
  }
}
