import type { Objects } from '../../src/sandbox/forge/git/objects.ts'
import { parseCommit, parseTree } from '../../src/sandbox/forge/git/parse.ts'
import { changesBetween, withFiles, type Changes } from '../../src/sandbox/forge/git/trees.ts'
import type { Patch } from './forge-scene.ts'

/** A commit of another repository, of which a tree holds no more than the id. */
const MODULE = '160000'

/**
 * Brings an object with all that it rests on from one repository to another, as fetching and pushing do, but without a
 * process. What is there already, has all that it rests on there too.
 */
export function carry(id: string, from: Objects, to: Objects): void {
  if (to.loose(id)) return
  const object = from.read(id)
  if (!object) throw new Error(`there is no object ${id} to bring`)
  for (const below of restsOn(object)) carry(below, from, to)
  to.write(object.type, object.bytes)
}

function restsOn({ type, bytes }: NonNullable<ReturnType<Objects['read']>>): readonly string[] {
  if (type === 'tree')
    return parseTree(bytes)
      .filter(({ mode }) => mode !== MODULE)
      .map(({ id }) => id)
  if (type !== 'commit') return []
  const { parents, tree } = parseCommit(bytes)
  return [tree, ...parents]
}

/** Texts by path as a tree takes them; `write` gives a blob's id. */
export function blobsOf(files: Patch, write: (bytes: Buffer) => string): Changes {
  return new Map(
    Object.entries(files).map(([path, text]) => [
      path,
      text === null ? null : { mode: '100644', id: write(Buffer.from(text)) }
    ])
  )
}

/** A tree (null: an empty one) with some files put or taken away (null); what it doesn't hold can't be taken away. */
export function treeWith(objects: Objects, tree: string | null, files: Patch): string {
  const placed = blobsOf(files, (bytes) => objects.write('blob', bytes))
  const after = withFiles(objects, tree, placed)
  const changed = changesBetween(objects, tree, after)
  for (const [path, file] of placed)
    if (file === null && !changed.has(path)) throw new Error(`there is no file ${path} to take away`)
  return after
}
