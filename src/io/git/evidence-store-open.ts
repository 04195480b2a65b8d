import { EvidenceError, UnableError, UsageError } from '../../book/errors.ts'
import type { Instant } from '../../book/instant.ts'
import { SETTINGS_PATH } from '../../book/paths.ts'
import type { ApprovedTree } from '../../evidence/approved-tree.ts'
import type { ChainProblem, ChainState } from '../../evidence/chain.ts'
import type { Signer } from '../../evidence/signer.ts'
import { judgeStep } from '../../evidence/verify.ts'
import { signersOf } from '../../evidence/verify-signers.ts'
import type { GitRemote } from '../github/github.ts'
import { approvedTreeAt, openApproved } from './approved.ts'
import { comesFrom } from './audit-refs.ts'
import { ObjectReader } from './cat-file.ts'
import { Forms } from './evidence-forms.ts'
import { mainOf } from './evidence-main.ts'
import { EVIDENCE_REF, headOf, readEvidenceAt, type FoldCache } from './evidence-read.ts'
import type { Appended, Entry, EvidenceSnapshot, EvidenceStore } from './evidence-store.ts'
import { walkEvidence } from './evidence-walk.ts'
import { isCommit } from './near.ts'
import { keep, KEPT_EVIDENCE } from './kept-refs.ts'
import { makeCommits } from './evidence-write-signed.ts'
import { fetchRef, pushRef, type Pushed } from './remote.ts'
import { gitFailure, tryGit } from './run.ts'

/** What a store is opened with. */
export interface StoreOptions {
  readonly root: string
  /** Tip of the default branch, as the API or the remote names it; its objects are in the clone. */
  readonly main: string
  /** A head that the branch is known to have stood at, by somebody who must be believed. Null: verify from genesis. */
  readonly anchor: string | null
  /** Further heads that the branch must contain. */
  readonly known?: readonly string[]
  /** A key (`ssh-ed25519 AAAA…`) that must have signed something of what is verified from genesis; null: none need have. */
  readonly own?: string | null
  /** Key trusted from outside (`ssh-ed25519 AAAA…`); null: main's settings at the genesis commit name it. */
  readonly trusted: string | null
  /** Null: nothing can be appended. */
  readonly signer: Signer | null
  /** Head of a record that a recovery gives up: the branch may stand there, and counts as absent. */
  readonly replaces?: string | null
  readonly cache?: FoldCache
}

/** The branch on the forge: kept at {@link KEPT_EVIDENCE}, appended to by one push. */
export function openRemoteEvidence(options: StoreOptions, remote: GitRemote): EvidenceStore {
  const { root, replaces = null } = options
  return new GitEvidenceStore(options, {
    head: async () => {
      const head = await fetchRef(root, remote, EVIDENCE_REF)
      if (head === null || head === replaces) return null
      await keep(root, KEPT_EVIDENCE, head)
      return head
    },
    move: async (from, to) => {
      const pushed = await pushRef(root, remote, to, EVIDENCE_REF, from ?? replaces)
      if (pushed === 'done') await keep(root, KEPT_EVIDENCE, to)
      return pushed
    }
  })
}

/** The branch `evidence` of this repository itself, for what has no forge. */
export function openLocalEvidence(options: StoreOptions): EvidenceStore {
  const { root } = options
  return new GitEvidenceStore(options, {
    head: () => headOf(root, EVIDENCE_REF),
    move: (from, to) => swap(root, to, from)
  })
}

/** Where the branch stands, and how it is moved. */
interface Place {
  readonly head: () => Promise<string | null>
  readonly move: (from: string | null, to: string) => Promise<Pushed>
}

/** What has been verified so far. Going on from there costs only what is new. */
interface Verified {
  readonly head: string | null
  readonly signers: ReadonlySet<string>
  readonly forms: Forms
  /** Whether it begins where somebody is believed, or holds a commit of the key that must be in it. */
  readonly ours: boolean
}

class GitEvidenceStore implements EvidenceStore {
  readonly #options: StoreOptions
  readonly #place: Place
  readonly #cache: FoldCache
  #verified: Verified | null = null
  /** What was read last: a commit's content never changes. */
  #last: EvidenceSnapshot | null = null
  #tree: ApprovedTree | null = null

  constructor(options: StoreOptions, place: Place) {
    this.#options = options
    this.#place = place
    this.#cache = options.cache ?? new Map()
  }

