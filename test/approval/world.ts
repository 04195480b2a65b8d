import { decide } from '../../src/approval/decide.ts'
import {
  membershipKey,
  type Account,
  type CommitContent,
  type Dismissal,
  type Form,
  type Gap,
  type PathDifference,
  type PullFacts,
  type Push,
  type Review,
  type ReviewState,
  type TeamAnswers
} from '../../src/approval/facts.ts'
import type { ProofInput, ProofQuestion } from '../../src/approval/proof-input.ts'
import { questionsOf, rosters, withNames } from '../../src/approval/questions.ts'
import type { Verdict } from '../../src/approval/verdict.ts'
import type { Book } from '../../src/book/book.ts'
import { blobId } from '../../src/book/grant-key.ts'
import type { Instant } from '../../src/book/instant.ts'
import { load } from '../../src/book/load.ts'
import type { FileEntry } from '../../src/book/tree.ts'
import type { OutOfBand } from '../../src/book/kinds/out-of-band.ts'
import { at } from '../support/book.ts'
import { accountOf, APPROVED, TEAMS } from './acme.ts'

/** A file's text, with another mode than an ordinary file's if given; null: no file. */
export type Content = string | { readonly text: string; readonly mode: string } | null
/** What to change in a set of files. */
export type Patch = Readonly<Record<string, Content>>
/** A person's id, or an account as GitHub names it; null: the account is gone. */
export type Who = string | Account | null

/** Minutes after the branch was first pushed (2026-11-20T09:00:00Z). */
export type Minutes = number
const START = at('2026-11-20T09:00:00Z')
const MINUTE = 60_000
/** When pull requests are merged or looked at. */
export const MERGE: Minutes = 60

/** An instant so many minutes after the start. */
export function minute(minutes: Minutes): Instant {
  return START + minutes * MINUTE
}

export interface ReviewSpec {
  readonly by: Who
  readonly state: ReviewState
  readonly commit: string | null
  readonly at: Minutes
  /** Who dismissed it. */
  readonly dismissed?: { readonly by: Who; readonly at: Minutes; readonly was: string | null }
}

/** One small world: what was approved, what a pull request changes, who did what. Absent: as usual at Acme. */
export interface World {
  /** On top of {@link APPROVED}: the approved tree as it acts. */
  readonly approved?: Patch
  /** On top of that: unproved reductions undone. */
  readonly proved?: Patch
  /** On top of the approved tree: what main has besides, unapproved. */
  readonly main?: Patch
  /** What the head changes. */
  readonly change: Patch
  /** Alice, if absent. */
  readonly author?: Who
  /** If absent: the author creates the branch with the head. */
  readonly pushes?: readonly {
    readonly by: Who
    readonly at: Minutes
    readonly after: string
    readonly kind?: string
    readonly before?: string
  }[]
  /** Addresses in the commits; if absent, the author's. */
  readonly emails?: readonly string[]
  readonly reviews?: readonly ReviewSpec[]
  /** What other commits change, by name; null: it can't be had. `head` is there anyway. */
  readonly commits?: Readonly<Record<string, Patch | null>>
  /** By review, counted from 1: what its commit had differently from main as that stood then, if not as now; null: unknown. */
  readonly shown?: Readonly<Record<number, readonly Patch[] | null>>
  readonly retargeted?: readonly Minutes[]
  /** Merged, at this minute. */
  readonly merged?: Minutes
  /** On top of the head: what landed otherwise. Undefined for a path: it didn't land at all. */
  readonly landed?: Readonly<Record<string, Content | undefined>>
  readonly facts?: Partial<PullFacts>
  readonly trailer?: string
  readonly teams?: Readonly<Record<string, readonly Who[]>>
  /** Teams that may not push. */
  readonly readers?: readonly string[]
  /** Teams about which GitHub gives no answer. */
  readonly mute?: readonly string[]
  readonly teamGaps?: readonly Gap[]
  readonly found?: Readonly<Record<string, OutOfBand>>
  /** Files that ask for what was taken away to be restored. */
  readonly takenAway?: readonly string[]
  readonly now?: Minutes
}

/** An approving review of the head, in the tenth minute. */
export function approve(by: Who, commit: string | null = 'head', minutes: Minutes = 10): ReviewSpec {
  return { by, state: 'APPROVED', commit, at: minutes }
}

/** A review that asks for changes. */
export function object(by: Who, minutes: Minutes = 10): ReviewSpec {
  return { by, state: 'CHANGES_REQUESTED', commit: 'head', at: minutes }
}

/** A review of which GitHub says that it was dismissed. */
export function dismissed(
  by: Who,
  was: 'approved' | 'changes_requested' | null,
  dismisser: Who,
  minutes: Minutes = 10,
  late: Minutes = 20
): ReviewSpec {
  return { by, state: 'DISMISSED', commit: 'head', at: minutes, dismissed: { by: dismisser, at: late, was } }
}

