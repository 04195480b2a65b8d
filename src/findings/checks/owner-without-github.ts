import type { Check } from '../check.ts'

/** A system’s or entitlement’s owner has no GitHub account and so can’t be asked for a review. */
export const ownerWithoutGithub: Check = {
  code: 'owner-without-github',
  severity: 'warning',
  doc: 'A system’s or entitlement’s owner has no GitHub account and so can’t be asked for a review.',
  fix: 'Add `github` and `githubId` to the person.',
  *run({ book }) {
    for (const { data, path } of [...book.systems.values(), ...book.entitlements.values()]) {
      const owner = book.people.get(data.owner)
      if (!owner || owner.data.github !== undefined) continue
      yield {
        message: `The owner "${data.owner}" has no GitHub account and so can't be asked for a review.`,
        fix: `Add "github" and "githubId" in ${owner.path}, or name another owner.`,
        file: path,
        pointer: ['owner']
      }
    }
  }
}
