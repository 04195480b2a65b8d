import type { PathDifference } from '../approval/facts.ts'
import type { ChainProblem, ChainState, Judged, Step, Tell } from './chain.ts'
import { objectId, readCommitObject, type CommitObject } from './commit-object.ts'
import { checkSignature } from './sshsig.ts'
import type { Event } from './events.ts'
import { judgeApproved } from './verify-approved.ts'
import { judgeAppended } from './verify-appended.ts'
import { judgeGenesis } from './verify-genesis.ts'
import { signersAfter } from './verify-signers.ts'

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
