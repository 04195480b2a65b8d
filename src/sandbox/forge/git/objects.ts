import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync, inflateSync } from 'node:zlib'
import { keepIn } from '../../../book/bounded.ts'
import { gitEnv } from './environment.ts'

export type ObjectType = 'commit' | 'tree' | 'blob' | 'tag'

/** One object as git keeps it. */
export interface GitObject {
  readonly type: ObjectType
  readonly bytes: Buffer
}

const TYPES: ReadonlySet<string> = new Set(['commit', 'tree', 'blob', 'tag'])
const CACHED = 4096
/** Larger objects aren't kept in memory. */
const LARGE = 256 * 1024

/**
 * Reads and writes objects of a bare repository in this process: an answer of the API takes no child process where loose
 * objects are enough, and pushes are unpacked into loose ones. Packs are left to git.
 */
export class Objects {
  readonly #dir: string
  readonly #cache = new Map<string, GitObject>()
  /** Folders of objects that are there. */
  readonly #folders = new Set<string>()

  constructor(dir: string) {
    this.#dir = dir
  }

  /** Null: there is no such object. */
  read(id: string): GitObject | null {
    return this.#read(id, () => this.#readPacked(id))
  }

  /** The same for what takes no process to read; null for everything else. */
  loose(id: string): GitObject | null {
    return this.#read(id, () => null)
  }

  #read(id: string, otherwise: () => GitObject | null): GitObject | null {
    if (!/^[0-9a-f]{40}$/u.test(id)) return null
    const known = this.#cache.get(id)
    if (known) return known
    const found = this.#readLoose(id) ?? otherwise()
    if (found) this.#remember(id, found)
    return found
  }

  #remember(id: string, object: GitObject): void {
    if (object.bytes.length < LARGE) keepIn(this.#cache, CACHED, id, object)
  }

  /** Writes an object and gives its id. */
  write(type: ObjectType, bytes: Buffer): string {
    const whole = Buffer.concat([Buffer.from(`${type} ${bytes.length}\0`), bytes])
    const id = createHash('sha1').update(whole).digest('hex')
    if (this.#cache.has(id)) return id
    const path = this.#path(id)
    if (existsSync(path)) return id
    this.#makeFolder(id.slice(0, 2))
    const draft = `${path}.${randomBytes(6).toString('hex')}`
    writeFileSync(draft, deflateSync(whole, { level: 1 }), { mode: 0o444 })
    renameSync(draft, path)
    this.#remember(id, { type, bytes })
    return id
  }

  #makeFolder(name: string): void {
    if (this.#folders.has(name)) return
    mkdirSync(join(this.#dir, 'objects', name), { recursive: true })
    this.#folders.add(name)
  }

  #path(id: string): string {
    return join(this.#dir, 'objects', id.slice(0, 2), id.slice(2))
  }

  #readLoose(id: string): GitObject | null {
    const path = this.#path(id)
    if (!existsSync(path)) return null
    const whole = inflateSync(readFileSync(path))
    const end = whole.indexOf(0)
    const type = whole.toString('latin1', 0, whole.indexOf(0x20))
    return isType(type) ? { type, bytes: whole.subarray(end + 1) } : null
  }

  #readPacked(id: string): GitObject | null {
    const answer = spawnSync('git', ['--git-dir', this.#dir, 'cat-file', '--batch'], {
      input: `${id}\n`,
      env: gitEnv(),
      maxBuffer: 1 << 30
    })
    const end = answer.stdout.indexOf(0x0a)
    const [, type = '', size = ''] = answer.stdout.toString('latin1', 0, Math.max(0, end)).split(' ')
    if (!isType(type)) return null
    return { type, bytes: answer.stdout.subarray(end + 1, end + 1 + Number(size)) }
  }
}

function isType(type: string): type is ObjectType {
  return TYPES.has(type)
}