  async read(): Promise<EvidenceSnapshot> {
    const head = await this.#trustedHead()
    if (this.#last === null || this.#last.head !== head) {
      this.#last = null
      const evidence = await readEvidenceAt(this.#options.root, head, this.#cache)
      this.#last = { ...evidence, approved: await this.#approved(head) }
    }
    return this.#last
  }

  async glance(): Promise<{ readonly head: string | null; readonly approved: ApprovedTree | null }> {
    const head = await this.#trustedHead()
    return { head, approved: await this.#approved(head) }
  }

  async append(from: string | null, entries: readonly Entry[], at: Instant): Promise<Appended> {
    const { root, signer } = this.#options
    if (!signer)
      throw new UsageError(
        'GRANTBOOK_SIGNING_KEY is needed to write evidence. Make one with grantbook keygen.'
      )
    const before = await this.#upTo(from)
    if (from !== null && !before.signers.has(signer.publicKey)) throw noSigner(signer)
    const ours = await signable(root, entries, signer)
    const head = await makeCommits(root, from, ours, at, signer)
    // What we wrote is judged like what others wrote: nothing leaves that the next run would refuse.
    const after = await this.#judge(before, head)
    if ((await this.#place.move(from, head)) === 'raced') return { state: 'raced' }
    this.#verified = after
    // The rest must not keep the settings from landing that name the key by which it can be recorded.
    if (ours.length < entries.length) throw noSigner(signer)
    return { state: 'done', head }
  }

  async #approved(head: string | null): Promise<ApprovedTree | null> {
    if (head === null) return null
    if (this.#tree?.evidence !== head) this.#tree = await approvedTreeAt(this.#options.root, head)
    return this.#tree
  }

  async #trustedHead(): Promise<string | null> {
    const head = await this.#place.head()
    const verified = await this.#upTo(head)
    if (head !== null && !verified.ours) throw notOurs(head)
    if (this.#verified === null) await this.#requireKnown(head)
    this.#verified = verified
    return head
  }

  /** The branch only grows: what it was once known to hold, it holds for good. */
  async #requireKnown(head: string | null): Promise<void> {
    const { root, known = [] } = this.#options
    for (const one of known) {
      if (head !== null && (one === head || (await comesFrom(root, head, one)))) continue
      throw new EvidenceError(
        `The branch "evidence" stands at ${head ?? 'nothing'}, which doesn’t come from ${one}, at which it once stood: a part of the record was cut off or rewritten. Nothing was done. Restore the branch from a clone that has that commit.`
      )
    }
  }

  async #upTo(head: string | null): Promise<Verified> {
    const start = this.#verified ?? (await this.#start())
    if (head !== null) return this.#judge(start, head)
    if (start.head === null) return start
    throw new EvidenceError(
      `The branch "evidence" is gone, but it stood at ${start.head}. Nothing was done. Push it again from a clone that has that commit; if none has, run grantbook genesis --recover.`
    )
  }

  async #start(): Promise<Verified> {
    const { root, anchor, trusted, own = null } = this.#options
    const outside = new Set(trusted === null ? [] : [trusted])
    if (anchor === null) return { head: null, signers: outside, forms: new Forms(null), ours: own === null }
    if (!(await isCommit(root, anchor)))
      throw new EvidenceError(
        `The branch "evidence" doesn’t hold ${anchor}, which it once stood at: the record was cut off or rewritten. Nothing was done. Restore the branch from a clone that has that commit.`
      )
    const source = await openApproved(root, anchor)
    try {
      const bytes = await source.bytes(SETTINGS_PATH)
      const signers = bytes && signersOf(bytes)
      if (signers) return { head: anchor, signers, forms: new Forms(source.tree), ours: true }
    } finally {
      source.close()
    }
    throw new EvidenceError(
      `The approved settings at ${anchor} name no signer. Restore the branch "evidence".`
    )
  }

  async #judge(start: Verified, to: string): Promise<Verified> {
    const { root, main, trusted, own = null } = this.#options
    if (start.head === to) return start
    const forms = start.forms.copy()
    let state: Verified = { ...start, forms }
    for await (const step of walkEvidence(root, start.head, to, mainOf(root, main, trusted !== null))) {
      const before: ChainState = { ...state, form: (path) => forms.get(path) }
      const { problems, signers, signer } = judgeStep(before, step)
      if (problems.length > 0) throw untrusted(problems)
      forms.take(step.changes)
      state = { head: step.id, signers, forms, ours: state.ours || signer === own }
    }
    if (state.head === to) return state
    throw new EvidenceError(
      `The branch "evidence" doesn’t lead to ${to}. Nothing was done. Restore the branch.`
    )
  }
}

function untrusted(problems: readonly ChainProblem[]): EvidenceError {
  const [first] = problems
  const where = first?.file ? `, ${first.file}${first.line === null ? '' : `:${first.line}`}` : ''
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''
  return new EvidenceError(
    `The branch "evidence" can’t be trusted. Commit ${first?.commit ?? ''}${where}: ${first?.message ?? ''} Rule: ${first?.rule ?? ''}${more}. Nothing was done. See grantbook audit.`
  )
}

function notOurs(head: string): EvidenceError {
  return new EvidenceError(
    `The branch "evidence" stands at ${head}, and nothing shows that it is our record: no commit of it is signed with the key in GRANTBOOK_SIGNING_KEY, and no check run of our App on the default branch names a head of it. Whoever may rewrite both branches could have made it. Nothing was done. If the key was just changed, put the former one back for one run.`
  )
}

/** Entries up to the first whose settings take our key away: what comes after it can't be signed with that key. */
async function signable(root: string, entries: readonly Entry[], signer: Signer): Promise<readonly Entry[]> {
  const reader = new ObjectReader(root)
  try {
    for (const [index, { moves }] of entries.entries()) {
      const blob = moves.find(({ path }) => path === SETTINGS_PATH)?.to?.blob
      const bytes = blob === undefined ? undefined : (await reader.read([blob])).get(blob)
      if (bytes && signersOf(bytes)?.has(signer.publicKey) === false) return entries.slice(0, index + 1)
    }
    return entries
  } finally {
    reader.close()
  }
}

function noSigner({ publicKey }: Signer): UnableError {
  return new UnableError(
    `The key in GRANTBOOK_SIGNING_KEY (${publicKey}) is no signer by the approved settings, so nothing more can be recorded with it. Name it in evidence.signers by an approved pull request, or use a key that is named.`
  )
}

const ZERO = '0'.repeat(40)

/** Moves the branch if it still stands where it was read. */
async function swap(root: string, head: string, old: string | null): Promise<Pushed> {
  const args = ['update-ref', '-m', 'grantbook', '--no-deref', EVIDENCE_REF, head, old ?? ZERO]
  const { status, stderr } = await tryGit(root, args)
  if (status === 0) return 'done'
  if (/cannot lock ref|is at .* but expected|reference already exists|Unable to create/u.test(stderr))
    return 'raced'
  throw gitFailure(args, stderr)
}
