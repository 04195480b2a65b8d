import type { Objects } from '../../src/sandbox/forge/git/objects.ts'
import { formatTree, parseCommit, parseTree, type TreeEntry } from '../../src/sandbox/forge/git/parse.ts'
import type { Patch } from './forge-scene.ts'

const FOLDER = '040000'
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

/** A tree (null: an empty one) with some files put or taken away (null); what it doesn't hold can't be taken away. */
export function treeWith(objects: Objects, tree: string | null, files: Patch): string {
  const entries = new Map(entriesOf(objects, tree).map((entry) => [entry.name, entry]))
  const below = new Map<string, Record<string, string | null>>()
  for (const [path, text] of Object.entries(files)) {
    const slash = path.indexOf('/')
    if (slash !== -1) {
      const folder = path.slice(0, slash)
      below.set(folder, { ...below.get(folder), [path.slice(slash + 1)]: text })
    } else if (text === null) {
      if (!entries.delete(path)) throw new Error(`there is no file ${path} to take away`)
    } else {
      entries.set(path, { mode: '100644', name: path, id: objects.write('blob', Buffer.from(text)) })
    }
  }
  for (const [name, inside] of below) {
    const old = entries.get(name)
    const id = treeWith(objects, old?.mode === FOLDER ? old.id : null, inside)
    if (entriesOf(objects, id).length === 0) entries.delete(name)
    else entries.set(name, { mode: FOLDER, name, id })
  }
  return objects.write('tree', formatTree([...entries.values()]))
}

function entriesOf(objects: Objects, tree: string | null): readonly TreeEntry[] {
  return tree === null ? [] : parseTree(objects.read(tree)?.bytes ?? Buffer.alloc(0))
}
