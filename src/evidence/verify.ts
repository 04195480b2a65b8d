import type { Form, PathDifference } from '../approval/facts.ts'
import { objectId, readCommitObject, type CommitObject } from './commit-object.ts'
import { checkSignature } from './sshsig.ts'
import type { Event } from './events.ts'
import { judgeApproved } from './verify-approved.ts'
import { judgeAppended } from './verify-appended.ts'
import { judgeGenesis, type GenesisFacts } from './verify-genesis.ts'
import { signersAfter } from './verify-signers.ts'

/** Rules of the branch, each told by name. */
export type ChainRule =
  /** Its object is no commit in the form that we and git write. */
  | 'commit-form'
  /** Exactly one parent: the commit before it. */
  | 'parent'
  | 'unsigned'
  /** Signed, but not over this commit. */
  | 'signature'
  /** Signed by a key that was no signer then. */
  | 'signer'
  /** Only `approved/grants/`, `events/grants/` and `runs/`, as regular files. */
  | 'path'
  | 'append-only'
  /** A line that is no event, isn't written as we write, or stands in another's file. */
  | 'event'
  /** `approved/` changed otherwise than the events say. */
  | 'approved'
  | 'genesis'
  /** Settings that name no signer: nobody could go on. */
  | 'settings'

/** One way in which a commit breaks a rule. */
export interface ChainProblem {
  readonly commit: string
  readonly rule: ChainRule
  /** Path on the branch; null: it is about the whole commit. */
  readonly file: string | null
  /** Counted from 1. */
  readonly line: number | null
  readonly message: string
}

/** One commit of the branch as git has it, and what it has differently from its parent. */
export interface Step {
  readonly id: string
  /** Bytes of the commit object. */
  readonly object: Uint8Array
  /** All paths of the whole tree that differ, as they stand on the branch (`approved/grants/…`). */
  readonly changes: readonly PathDifference[]
  /** Content of the blobs that {@link contentsOf} names; undefined: it can't be had. */
  readonly content: (blob: string) => Uint8Array | undefined
  /** What a first commit is judged by; null for all others. */
  readonly genesis: GenesisFacts | null
}

/** What a commit is judged by: everything that is known of the branch before it. */
export interface ChainState {
  /** Commit before; null: the next one is the first. */
  readonly head: string | null
  /**
   * Keys that may sign the next commit (`ssh-ed25519 AAAA…`). Before the first: the one trusted from outside; empty where
   * main's own settings at that commit are to be trusted.
   */
  readonly signers: ReadonlySet<string>
  /** Form of a governed file in `approved/`, by its path without that prefix. */
  readonly form: (path: string) => Form | null
}

/** What judging a commit gave. */
export interface Judged {
  readonly problems: readonly ChainProblem[]
  /** What it appended, in order; whole only if there are no problems. */
  readonly events: readonly Event[]
  /** Keys that may sign the commit after it. */
  readonly signers: ReadonlySet<string>
  /** Who signed it; null: nobody that counts. */
  readonly signer: string | null
}

/** Blobs whose content a step must have: both sides of files that are appended to, and new settings. */
export function contentsOf(changes: readonly PathDifference[]): readonly string[] {
  return changes.flatMap(({ path, before, after }) => {
    if (path === 'approved/grants/grantbook.yaml') return after ? [after.blob] : []
    if (path.startsWith('approved/')) return []
    return [before, after].flatMap((form) => (form ? [form.blob] : []))
  })
}

/**
 * Judges one commit of the evidence branch by what is known before it. Pure: the same for one new commit and for the whole
 * history. Every broken rule is told; a commit with any is not to be gone past by whoever acts on the branch.
 */
export function judgeStep(before: ChainState, step: Step): Judged {
  const problems: ChainProblem[] = []
  const tell = teller(step.id, problems)
  const commit = readCommitObject(step.object)
  if (!commit || objectId('commit', step.object, step.id) !== step.id) {
    tell('commit-form', null, null, 'Its object is no commit in the form that git writes.')
    return { problems, events: [], signers: before.signers, signer: null }
  }
  judgeParent(before, commit, tell)
  const signers = signersAfter(before.signers, step, tell)
  const events = judgeAppended(step, tell)
  judgeApproved(before, step, events, tell)
  const first = before.head === null
  judgeGenesis(first, step, events, tell)
  const trusted = first && before.signers.size === 0 ? signers : before.signers
  const signer = judgeSignature(commit, trusted, tell)
  if (first) judgeFirstSigner(signer, events, tell)
  return { problems, events, signers, signer }
}

/** Adds a problem of the step at hand. */
export type Tell = (rule: ChainRule, file: string | null, line: number | null, message: string) => void

function teller(commit: string, problems: ChainProblem[]): Tell {
  return (rule, file, line, message) => problems.push({ commit, rule, file, line, message })
}

function judgeParent({ head }: ChainState, { parents }: CommitObject, tell: Tell): void {
  if (head === null ? parents.length === 0 : parents.length === 1 && parents[0] === head) return
  const wanted = head === null ? 'no parent, because it is the first' : `one parent, ${head}`
  const has = parents.length === 0 ? 'none' : parents.join(', ')
  tell('parent', null, null, `It must have ${wanted}, but has ${has}.`)
}

function judgeSignature(
  { signature, payload }: CommitObject,
  trusted: ReadonlySet<string>,
  tell: Tell
): string | null {
  if (signature === null) {
    tell('unsigned', null, null, 'It is not signed.')
    return null
  }
  const check = checkSignature(payload, signature, trusted)
  if (check.valid) return check.key
  if (check.foreign === null) tell('signature', null, null, `Its signature is not valid: ${check.why}.`)
  else tell('signer', null, null, `It is signed by ${check.foreign}, which was no signer then.`)
  return null
}

function judgeFirstSigner(signer: string | null, events: readonly Event[], tell: Tell): void {
  const genesis = events.find((one) => one.event === 'genesis')
  if (genesis && signer !== null && genesis.signer !== signer)
    tell('genesis', null, null, `It names ${genesis.signer} as its signer, but is signed by ${signer}.`)
}
