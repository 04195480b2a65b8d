import type { Book } from '../../../book/book.ts'
import { readMembership } from '../../../io/github/teams.ts'
import type { Stand } from './stand.ts'

/** Teams of the files that somebody belongs to, and what could not be read of them. */
export interface FoundTeams {
  /** `@acme/billing`. Sorted. */
  readonly teams: readonly string[]
  readonly unread: readonly string[]
}

/** So many teams are asked for; a call each. */
const MOST = 50

/** Looks in every team that the files name for a person's account. Who is nowhere on GitHub is in no team. */
export async function teamsOf({ github, book }: Stand, person: string): Promise<FoundTeams> {
  const login = book.people.get(person)?.data.github
  if (login === undefined) return { teams: [], unread: [] }
  const all = teamsIn(book)
  const teams: string[] = []
  const unread: string[] = []
  for (const team of all.slice(0, MOST)) {
    const read = await readMembership(github, { team, login })
    if (!read.ok) unread.push(`${read.gap.what}: ${read.gap.why}`)
    else if (read.value) teams.push(team)
  }
  if (all.length > MOST)
    unread.push(`membership in ${all.length - MOST} more teams, which is for you to look at`)
  return { teams, unread }
}

/** Every team that approves, governs or secures anything. Sorted, each once. */
function teamsIn({ settings, entitlements }: Book): readonly string[] {
  const names = new Set<string>(settings ? [settings.data.governance, settings.data.security] : [])
  for (const { data } of entitlements.values())
    for (const name of [...data.approvers.flat(), ...(data.emergency?.approvers ?? [])]) names.add(name)
  return [...names].filter((name) => name.includes('/')).toSorted()
}
