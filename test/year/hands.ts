import { ABSENT, Git } from '../../src/sandbox/forge/git/git.ts'
import type { Forge } from '../../src/sandbox/forge/forge.ts'
import { RateLimits } from '../../src/sandbox/forge/limits.ts'
import { close, markMerged, moveRef } from '../../src/sandbox/forge/refs.ts'
import { webCommit } from '../../src/sandbox/forge/routes/merging.ts'
import type { Issue, Pull } from '../../src/sandbox/forge/state-pull.ts'
import type { Repository } from '../../src/sandbox/forge/state-repository.ts'
import { findAccount, nextId, type Actor } from '../../src/sandbox/forge/state.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { blobsOf } from '../support/carry.ts'
import { REPOSITORY } from './world.ts'

/** Files by path; null: no such file. */
export type Patch = Readonly<Record<string, string | null>>

/** A pull request with its issue. */
export interface Shown {
  readonly pull: Pull
  readonly issue: Issue
}

/**
 * What people do on GitHub: pushing, opening, reviewing, merging. It is done to the forge itself, in this process, because a
 * year has thousands of these; whatever reads it goes through the forge's real doors. Nobody is stopped by any rule.
 */
export class Hands {
  readonly git: Git
  readonly #sandbox: Sandbox

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox
    this.git = new Git(sandbox.forge?.directory(REPOSITORY) ?? '')
  }

  get repository(): Repository {
    const found = [...this.#forge.state.repositories.values()].find(({ name }) => name === 'access')
    if (!found) throw new Error('the forge has no repository')
    return found
  }

  get main(): string {
    return this.head('main') ?? ''
  }

  /** Where a branch stands; null if there is none. */
  head(branch: string): string | null {
    return this.repository.refs.get(`refs/heads/${branch}`) ?? null
  }

  /** The text of a file at a commit or branch; null if there is none. */
  text(at: string, path: string): string | null {
    return this.git.file(this.head(at) ?? at, path)?.toString('utf8') ?? null
  }

  /** Commits files on top of a branch (or, a new one, of main) and pushes. */
  push(who: string, branch: string, files: Patch, message = 'Change access'): string {
    const parent = this.head(branch) ?? this.main
    const commit = this.git.writeCommit({
      tree: this.#treeWith(parent, files),
      parents: [parent],
      author: this.#signature(who),
      committer: this.#signature(who),
      message: `${message}\n`
    })
    moveRef(this.#forge, this.repository, {
      ref: `refs/heads/${branch}`,
      after: commit,
      actor: this.#actor(who)
    })
    return commit
  }

  /** Opens a pull request from a branch into main; returns its number. */
  open(who: string, branch: string, title: string): number {
    const { repository } = this
    const now = this.#sandbox.clock.now()
    const head = this.head(branch)
    if (head === null) throw new Error(`no branch ${branch}`)
    repository.lastNumber += 1
    const number = repository.lastNumber
    repository.issues.set(number, {
      id: nextId(this.#forge.state),
      number,
      title,
      body: '',
      author: this.#actor(who).account,
      app: null,
      state: 'open',
      stateReason: null,
      created: now,
      updated: now,
      closed: null,
      closedBy: null,
      locked: false,
      labels: [],
      assignees: [],
      comments: [],
      timeline: []
    })
    repository.pulls.set(number, {
      id: nextId(this.#forge.state),
      number,
      draft: false,
      headRepository: repository.id,
      headRef: branch,
      head,
      baseRef: 'main',
      base: this.main,
      merged: null,
      reviews: [],
      reviewComments: [],
      requestedReviewers: [],
      requestedTeams: [],
      maintainerCanModify: false
    })
    this.git.refs.set(repository, `refs/pull/${number}/head`, head)
    return number
  }

  review(who: string, number: number, state: 'APPROVED' | 'CHANGES_REQUESTED' = 'APPROVED'): void {
    const { issue, pull } = this.shown(number)
    const now = this.#sandbox.clock.now()
    const author = this.#actor(who).account
    if (author === issue.author) throw new Error('nobody reviews his own pull request')
    pull.reviews.push({
      id: nextId(this.#forge.state),
      author,
      body: '',
      state,
      commit: pull.head,
      submitted: now
    })
    issue.updated = now
  }

  /** Merges, file by file; false: both sides changed the same file, and nothing was done. */
  merge(who: string, number: number): boolean {
    const { issue, pull } = this.shown(number)
    const { git, main, repository } = this
    const tree = issue.state === 'open' ? this.#merged(main, pull.head) : null
    if (tree === null) return false
    const actor = this.#actor(who)
    const commit = webCommit(this.#forge, repository, {
      tree,
      parents: [main, pull.head],
      author: this.#signature(who),
      message: `Merge pull request #${number} from acme/${pull.headRef}\n\n${issue.title}`
    })
    const landed = [commit]
    for (let at = pull.head; !git.isAncestor(at, main); at = git.commit(at)?.parents[0] ?? main)
      landed.push(at)
    markMerged(this.#forge, issue, pull, actor, { commit, method: 'merge', base: main, landed })
    moveRef(this.#forge, repository, { ref: 'refs/heads/main', after: commit, actor, type: 'pr_merge' })
    this.#tidy(who, pull)
    return true
  }

  /** Closes without merging. */
  close(who: string, number: number): void {
    const { issue, pull } = this.shown(number)
    close(this.#forge, issue, this.#actor(who))
    this.#tidy(who, pull)
  }

  /** People's branches go with their pull requests, as most repositories have it; ours are for our own code to see to. */
  #tidy(who: string, { headRef }: Pull): void {
    if (!headRef.startsWith('grantbook/')) this.drop(who, headRef)
  }

  shown(number: number): Shown {
    const issue = this.repository.issues.get(number)
    const pull = this.repository.pulls.get(number)
    if (!issue || !pull) throw new Error(`no pull request ${number}`)
    return { issue, pull }
  }

  /** Open pull requests, oldest first. */
  openPulls(): readonly Shown[] {
    return [...this.repository.pulls.keys()].flatMap((number) => {
      const shown = this.shown(number)
      return shown.issue.state === 'open' ? [shown] : []
    })
  }

  /** What a pull request changes: text by path, null where it deletes. */
  changes({ head }: Pick<Pull, 'head'>): Patch {
    const base = this.git.mergeBase(this.main, head)
    const found: Record<string, string | null> = {}
    if (base === null) return found
    for (const path of this.git.changes(base, head).keys()) found[path] = this.text(head, path)
    return found
  }

  /** Takes a branch away. */
  drop(who: string, branch: string): void {
    const ref = `refs/heads/${branch}`
    if (this.repository.refs.has(ref))
      moveRef(this.#forge, this.repository, { ref, after: ABSENT, actor: this.#actor(who) })
  }

  /** Puts all refs into one file, as GitHub keeps house: a year leaves thousands. */
  pack(): void {
    this.git.refs.write(this.repository.refs)
  }

  get #forge(): Forge {
    const { forge, github, clock } = this.#sandbox
    if (!forge || !github) throw new Error('the sandbox has no forge')
    return {
      state: forge.state,
      clock,
      limits: new RateLimits({ requests: null, creations: null }),
      api: github.api,
      web: github.git,
      git: () => this.git
    }
  }

  #treeWith(commit: string, files: Patch): string {
    const placed = blobsOf(files, (bytes) => this.git.writeBlob(bytes))
    return this.git.withFiles(this.git.commit(commit)?.tree ?? '', placed)
  }

  #merged(main: string, head: string): string | null {
    const { git } = this
    const base = git.mergeBase(main, head)
    const tree = git.commit(main)?.tree
    if (base === null || tree === undefined) return null
    const theirs = git.changes(base, head)
    for (const [path, ours] of git.changes(base, main))
      if (theirs.has(path) && theirs.get(path)?.id !== ours?.id) return null
    return git.withFiles(tree, theirs)
  }

  #actor(who: string): Actor {
    const account = findAccount(this.#forge.state, `${who}-acme`)
    if (!account) throw new Error(`no account of ${who}`)
    return { kind: 'user', account: account.id }
  }

  #signature(who: string): { name: string; email: string; at: number } {
    return { name: who, email: `${who}@acme.example`, at: this.#sandbox.clock.now() }
  }
}
