import type { Book } from '../../book/book.ts'
import { plain } from '../../book/quote.ts'
import type { Account, PullFacts, Push } from '../facts.ts'
import { indexPeople, peopleOf, peopleOfAddress, type People } from '../people.ts'
import type { ProofQuestion } from '../proof-input.ts'
import type { Touched } from '../touched.ts'
import type { ProofReason } from '../verdict.ts'
import { contentKey } from './reviews.ts'

// Rule 4, the part that holds for all paths of a pull request: who took part in making it, and so approves none of it.

/** Who made a pull request. */
export interface Participants {
  /** By person: why this person approves none of it, as the end of a sentence that begins with a name. */
  readonly excluded: ReadonlyMap<string, string>
  /** Those of them against whom there is nothing but a claim that anybody could write: it takes no objection from them. */
  readonly claimed: ReadonlySet<string>
  /** Accounts that opened it or pushed to it, with the person of each: their consent goes without saying. */
  readonly acting: ReadonlySet<string>
  /** Author or pushers who can't be told, and so make it unapprovable. */
  readonly reasons: readonly ProofReason[]
  /** Whether our App opened it, and whether nobody else pushed to it. */
  readonly byApp: boolean
  readonly appAlone: boolean
  /** Id of who asks; null if no person is known. */
  readonly requester: string | null
}

/** Tells who opened a pull request, pushed to its branch and wrote its commits. */
export function participantsOf(question: ProofQuestion, touched: readonly Touched[]): Participants {
  const { facts, book, before, after } = question
  const candidates: Candidates = { proved: peopleOf(book), added: addedPeople(question, touched) }
  const app = book.settings?.data.app ?? null
  const excluded = new Map<string, string>()
  const reasons: ProofReason[] = []
  const acting = new Set<string>()
  const take = (account: Account | null, role: string, why: string): Maker => {
    const maker = makerOf(account, app, candidates)
    const isAuthor = role === 'author' || account?.id === facts.author?.id
    if (maker.kind === 'unknown' && !(isAuthor && reasons.length > 0))
      reasons.push(unknown(role, account, maker.why))
    if (maker.kind === 'person') {
      acting.add(maker.id)
      if (!excluded.has(maker.id)) excluded.set(maker.id, why)
    }
    return maker
  }
  const author = take(facts.author, 'author', 'opened the pull request')
  let appAlone = author.kind === 'app'
  for (const account of pushersOf(facts))
    if (take(account, 'pusher', 'pushed to its branch').kind !== 'app') appAlone = false
  const claimed = new Set<string>()
  const claim = (id: string, why: string): void => {
    if (excluded.has(id)) return
    excluded.set(id, why)
    claimed.add(id)
  }
  const books = [book, before, after].map(peopleOf)
  for (const { commit, emails } of facts.contributions)
    for (const email of emails)
      for (const people of books)
        for (const id of peopleOfAddress(people, email))
          claim(id, `is named in its commit ${plain(commit.slice(0, 10))} as author, committer or co-author`)
  const byApp = author.kind === 'app'
  const trailer = byApp ? facts.requesterTrailer : null
  if (trailer !== null) claim(trailer, 'asked our App for it')
  return {
    excluded,
    claimed,
    acting,
    reasons,
    byApp,
    appAlone,
    requester:
      author.kind === 'person'
        ? author.id
        : trailer !== null && isKnown(trailer, book, after)
          ? trailer
          : null
  }
}

function isKnown(id: string, book: Book, after: Book): boolean {
  return book.people.has(id) || after.people.has(id)
}

interface Candidates {
  readonly proved: People
  /** People whose files this pull request adds: they may open the pull request that registers them. */
  readonly added: People
}

function addedPeople({ book, before, after }: ProofQuestion, touched: readonly Touched[]): People {
  const added = touched.flatMap(({ identity, path, after: form }) => {
    if (identity?.kind !== 'person' || form === null) return []
    const entry = after.people.get(identity.id)
    const isNew = !before.people.has(identity.id) && !book.people.has(identity.id)
    return entry?.path === path && isNew ? [entry] : []
  })
  return indexPeople(added)
}

type Maker =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'app' }
  | { readonly kind: 'unknown'; readonly why: string }

function makerOf(account: Account | null, app: string | null, { proved, added }: Candidates): Maker {
  if (account === null) return { kind: 'unknown', why: 'the account is gone' }
  if (account.type === 'Bot' && app !== null && account.login === `${app}[bot]`) return { kind: 'app' }
  if (account.type !== 'User') return { kind: 'unknown', why: 'it is neither a human account nor our App' }
  const ids = new Set([...(proved.byNumber.get(account.id) ?? []), ...(added.byNumber.get(account.id) ?? [])])
  const [first] = ids
  if (first !== undefined && ids.size === 1) return { kind: 'person', id: first }
  const why =
    ids.size === 0
      ? `no approved person has the number ${account.id}`
      : `${ids.size} people have the number ${account.id}`
  return { kind: 'unknown', why }
}

function unknown(role: string, account: Account | null, why: string): ProofReason {
  const name = account ? ` @${plain(account.login)}` : ''
  return {
    rule: 'participants',
    why: `Who its ${role}${name} is can't be told: ${why}. Somebody with an approved file in "grants/people/" must open it anew from a new branch.`,
    passing: false
  }
}

/** Every account that pushed changes, each once; null stands for accounts that are gone. */
function pushersOf(facts: PullFacts): readonly (Account | null)[] {
  const found = new Map<number | null, Account | null>()
  for (const push of facts.pushes.filter((one) => brings(one, facts))) found.set(push.by?.id ?? null, push.by)
  return [...found.values()].toSorted((a, b) => (a?.id ?? 0) - (b?.id ?? 0))
}

/** Whether a push may have brought changes: not if the branch says the same before and after ("update branch"). */
function brings({ kind, before, after }: Push, facts: PullFacts): boolean {
  if (kind === 'branch_deletion') return false
  if (kind === 'branch_creation') return keyAt(after, facts) !== ''
  if (kind !== 'push') return true
  const [was, is] = [keyAt(before, facts), keyAt(after, facts)]
  return was === null || was !== is
}

function keyAt(commit: string, { head, content, reviewed }: PullFacts): string | null {
  const known = commit === head ? content : reviewed.get(commit)
  return known ? contentKey(known) : null
}
