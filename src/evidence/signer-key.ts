import { createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto'
import { UsageError } from '../book/errors.ts'
import type { Signer } from './signer.ts'
import { writePublicKey, writeSignature } from './sshsig.ts'

const HOW =
  'GRANTBOOK_SIGNING_KEY must be an unencrypted Ed25519 private key in PKCS #8 PEM form, as grantbook keygen writes it.'
const KEY_BYTES = 32

/**
 * The signer of a private key in PEM form. Throws UsageError for anything but an unencrypted Ed25519 key in PKCS #8; the
 * message never holds any of it, and neither does a cause.
 */
export function signerOf(pem: string): Signer {
  const key = readPrivateKey(pem)
  const rawKey = rawPublicKey(key)
  return {
    publicKey: writePublicKey(rawKey),
    sign: (commit) => writeSignature(commit, rawKey, (data) => sign(null, data, key))
  }
}

/** Public half of a key of either half, as `ssh-ed25519 AAAA…`. */
export function publicKeyOf(key: KeyObject): string {
  return writePublicKey(rawPublicKey(key))
}

function readPrivateKey(pem: string): KeyObject {
  const text = pem.trim()
  const kind = /^-----BEGIN ([A-Z0-9 ]{1,40})-----/u.exec(text)?.[1]
  if (kind === 'ENCRYPTED PRIVATE KEY') throw new UsageError(`The signing key is encrypted. ${HOW}`)
  if (kind === 'OPENSSH PRIVATE KEY') throw new UsageError(`The signing key is in OpenSSH’s own form. ${HOW}`)
  if (
    kind !== 'PRIVATE KEY' ||
    !/^-----BEGIN PRIVATE KEY-----[\sA-Za-z0-9+/=]+-----END PRIVATE KEY-----$/u.test(text)
  )
    throw new UsageError(`The signing key can’t be read. ${HOW}`)
  const key = parse(text)
  if (!key) throw new UsageError(`The signing key can’t be read. ${HOW}`)
  if (key.asymmetricKeyType !== 'ed25519')
    throw new UsageError(`The signing key is of another type than Ed25519. ${HOW}`)
  return key
}

/** What the library says of a damaged key could hold a part of it, so it is not passed on. */
function parse(pem: string): KeyObject | null {
  try {
    return createPrivateKey({ key: pem, format: 'pem' })
  } catch {
    return null
  }
}

function rawPublicKey(key: KeyObject): Uint8Array {
  const half = key.type === 'public' ? key : createPublicKey(key)
  return half.export({ format: 'der', type: 'spki' }).subarray(-KEY_BYTES)
}
