import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto'
import { bytesOf, fromBase64, join, latin1, toBase64 } from './sshsig-bytes.ts'

// SSH signatures as git uses them. Source: PROTOCOL.sshsig of OpenSSH; RFC 8709 for Ed25519 keys and signatures.
// Only what `git commit -S` makes of an Ed25519 key is known here: everything else isn't valid, whatever it may be.

const MAGIC = 'SSHSIG'
const VERSION = 1
const NAMESPACE = 'git'
const HASH = 'sha512'
const KEY_TYPE = 'ssh-ed25519'
const KEY_BYTES = 32
const SIGNATURE_BYTES = 64
const BEGIN = '-----BEGIN SSH SIGNATURE-----'
const END = '-----END SSH SIGNATURE-----'
/** As OpenSSH wraps it. */
const LINE = 70

/** What reading and checking a signature gave: whose it is, or why it is none. */
export type SignatureCheck =
  | { readonly valid: true; readonly key: string }
  | {
      readonly valid: false
      /** Made right, over exactly this, by this key, which doesn't count; null: it isn't even that. */
      readonly foreign: string | null
      readonly why: string
    }

/** Armors a signature over `message`; `signRaw` makes Ed25519's 64 bytes over what it is given. */
export function writeSignature(
  message: Uint8Array,
  rawKey: Uint8Array,
  signRaw: (data: Uint8Array) => Uint8Array
): string {
  const signature = join(field(KEY_TYPE), field(signRaw(signedData(message))))
  const blob = join(
    bytesOf(MAGIC),
    uint32(VERSION),
    field(publicKeyBlob(rawKey)),
    field(NAMESPACE),
    field(''),
    field(HASH),
    field(signature)
  )
  const lines = toBase64(blob).match(new RegExp(`.{1,${LINE}}`, 'gu')) ?? []
  return [BEGIN, ...lines, END, ''].join('\n')
}

/** Checks an armored signature over `message` against the keys that count (`ssh-ed25519 AAAA…`, without comment). */
export function checkSignature(
  message: Uint8Array,
  armored: string,
  allowed: ReadonlySet<string>
): SignatureCheck {
  const read = readSignature(armored)
  if (typeof read === 'string') return { valid: false, foreign: null, why: read }
  const key = writePublicKey(read.rawKey)
  if (!verify(null, signedData(message), keyObject(key, read.rawKey), read.signature))
    return {
      valid: false,
      foreign: null,
      why: 'it was made over something else, or not by the key that it names'
    }
  return allowed.has(key)
    ? { valid: true, key }
    : { valid: false, foreign: key, why: `the key ${key} is no signer` }
}

/**
 * A public key as settings name it (`ssh-ed25519 AAAA… apply-2026`), without its comment; null if it isn't an Ed25519 key
 * in exactly that form.
 */
export function readPublicKey(line: string): string | null {
  const match = /^ssh-ed25519 ([A-Za-z0-9+/]+={0,2})(?: .*)?$/u.exec(line)
  const blob = match ? fromBase64(match[1] ?? '') : null
  const rawKey = blob && readKeyBlob(blob)
  return rawKey ? writePublicKey(rawKey) : null
}

/** 32 bytes as `ssh-ed25519 AAAA…`. */
export function writePublicKey(rawKey: Uint8Array): string {
  return `${KEY_TYPE} ${toBase64(publicKeyBlob(rawKey))}`
}

interface Read {
  readonly rawKey: Uint8Array
  readonly signature: Uint8Array
}

/** Reads the armor and the fields in it; a string says what is wrong. */
function readSignature(armored: string): Read | string {
  const lines = armored.replace(/\n$/u, '').split('\n')
  if (lines.length < 3 || lines[0] !== BEGIN || lines.at(-1) !== END) return 'it is no SSH signature'
  const body = lines.slice(1, -1)
  const blob = isWrapped(body) ? fromBase64(body.join('')) : null
  if (!blob) return 'its armor is damaged'
  const fields = new Fields(blob)
  if (fields.ascii(MAGIC.length) !== MAGIC) return 'it is no SSH signature'
  if (fields.uint32() !== VERSION) return 'its version is unknown'
  const rawKey = readKeyBlob(fields.field())
  const namespace = fields.text()
  const reserved = fields.field()
  const hash = fields.text()
  const inner = fields.field()
  if (!rawKey) return 'its key is no Ed25519 key'
  if (namespace !== NAMESPACE) return 'its namespace is not "git"'
  if (reserved?.length !== 0) return 'its reserved field is not empty'
  if (hash !== HASH) return 'its hash is not SHA-512'
  const signature = inner && readInner(inner)
  if (!signature || !fields.atEnd) return 'it is damaged'
  return { rawKey, signature }
}

/** Lines of one length, and a last one that is no longer. */
function isWrapped(lines: readonly string[]): boolean {
  const width = lines[0]?.length ?? 0
  const last = lines.at(-1)?.length ?? 0
  return last > 0 && last <= width && lines.slice(0, -1).every(({ length }) => length === width)
}

function readInner(bytes: Uint8Array): Uint8Array | null {
  const fields = new Fields(bytes)
  const type = fields.text()
  const signature = fields.field()
  return type === KEY_TYPE && signature?.length === SIGNATURE_BYTES && fields.atEnd ? signature : null
}

function readKeyBlob(bytes: Uint8Array | null): Uint8Array | null {
  if (!bytes) return null
  const fields = new Fields(bytes)
  const type = fields.text()
  const key = fields.field()
  return type === KEY_TYPE && key?.length === KEY_BYTES && fields.atEnd ? key : null
}

/** What is really signed: the message only by its hash. */
function signedData(message: Uint8Array): Uint8Array {
  const digest = createHash(HASH).update(message).digest()
  return join(bytesOf(MAGIC), field(NAMESPACE), field(''), field(HASH), field(digest))
}

function publicKeyBlob(rawKey: Uint8Array): Uint8Array {
  return join(field(KEY_TYPE), field(rawKey))
}

const keyObjects = new Map<string, KeyObject>()

/** Making a key object costs as much as a check; a branch has few signers. */
function keyObject(key: string, rawKey: Uint8Array): KeyObject {
  let known = keyObjects.get(key)
  if (!known) {
    known = createPublicKey({
      key: {
        kty: 'OKP',
        crv: 'Ed25519',
        x: toBase64(rawKey).replaceAll('+', '-').replaceAll('/', '_').replace('=', '')
      },
      format: 'jwk'
    })
    if (keyObjects.size < 100) keyObjects.set(key, known)
  }
  return known
}

function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}

function field(content: string | Uint8Array): Uint8Array {
  const bytes = typeof content === 'string' ? bytesOf(content) : content
  return join(uint32(bytes.length), bytes)
}

/** Reads length-prefixed fields one after the other; null once there is not enough left. */
class Fields {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get atEnd(): boolean {
    return this.#at === this.#bytes.length
  }

  #take(length: number): Uint8Array | null {
    if (this.#at + length > this.#bytes.length) return null
    this.#at += length
    return this.#bytes.subarray(this.#at - length, this.#at)
  }

  uint32(): number | null {
    const bytes = this.#take(4)
    return bytes && new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)
  }

  field(): Uint8Array | null {
    const length = this.uint32()
    return length === null ? null : this.#take(length)
  }

  text(): string | null {
    const bytes = this.field()
    return bytes && latin1(bytes)
  }

  /** So many bytes without a length before them. */
  ascii(length: number): string | null {
    const bytes = this.#take(length)
    return bytes && latin1(bytes)
  }
}
