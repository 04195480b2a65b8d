import type { FileDifference } from './diff.ts'
import type { Objects } from './objects.ts'
import { changesBetween, type TreeFile } from './trees.ts'

/** git takes a file for text unless there is a NUL in so many of its first bytes (gitattributes(5), "diff"). */
const LOOKED_AT = 8000

/**
 * What `diff-tree` says of two trees (null: an empty one) where files only came, or only went: nothing can have been renamed
 * then, and every line of a patch is one of a file. Null: only git can tell.
 */
export function plainDiff(
  objects: Objects,
  before: string | null,
  after: string | null
): readonly FileDifference[] | null {
  const [there, back] = [changesBetween(objects, before, after), changesBetween(objects, after, before)]
  const came = [...there].flatMap(([path, file]) => (file ? [{ path, file }] : []))
  const went = [...back].flatMap(([path, file]) => (file ? [{ path, file }] : []))
  if (came.length > 0 && went.length > 0) return null
  const found: FileDifference[] = []
  for (const { path, file } of [...came, ...went].toSorted(byBytes)) {
    const one = whole(objects, file, came.length > 0 ? '+' : '-')
    if (!one) return null
    found.push({ path, ...one })
  }
  return found
}

/** A file of which every line came (`+`), or went (`-`); null if it is none that we know. */
function whole(
  objects: Objects,
  { id, mode }: TreeFile,
  sign: '+' | '-'
): Omit<FileDifference, 'path'> | null {
  const object = objects.read(id)
  if (object?.type !== 'blob' || !/^100(?:644|755)$/u.test(mode)) return null
  const { bytes } = object
  const isText = !bytes.subarray(0, LOOKED_AT).includes(0)
  const lines = isText && bytes.length > 0 ? bytes.toString('utf8').split('\n') : []
  const isEnded = lines.at(-1) === ''
  if (isEnded) lines.pop()
  const count = lines.length === 1 ? '1' : `1,${lines.length}`
  const head = sign === '+' ? `@@ -0,0 +${count} @@` : `@@ -${count} +0,0 @@`
  const patch = [head, ...lines.map((line) => `${sign}${line}`)].join('\n')
  return {
    previous: null,
    status: sign === '+' ? 'added' : 'removed',
    mode,
    blob: id,
    additions: sign === '+' ? lines.length : 0,
    deletions: sign === '+' ? 0 : lines.length,
    patch: lines.length === 0 ? null : `${patch}${isEnded ? '' : '\n\\ No newline at end of file'}`
  }
}

function byBytes(a: { readonly path: string }, b: { readonly path: string }): number {
  return Buffer.compare(Buffer.from(a.path), Buffer.from(b.path))
}
