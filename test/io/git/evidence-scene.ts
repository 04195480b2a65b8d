import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { writeInstant, type Instant } from '../../../src/book/instant.ts'
import type { Move } from '../../../src/evidence/approved-tree.ts'
import type { Event } from '../../../src/evidence/events.ts'
import { begin } from '../../../src/evidence/genesis.ts'
import { signerOf } from '../../../src/evidence/signer-key.ts'
import type { Signer } from '../../../src/evidence/signer.ts'
import type { EvidenceStore } from '../../../src/io/git/evidence-store.ts'
import { openLocalEvidence, type StoreOptions } from '../../../src/io/git/evidence-store-open.ts'
import { commitTree } from '../../../src/io/git/tree.ts'
import { BASE, NOW, type Files } from '../../support/book.ts'
import { Repository } from '../../support/repository.ts'

/** A key made of one byte over and over: the same in every run. */
export function testKey(byte: number): KeyObject {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, byte)])
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
}

/** That key as grantbook keygen would write it. */
export function testPem(byte: number): string {
  return String(testKey(byte).export({ format: 'pem', type: 'pkcs8' }))
}

/** Signs with that key. */
export function testSigner(byte: number): Signer {
  return signerOf(testPem(byte))
}

/** Any other kind of key, in PEM form. */
export function rsaPem(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return String(privateKey.export({ format: 'pem', type: 'pkcs8' }))
}

/** The sample book with these signers in its settings. */
export function bookSignedBy(...signers: readonly Signer[]): Files {
  return { ...BASE, 'grants/grantbook.yaml': settingsSignedBy(...signers) }
}

/** The sample settings with these signers. */
export function settingsSignedBy(...signers: readonly Signer[]): string {
  const named = signers.map(({ publicKey }) => `"${publicKey} test"`).join(', ')
  return (BASE['grants/grantbook.yaml'] ?? '').replace(/signers: \[.*?\]/u, `signers: [${named}]`)
}

/** A repository whose own branch `evidence` is the record. */
export class Record {
  readonly repository = new Repository()
  readonly signer: Signer
  /** Main's tip at genesis. */
  readonly main: string

  constructor(signer: Signer = testSigner(1), files: Files = bookSignedBy(signer)) {
    this.signer = signer
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

  remove(): void {
    this.repository.remove()
  }
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

/** An unproved reduction of one path, or one that a pull request brought. */
export function reduced(
  path: string,
  blob: string | null,
  pull: string | null = null
): { readonly event: Event; readonly move: Move } {
  return {
    event: { ...common(path, blob), event: 'reduced', what: 'less', pull },
    move: { path, to: blob === null ? null : { mode: '100644', blob } }
  }
}
