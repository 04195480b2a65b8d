import { hash } from 'node:crypto'

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

/** Reads a commit object strictly; null if it has any other form. */
export function readCommitObject(bytes: Uint8Array): CommitObject | null {
  const object = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = object.indexOf('\n\n')
  if (end === -1 || end > LONGEST_HEAD) return null
  const head = object.toString('latin1', 0, end + 2)
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
    payload: Buffer.concat([object.subarray(0, start), object.subarray(head.length - 1)]),
    message: object.toString('utf8', head.length)
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
  return Buffer.from(`tree ${tree}\n${parents}author ${stamp}\ncommitter ${stamp}\n\n${message}`)
}

/** Puts an armored signature into a commit that has none. */
export function signCommitObject(commit: Uint8Array, signature: string): Uint8Array {
  const object = Buffer.from(commit.buffer, commit.byteOffset, commit.byteLength)
  const end = object.indexOf('\n\n') + 1
  const folded = signature.replace(/\n$/u, '').replaceAll('\n', '\n ')
  return Buffer.concat([object.subarray(0, end), Buffer.from(`gpgsig ${folded}\n`), object.subarray(end)])
}

/** git's id of an object with this content, by the hash that `like` (another id of the same repository) was made with. */
export function objectId(type: 'commit' | 'blob', content: Uint8Array, like: string): string {
  const whole = Buffer.concat([Buffer.from(`${type} ${content.byteLength}\0`), content])
  return hash(like.length === 64 ? 'sha256' : 'sha1', whole)
}
