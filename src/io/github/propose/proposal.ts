import { plain } from '../../../book/quote.ts'
import { clip } from '../clip.ts'
import { isBranchName } from './branch-name.ts'

/** One file as it is to be; null deletes it. */
export interface WantedFile {
  readonly path: string
  readonly text: string | null
}

/** A branch and the commit at which it stands. */
export interface Base {
  readonly branch: string
  readonly tip: string
}

/** A change of files as a pull request of ours: one for each branch, kept up to date, never a second one. */
export interface Proposal {
  /** Ours alone, and the same for the same matter every night: `grantbook/expired/aws-prod/billing-read`. */
  readonly branch: string
  readonly title: string
  /** Markdown, everything from outside escaped. */
  readonly body: string
  /** Of the commit; may end with trailers (`Grantbook-Requester: alice`). */
  readonly message: string
  /** Each path once. */
  readonly files: readonly WantedFile[]
  /** What it goes into. The tip must be in the clone. */
  readonly base: Base
  /** Put on if missing; others stay. */
  readonly labels?: readonly string[]
  /** Logins that are asked for a review when it is opened; who can't be asked is passed over. */
  readonly reviewers?: readonly string[]
  /** Whether one that somebody else closed without merging it is opened again. False: it is left closed. */
  readonly reopen: boolean
}

/** What became of a proposal. */
export interface Proposed {
  /** Null: there is none. */
  readonly pull: number | null
  readonly branch: string
  /**
   * `unchanged`: it stood as wanted. `left`: it stands, and isn't ours alone to change, or somebody closed it: see `why`.
   * `moot`: the base holds all of it already, see `withdraw`. `waiting`: it would have been opened, but not in this run.
   */
  readonly state: 'opened' | 'updated' | 'unchanged' | 'reopened' | 'left' | 'moot' | 'waiting'
  readonly why: string | null
}

/** GitHub takes 256 characters for a title and 65,536 for a body. */
const LONGEST = { title: 250, body: 65_000 } as const

/** What keeps a proposal from being made; null: nothing. */
export function faultOf({ branch, title, message, files, base }: Proposal): string | null {
  if (!isBranchName(branch)) return `${plain(branch)} is no name for a branch`
  if (branch === base.branch) return `the branch is ${plain(branch)} itself`
  if (oneLine(title) === '' || message.trim() === '') return 'it has no title or no message'
  const paths = files.map(({ path }) => path)
  const odd = paths.find((path) => !isPath(path))
  if (odd !== undefined) return `${plain(odd)} is no path`
  if (new Set(paths).size < paths.length) return 'a path is named twice'
  const unwritable = files.find(({ text }) => text !== null && /\p{Surrogate}/u.test(text))
  return unwritable ? `the text of ${plain(unwritable.path)} can’t be written` : null
}

function isPath(path: string): boolean {
  const parts = path.split('/')
  return (
    !/[\u0000-\u001f\u007f\\]|\p{Surrogate}/u.test(path) &&
    parts.every((part) => !['', '.', '..', '.git'].includes(part.toLowerCase()))
  )
}

/** A title as GitHub keeps it: one line, and at most so many bytes. */
export function titleOf(title: string): string {
  return clip(clean(oneLine(title)), LONGEST.title)
}

function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}

/** A body as GitHub keeps it: without control characters, and at most so many bytes, which are no fewer than characters. */
export function bodyOf(body: string, most: number = LONGEST.body): string {
  return clip(clean(body), most)
}

/** The message of the commit; no commit can hold a NUL. */
export function messageOf({ message }: Pick<Proposal, 'message'>): string {
  return clean(message)
}

/** What GitHub would drop or alter would look edited every night. */
function clean(text: string): string {
  return text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/gu, '\ufffd')
}

/** GitHub may hand lines back with other ends, and takes blanks away at the edges. */
export function sameText(a: string, b: string): boolean {
  return a.replaceAll('\r\n', '\n').trim() === b.replaceAll('\r\n', '\n').trim()
}
