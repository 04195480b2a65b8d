import type { Book } from '../book/book.ts'
import type { Belongs } from './eligible.ts'
import { membershipKey, type TeamAnswers } from './facts.ts'
import { peopleOf } from './people.ts'

/** Whether an owner is a team rather than a login. */
export function isTeam(owner: string): boolean {
  return owner.includes('/')
}

/** Whether a login that owns something is this person's: exactly one file says so. */
export function isLoginOf(owner: string, person: string, book: Book): boolean {
  const ids = peopleOf(book).byLogin.get(owner.slice(1).toLowerCase()) ?? []
  return ids.length === 1 && ids[0] === person
}

/** Who belongs to what by GitHub's answers: an active member of a team that may push itself, or the named login. */
export function belongsBy(teams: TeamAnswers, book: Book): Belongs {
  // GitHub tells names of teams apart regardless of case.
  const mayPush = new Map([...teams.mayPush].map(([team, answer]) => [team.toLowerCase(), answer]))
  return (owner, account, person) => {
    if (!isTeam(owner)) return isLoginOf(owner, person, book)
    const pushes = mayPush.get(owner.toLowerCase())
    const active = teams.active.get(membershipKey({ team: owner, login: account.login }))
    if (pushes === false || active === false) return false
    return pushes === undefined || active === undefined ? null : true
  }
}