function account(who: Who): Account | null {
  return typeof who === 'string' ? accountOf(who) : who
}

type Contents = ReadonlyMap<string, { readonly text: string; readonly mode: string }>

function patched(files: Contents, patch: Readonly<Record<string, Content | undefined>>): Contents {
  const result = new Map(files)
  for (const [path, content] of Object.entries(patch)) {
    if (content === undefined) continue
    if (content === null) result.delete(path)
    else result.set(path, typeof content === 'string' ? { text: content, mode: '100644' } : content)
  }
  return result
}

const ENCODER = new TextEncoder()
const DECODED = new Map<string, Uint8Array>()
function bytesOf(text: string): Uint8Array {
  let bytes = DECODED.get(text)
  if (!bytes) DECODED.set(text, (bytes = ENCODER.encode(text)))
  return bytes
}

function formsOf(files: Contents): ReadonlyMap<string, Form> {
  return new Map([...files].map(([path, { text, mode }]) => [path, { mode, blob: blobId(bytesOf(text)) }]))
}

const BOOKS = new Map<string, Book>()

/** Worlds share most of their trees: each is read once. */
function bookOf(files: Contents): Book {
  const key = JSON.stringify([...files])
  let book = BOOKS.get(key)
  if (!book) BOOKS.set(key, (book = readBook(files)))
  return book
}

function readBook(files: Contents): Book {
  const forms = formsOf(files)
  const sorted = [...files.keys()].toSorted()
  const entries = sorted.map((path): [string, FileEntry] => {
    const form = forms.get(path)
    if (!form) throw new Error(path)
    return [path, { path, ...form, size: null }]
  })
  return load(
    { entries: new Map(entries) },
    new Map([...files].map(([path, { text }]) => [path, bytesOf(text)]))
  ).book
}

function differences(before: Contents, after: Contents): readonly PathDifference[] {
  const [was, is] = [formsOf(before), formsOf(after)]
  return [...new Set([...was.keys(), ...is.keys()])].toSorted().flatMap((path) => {
    const [a, b] = [was.get(path) ?? null, is.get(path) ?? null]
    return a?.blob === b?.blob && a?.mode === b?.mode ? [] : [{ path, before: a, after: b }]
  })
}

const BASE = patched(new Map(), APPROVED)

/** Everything that is known of a world before teams are asked. */
export function questionOf(world: World): ProofQuestion {
  const approved = patched(BASE, world.approved ?? {})
  const main = patched(approved, world.main ?? {})
  const head = patched(main, world.change)
  const undone = Object.fromEntries(Object.keys(world.landed ?? {}).map((path) => [path, undefined]))
  const landed = world.merged === undefined ? null : landedFrom(world, main, undone)
  const content = (commit: string, files: Contents): CommitContent => ({
    commit,
    base: 'base',
    differences: differences(main, files)
  })
  const author = account(world.author === undefined ? 'alice' : world.author)
  const now = minute(world.now ?? MERGE)
  const facts: PullFacts = {
    repository: 'acme/access',
    number: 12,
    title: 'Billing for Alice',
    author,
    sameRepository: true,
    into: 'main',
    defaultBranch: 'main',
    branch: 'alice-billing',
    open: world.merged === undefined,
    merged: world.merged !== undefined,
    head: 'head',
    content: content('head', head),
    others: [],
    landed: landed && {
      commits: ['merge'],
      parent: 'base',
      at: minute(world.merged ?? MERGE),
      differences: differences(main, landed)
    },
    reviews: (world.reviews ?? []).map(reviewOf),
    dismissals: (world.reviews ?? []).flatMap(dismissalOf),
    retargeted: (world.retargeted ?? []).map(minute),
    pushes: pushesOf(world, author),
    contributions: [
      {
        commit: 'head',
        emails:
          world.emails ??
          (author?.type === 'User' ? [`${author.login.replace('-acme', '')}@acme.example`] : [])
      }
    ],
    reviewed: new Map(
      Object.entries(world.commits ?? {}).map(([name, patch]) => [
        name,
        patch === null ? { commit: name, base: null, differences: null } : content(name, patched(main, patch))
      ])
    ),
    shown: shownIn(world, main, content),
    requesterTrailer: world.trailer ?? null,
    gaps: [],
    ...world.facts
  }
  const before = bookOf(approved)
  const forms = formsOf(approved)
  const moved = differences(main, landed ?? head).map(({ path }) => path)
  const becomes = landed ?? head
  const after = new Map(approved)
  for (const path of moved) {
    const next = becomes.get(path)
    if (next) after.set(path, next)
    else after.delete(path)
  }
  return {
    facts,
    book: world.proved ? bookOf(patched(approved, world.proved)) : before,
    before,
    after: bookOf(after),
    approvedForm: (path) => forms.get(path) ?? null,
    found: new Map(Object.entries(world.found ?? {})),
    takenAway: new Set(world.takenAway ?? []),
    now
  }
}

