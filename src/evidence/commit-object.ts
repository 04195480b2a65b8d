import { createHash } from 'node:crypto'
import { bytesOf, endOfHead, join, latin1 } from './sshsig-bytes.ts'

/** A commit of the evidence branch, read from the bytes of its object. */
export interface CommitObject {
  readonly tree: string
  readonly parents: readonly string[]
  readonly author: string
  readonly committer: string
  /** Armored; null: it is unsigned. */
  readonly signature: string | null
  /** What is signed: the object without its `gpgsig` header. */
  readonly payload: Uint8Array
  readonly message: string
}

const ID = '([0-9a-f]{40}|[0-9a-f]{64})'
// Exactly the headers that we write and `git commit -S` does, once each and in git's order. Others (`encoding`,
// `mergetag`, a second `gpgsig`, `gpgsig-sha256`) could make two readers see two different commits.
const FORM = new RegExp(
  String.raw`^tree ${ID}\n((?:parent ${ID}\n)*)author ([^\n\0]+)\ncommitter ([^\n\0]+)\n(gpgsig [^\n\0]*\n(?: [^\n\0]*\n)*)?\n`,
  'u'
)
/** Headers of ours have less than one kilobyte. */
const LONGEST_HEAD = 64 * 1024
const DECODER = new TextDecoder()

/** Reads a commit object strictly; null if it has any other form. */
export function readCommitObject(bytes: Uint8Array): CommitObject | null {
  const end = endOfHead(bytes)
  if (end === -1 || end > LONGEST_HEAD) return null
  const head = latin1(bytes.subarray(0, end + 2))
  const match = FORM.exec(head)
  if (!match || match[0].length !== head.length) return null
  const [, tree = '', parents = '', , author = '', committer = '', signature] = match
  const signed = signature === undefined ? null : unfold(signature)
  const start = head.length - 1 - (signature?.length ?? 0)
  return {
    tree,
    parents: [...parents.matchAll(/parent (\S+)\n/gu)].map(([, id = '']) => id),
    author,
    committer,
    signature: signed,
    payload: join(bytes.subarray(0, start), bytes.subarray(head.length - 1)),
    message: DECODER.decode(bytes.subarray(head.length))
  }
}

/** The text of a folded header: its further lines begin with a blank. */
function unfold(header: string): string {
  return header.slice('gpgsig '.length).replaceAll('\n ', '\n')
}

/** The bytes of a commit before it is signed. `stamp` is `Name <address> seconds +0000`. */
export function writeCommitObject(
  tree: string,
  parent: string | null,
  stamp: string,
  message: string
): Uint8Array {
  const parents = parent === null ? '' : `parent ${parent}\n`
  return bytesOf(`tree ${tree}\n${parents}author ${stamp}\ncommitter ${stamp}\n\n${message}`)
}

/** Puts an armored signature into a commit that has none. */
export function signCommitObject(commit: Uint8Array, signature: string): Uint8Array {
  const end = endOfHead(commit) + 1
  const folded = signature.replace(/\n$/u, '').replaceAll('\n', '\n ')
  return join(commit.subarray(0, end), bytesOf(`gpgsig ${folded}\n`), commit.subarray(end))
}

/** git's id of an object with this content, by the hash that `like` (another id of the same repository) was made with. */
export function objectId(type: 'commit' | 'blob', content: Uint8Array, like: string): string {
  const algorithm = like.length === 64 ? 'sha256' : 'sha1'
  return createHash(algorithm).update(`${type} ${content.byteLength}\0`).update(content).digest('hex')
}
