import { createHash } from 'node:crypto'
import type { Form } from '../../src/approval/facts.ts'

/** A tree as files: path → form. */
export type FileTree = ReadonlyMap<string, Form>

/** git's object store in memory: as much of git as an evidence branch needs, and every byte of it can be reached. */
export class Objects {
  readonly #objects = new Map<string, { readonly type: string; readonly bytes: Uint8Array }>()

  /** Stores an object and returns its id. */
  put(type: 'blob' | 'tree' | 'commit', bytes: Uint8Array): string {
    const id = createHash('sha1').update(`${type} ${bytes.byteLength}\0`).update(bytes).digest('hex')
    this.#objects.set(id, { type, bytes })
    return id
  }

  text(content: string): string {
    return this.put('blob', Buffer.from(content))
  }

  get(id: string): Uint8Array {
    const found = this.#objects.get(id)
    if (!found) throw new Error(`no object ${id}`)
    return found.bytes
  }

  has(id: string): boolean {
    return this.#objects.has(id)
  }

  /** All ids, with their types. */
  *all(): Generator<readonly [id: string, type: string]> {
    for (const [id, { type }] of this.#objects) yield [id, type]
  }

  /** Stores the trees of these files and returns the id of the outermost. */
  tree(files: FileTree): string {
    const children = new Map<string, Map<string, Form>>()
    const entries: { name: string; mode: string; id: string; key: string }[] = []
    for (const [path, { mode, blob }] of files) {
      const slash = path.indexOf('/')
      if (slash === -1) entries.push({ name: path, mode, id: blob, key: path })
      else {
        const folder = path.slice(0, slash)
        const inside = children.get(folder) ?? new Map<string, Form>()
        children.set(folder, inside.set(path.slice(slash + 1), { mode, blob }))
      }
    }
    for (const [name, inside] of children)
      // git sorts a folder as if its name ended in a slash.
      entries.push({ name, mode: '40000', id: this.tree(inside), key: `${name}/` })
    entries.sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)))
    return this.put(
      'tree',
      Buffer.concat(
        entries.map(({ name, mode, id }) =>
          Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')])
        )
      )
    )
  }

  /** All files of a tree. Throws if one of its objects isn't here. */
  files(tree: string, prefix = ''): Map<string, Form> {
    const bytes = Buffer.from(this.get(tree))
    const found = new Map<string, Form>()
    for (let at = 0; at < bytes.length;) {
      const end = bytes.indexOf(0, at)
      const [mode = '', name = ''] = bytes.toString('utf8', at, end).split(' ')
      const id = bytes.toString('hex', end + 1, end + 21)
      if (mode === '40000')
        for (const [path, form] of this.files(id, `${prefix}${name}/`)) found.set(path, form)
      else found.set(`${prefix}${name}`, { mode, blob: id })
      at = end + 21
    }
    return found
  }
}
