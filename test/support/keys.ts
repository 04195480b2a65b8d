import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { signerOf } from '../../src/evidence/signer-key.ts'
import type { Signer } from '../../src/evidence/signer.ts'
import { BASE, type Files } from './book.ts'

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
