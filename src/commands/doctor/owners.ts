import { inactiveAt, peopleOf, personOf } from '../../approval/people.ts'
import { generateCodeowners } from '../../approval/codeowners/generate.ts'
import { parseCodeowners } from '../../approval/codeowners/parse.ts'
import type { Book } from '../../book/book.ts'
import type { Instant } from '../../book/instant.ts'
import type { OwnerFacts } from '../../doctor/facts.ts'
import { readMayWrite } from '../../io/github/doctor-settings.ts'
import type { GitHub } from '../../io/github/github.ts'
import { readMayPush, readMembers } from '../../io/github/teams.ts'

/**
 * Every owner of any path, whether he may write, and how many active people of the files he stands for: nobody else could
 * approve anything. Two calls for each team.
 */
export async function ownerFacts(github: GitHub, book: Book, now: Instant): Promise<readonly OwnerFacts[]> {
  const people = peopleOf(book)
  const isActive = (id: string | null): boolean => id !== null && inactiveAt(book, id, now) === null
  const needed = approvalsNeeded(book)
  const rules = parseCodeowners(generateCodeowners(book) ?? '').rules
  const owners = new Set([...rules.flatMap((rule) => rule.owners), ...needed.keys()])
  const facts: OwnerFacts[] = []
  for (const owner of [...owners].toSorted()) {
    if (owner.includes('/')) {
      const members = await readMembers(github, owner)
      facts.push({
        owner,
        mayPush: await readMayPush(github, owner),
        members: members.ok
          ? { ok: true, value: members.value.filter((one) => isActive(personOf(people, one))).length }
          : members,
        needed: needed.get(owner) ?? 0
      })
    } else {
      const mayPush = await readMayWrite(github, owner.slice(1))
      const own = people.byLogin.get(owner.slice(1).toLowerCase()) ?? []
      const value = own.some(isActive) ? 1 : 0
      facts.push({ owner, mayPush, members: { ok: true, value }, needed: needed.get(owner) ?? 0 })
    }
  }
  return facts
}

/** The largest number of approvals that an owner alone must be able to give. Several alternatives share the work: 1. */
function approvalsNeeded(book: Book): ReadonlyMap<string, number> {
  const needed = new Map<string, number>()
  const need = (owner: string, count: number): void => {
    needed.set(owner, Math.max(count, needed.get(owner) ?? 0))
  }
  const settings = book.settings?.data
  if (!settings) return needed
  need(settings.governance, 1)
  need(settings.security, 1)
  for (const { data } of book.entitlements.values()) {
    const owners = [...new Set(data.approvers.flat())]
    const [only] = owners
    if (only !== undefined && owners.length === 1) need(only, settings.risk[data.risk].approvals)
    else if (data.approvers.every((each) => Array.isArray(each))) for (const owner of owners) need(owner, 1)
  }
  return needed
}