function shownIn(
  { reviews = [], change, commits = {}, shown = {} }: World,
  main: Contents,
  content: (commit: string, files: Contents) => CommitContent
): PullFacts['shown'] {
  const patches: Readonly<Record<string, Patch | null>> = { ...commits, head: change }
  const found = new Map<number, readonly CommitContent[]>()
  for (const [index, { state, commit }] of reviews.entries()) {
    const usual = commit === null ? null : patches[commit]
    const views = Object.hasOwn(shown, index + 1) ? shown[index + 1] : usual && [usual]
    if (state === 'APPROVED' && commit !== null && views)
      found.set(
        index + 1,
        views.map((patch) => content(commit, patched(main, patch)))
      )
  }
  return found
}

function landedFrom(world: World, main: Contents, undone: Readonly<Record<string, undefined>>): Contents {
  const kept = Object.fromEntries(
    Object.entries(world.change).filter(([path]) => !Object.hasOwn(undone, path))
  )
  return patched(main, { ...kept, ...world.landed })
}

function reviewOf({ by, state, commit, at: minutes }: ReviewSpec, index: number): Review {
  return { id: index + 1, author: account(by), state, commit, at: minute(minutes) }
}

function dismissalOf({ dismissed: by }: ReviewSpec, index: number): readonly Dismissal[] {
  return by ? [{ review: index + 1, by: account(by.by), at: minute(by.at), was: by.was }] : []
}

function pushesOf({ pushes }: World, author: Account | null): readonly Push[] {
  if (!pushes) return [{ by: author, at: minute(0), kind: 'branch_creation', before: '0', after: 'head' }]
  return pushes.map(({ by, at: minutes, after, kind, before }, index) => ({
    by: account(by),
    at: minute(minutes),
    kind: kind ?? (index === 0 ? 'branch_creation' : 'push'),
    before: before ?? pushes[index - 1]?.after ?? '0',
    after
  }))
}

/** GitHub tells names of teams apart regardless of case. */
function membersOf({ teams }: World, team: string): readonly Who[] {
  const name = team.toLowerCase()
  return teams?.[name] ?? TEAMS[name] ?? []
}

/** GitHub's answers to exactly what was asked. */
export function answersTo(question: ProofQuestion, world: World): TeamAnswers {
  const { pairs, teams } = questionsOf(question)
  const members = (team: string) => membersOf(world, team).flatMap((who) => account(who) ?? [])
  const answered = (team: string) => !(world.mute ?? []).includes(team)
  return {
    mayPush: new Map(teams.filter(answered).map((team) => [team, !(world.readers ?? []).includes(team)])),
    active: new Map(
      pairs
        .filter(({ team }) => answered(team))
        .map((pair) => [
          membershipKey(pair),
          members(pair.team).some(({ login }) => login.toLowerCase() === pair.login.toLowerCase())
        ])
    ),
    members: new Map(),
    gaps: world.teamGaps ?? []
  }
}

/** The whole input of a world. */
export function inputOf(world: World): ProofInput {
  const question = questionOf(world)
  return { ...question, teams: answersTo(question, world) }
}

/** What is decided. */
export function judge(world: World): Verdict {
  return decide(inputOf(world))
}

/** The same with the people who still could approve. */
export function judgeNamed(world: World): Verdict {
  const input = inputOf(world)
  const verdict = decide(input)
  const members = rosters(verdict)
    .filter((team) => !(world.mute ?? []).includes(team))
    .map((team): [string, readonly Account[]] => [
      team,
      membersOf(world, team).flatMap((who) => account(who) ?? [])
    ])
  return withNames(verdict, input, { ...input.teams, members: new Map(members) })
}

/** A verdict in lines: what is wrong with the whole, every path with what it has and lacks, reviews that don't count. */
export function tell(verdict: Verdict): readonly string[] {
  return [
    `${verdict.state}${verdict.passing ? ', to be tried again' : ''}`,
    ...verdict.reasons.map(({ rule, why }) => `! ${rule}: ${why}`),
    ...verdict.paths.flatMap(({ path, state, need, approvals, missing, reasons }) => [
      `${path.replace('grants/', '')} ${state}${need === 'none' ? ' without' : ''}`,
      ...approvals.map(({ person, as, review }) => `  + ${person} as ${as} (${review})`),
      ...missing.map(
        ({ from, count, why, could }) =>
          `  - ${count} from ${from.join(', ')}${could === null ? '' : ` (${could.join(', ')})`}: ${why}`
      ),
      ...reasons.map(({ rule, why }) => `  ! ${rule}: ${why}`)
    ]),
    ...verdict.discounted.map(({ review, login, why }) => `~ ${review} ${login ?? ''}: ${why}`),
    ...verdict.warnings.map((warning) => `* ${warning}`)
  ]
}
