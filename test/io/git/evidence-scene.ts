import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { writeInstant, type Instant } from '../../../src/book/instant.ts'
import type { Move } from '../../../src/evidence/approved-tree.ts'
import type { Event } from '../../../src/evidence/events.ts'
import { signCommitObject, writeCommitObject } from '../../../src/evidence/commit-object.ts'
import { begin } from '../../../src/evidence/genesis.ts'
import type { Signer } from '../../../src/evidence/signer.ts'
import type { EvidenceStore } from '../../../src/io/git/evidence-store.ts'
import { openLocalEvidence, type StoreOptions } from '../../../src/io/git/evidence-store-open.ts'
import { commitTree } from '../../../src/io/git/tree.ts'
import { NOW, type Files } from '../../support/book.ts'
import { bookSignedBy, testSigner } from '../../support/keys.ts'
import { Repository } from '../../support/repository.ts'

export { bookSignedBy, rsaPem, settingsSignedBy, testKey, testPem, testSigner } from '../../support/keys.ts'

/** A repository whose own branch `evidence` is the record. */
export class TestRecord {
  readonly repository = new Repository()
  readonly signer: Signer
  readonly files: Files
  /** Main's tip at genesis. */
  readonly main: string

  constructor(signer: Signer = testSigner(1), files: Files = bookSignedBy(signer)) {
    this.signer = signer
    this.files = files
    this.main = this.repository.commit(files)
  }

  get root(): string {
    return this.repository.root
  }

  store(over: Partial<StoreOptions> = {}): EvidenceStore {
    const { root, signer } = this
    return openLocalEvidence({ root, main: 'HEAD', anchor: null, trusted: null, signer, ...over })
  }

  /** Begins the record with main's tip and returns its first commit. */
  async genesis(over: Partial<StoreOptions> = {}, at: Instant = NOW): Promise<string> {
    const tree = await commitTree(this.root, this.main)
    const { publicKey } = over.signer ?? this.signer
    const entry = begin({
      commit: this.main,
      tree,
      by: 'carol',
      signer: publicKey,
      at,
      run: null,
      recovered: null
    })
    const done = await this.store(over).append(null, [{ subject: 'Begin', ...entry }], at)
    if (done.state !== 'done') throw new Error('raced')
    return done.head
  }

  /** Stores a text as git does and returns its id. */
  blob(text: string): string {
    this.repository.write({ 'grants/x': text })
    return this.repository.git('hash-object', '-w', 'grants/x').trim()
  }

  git(...args: readonly string[]): string {
    return this.repository.git(...args)
  }

  /**
   * A commit made by hand, as somebody would who may push and perhaps holds a key, put at the head of the branch.
   * Changes are texts, modes with ids, or null for what goes.
   */
  craft(
    changes: Readonly<Record<string, string | Entry | null>>,
    {
      parents = [this.git('rev-parse', 'evidence').trim()],
      signer = this.signer,
      headers = '',
      alter = (object) => object
    }: Crafting = {}
  ): string {
    const env = { ...process.env, GIT_INDEX_FILE: join(this.root, '.git', 'crafted-index') }
    const git = (args: readonly string[], input?: string | Uint8Array): string =>
      execFileSync('git', args, {
        cwd: this.root,
        encoding: 'utf8',
        env,
        ...(input === undefined ? {} : { input })
      }).trim()
    git(parents[0] === undefined ? ['read-tree', '--empty'] : ['read-tree', parents[0]])
    const lines = Object.entries(changes).map(([path, to]) => {
      if (to === null) return `0 ${'0'.repeat(40)}\t${path}\n`
      if (typeof to === 'string') return `100644 ${git(['hash-object', '-w', '--stdin'], to)}\t${path}\n`
      return `${to.mode} ${to.id}\t${path}\n`
    })
    git(['update-index', '--add', '--index-info'], lines.join(''))
    const bare = Buffer.from(
      writeCommitObject(git(['write-tree', '--missing-ok']), null, STAMP, 'Crafted\n')
    ).toString()
    const before = parents.map((parent) => `parent ${parent}\n`).join('')
    const text = bare.replace('author ', `${before}author `).replace('\n\n', `\n${headers}\n`)
    const bytes = Buffer.from(text)
    const signed = signer === null ? bytes : signCommitObject(bytes, signer.sign(bytes))
    const id = git(
      ['hash-object', '-t', 'commit', '-w', '--stdin', '--literally'],
      Buffer.from(alter(Buffer.from(signed).toString('latin1')), 'latin1')
    )
    git(['update-ref', 'refs/heads/evidence', id])
    return id
  }

  remove(): void {
    this.repository.remove()
  }
}

const STAMP = 'Mallory <mallory@acme.example> 1795251600 +0000'

/** How a crafted commit differs from one of ours. */
export interface Crafting {
  readonly parents?: readonly string[]
  /** Null: unsigned. */
  readonly signer?: Signer | null
  /** Lines after `committer`, each with its end. */
  readonly headers?: string
  /** Changes the object after it was signed; every byte is one character. */
  readonly alter?: (object: string) => string
}

interface Entry {
  readonly mode: string
  readonly id: string
}

/** What all events of these tests say alike. */
export function common(grant: string | null, blob: string | null, at: Instant = NOW) {
  return { at: writeInstant(at), grant, blob, commit: null, by: 'grantbook apply', run: null }
}

/** A proved change of one path. */
export function approved(path: string, blob: string | null): { readonly event: Event; readonly move: Move } {
  const sha = '1'.repeat(40)
  return {
    event: {
      ...common(path, blob),
      event: 'approved',
      pull: 'acme/access#1',
      head: sha,
      base: sha,
      approvals: []
    },
    move: { path, to: blob === null ? null : { mode: '100644', blob } }
  }
}

/** An unproved reduction of one path. */
export function reduced(path: string, blob: string | null): { readonly event: Event; readonly move: Move } {
  return {
    event: { ...common(path, blob), event: 'reduced', what: 'less', pull: null },
    move: { path, to: blob === null ? null : { mode: '100644', blob } }
  }
}
