import type { ApprovedTree } from '../../evidence/approved-tree.ts'
import { approvedTreeAt, openApproved } from '../../io/git/approved.ts'
import { EVIDENCE_REF } from '../../io/git/evidence-read.ts'
import { openRemoteEvidence } from '../../io/git/evidence-store-open.ts'
import { fetchRef } from '../../io/git/remote.ts'
import { runGit } from '../../io/git/run.ts'
import type { GitHub } from '../../io/github/github.ts'
import { openResolved, type Source } from '../../io/source.ts'
import { knownHeads, recordedSettings } from './known-heads.ts'

/** The approved tree as a pull request meets it. Whoever opened it closes `source`. */
export interface ApprovedSource {
  readonly source: Source
  readonly unproved: ApprovedTree['unproved']
  /** Head of evidence; null: the repository has none, and a commit's own tree stands in. */
  readonly evidence: string | null
  /** What is to be said about it; null: nothing. */
  readonly warning: string | null
}

/** A merged pull request, and what the default branch was before it. */
export interface MergedPull {
  readonly number: number
  readonly parent: string
}

/**
 * Opens what a pull request is judged against: the verified approved tree, or, for one that was judged already, as it was
 * then. Without evidence the default branch's own tree stands in, which proves nothing. `tip` is the default branch, its
 * objects here. Throws EvidenceError if the branch can't be trusted, UnableError if it can't be read.
 */
export async function openApprovedSource(
  github: GitHub,
  root: string,
  tip: string,
  merged: MergedPull | null
): Promise<ApprovedSource> {
  const at = await fetchRef(root, github.remote, EVIDENCE_REF)
  const recorded = at === null ? null : await recordedSettings(root, at)
  const heads = await knownHeads(github, root, { tip, recorded, own: null })
  const known = heads.map(({ id }) => id)
  const anchor = heads.find(({ check }) => check !== null)?.id ?? null
  const store = openRemoteEvidence(
    { root, main: tip, anchor, known, trusted: null, signer: null },
    github.remote
  )
  const { head, approved } = await store.glance()
  if (head === null || approved === null) {
    const source = await openResolved(root, merged?.parent ?? tip)
    return { source, unproved: new Map(), evidence: null, warning: WITHOUT_EVIDENCE }
  }
  const earlier = merged && (await beforeJudging(root, head, `${github.owner}/${github.repo}`, merged.number))
  if (!earlier) return { ...(await open(root, approved)), evidence: head, warning: null }
  const then = await approvedTreeAt(root, earlier)
  return { ...(await open(root, then)), evidence: earlier, warning: JUDGED }
}

const WITHOUT_EVIDENCE =
  'This repository has no evidence yet, so the files of the default branch stand for approved ones. Nothing is issued before grantbook genesis.'
const JUDGED =
  'This pull request was judged already; this is what it was judged against. What counts is in the evidence.'

async function open(
  root: string,
  approved: ApprovedTree
): Promise<Pick<ApprovedSource, 'source' | 'unproved'>> {
  return { source: await openApproved(root, approved.evidence), unproved: approved.unproved }
}

/** The commit of evidence before the one that sealed a pull request's judgement; null: it was not judged yet. */
async function beforeJudging(
  root: string,
  head: string,
  repository: string,
  number: number
): Promise<string | null> {
  const args = [
    'log',
    '--first-parent',
    '--reverse',
    '--format=%H %P',
    `-S"${repository}#${number}"`,
    head,
    '--',
    'runs'
  ]
  const [line = ''] = (await runGit(root, args)).toString('utf8').split('\n')
  return line.split(' ')[1] ?? null
}
