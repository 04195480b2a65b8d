import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { Repository } from '../state-repository.ts'

/** The refs of a bare git directory. */
export class Refs {
  readonly #dir: string

  constructor(dir: string) {
    this.#dir = dir
  }

  /** Moves, makes or removes (null) a ref, in the state and in the directory. */
  set(repository: Repository, ref: string, to: string | null): void {
    const path = join(this.#dir, ref)
    if (to === null) {
      repository.refs.delete(ref)
      rmSync(path, { force: true })
      if (this.#packed().has(ref)) this.write(repository.refs)
      return
    }
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, `${to}\n`)
    repository.refs.set(ref, to)
  }

  /** Where a ref stands in the directory, after git has been at work there; null: there is none. */
  at(ref: string): string | null {
    const path = join(this.#dir, ref)
    if (existsSync(path)) return readFileSync(path, 'latin1').trim()
    return this.#packed().get(ref) ?? null
  }

  /** All refs as they stand in the directory. */
  all(): Map<string, string> {
    const found = this.#packed()
    const root = join(this.#dir, 'refs')
    for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
      // A lock belongs to a git that is at work; its ref stands where it stood.
      if (!entry.isFile() || entry.name.endsWith('.lock')) continue
      const ref = relative(this.#dir, join(entry.parentPath, entry.name))
      const id = this.at(ref)
      if (id !== null) found.set(ref, id)
    }
    return found
  }

  /** The branch that HEAD names in the directory. */
  head(): string {
    return readFileSync(join(this.#dir, 'HEAD'), 'utf8')
      .trim()
      .replace(/^ref: /u, '')
  }

  /** Makes the directory's refs exactly these. */
  write(refs: ReadonlyMap<string, string>): void {
    rmSync(join(this.#dir, 'refs'), { recursive: true, force: true })
    mkdirSync(join(this.#dir, 'refs', 'heads'), { recursive: true })
    mkdirSync(join(this.#dir, 'refs', 'tags'), { recursive: true })
    const sorted = [...refs].toSorted(([a], [b]) => (a < b ? -1 : 1))
    const written = sorted.map(([ref, id]) => `${id} ${ref}\n`).join('')
    writeFileSync(join(this.#dir, 'packed-refs'), `# pack-refs with: sorted \n${written}`)
  }

  #packed(): Map<string, string> {
    const path = join(this.#dir, 'packed-refs')
    if (!existsSync(path)) return new Map()
    const found = readFileSync(path, 'utf8').matchAll(/^([0-9a-f]{40}) (.+)$/gmu)
    return new Map([...found].map(([, id = '', ref = '']) => [ref, id]))
  }
}
