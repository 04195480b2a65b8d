import childProcess, { type ChildProcess, type SpawnOptions } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { syncBuiltinESMExports } from 'node:module'
import type { Socket } from 'node:net'
import { PassThrough, Writable } from 'node:stream'

// To start a process, the system copies the page tables of whoever starts it. A test's own process is large, which makes
// every git that it starts slow. A small process starts them instead, and passes on what they read and write.

/** What runs in the small process. Frames: length of the rest, number of the child, kind, content. */
const HELPER = String.raw`
const { spawn } = require('node:child_process')
const children = new Map()
const tell = (id, kind, content) => {
  const head = Buffer.alloc(9)
  head.writeUInt32BE(5 + content.length, 0); head.writeUInt32BE(id, 4); head[8] = kind
  process.stdout.write(Buffer.concat([head, content]))
}
const take = (id, kind, content) => {
  if (kind === 1) {
    const { command, args, options } = JSON.parse(content)
    const child = spawn(command, args, options)
    children.set(id, child)
    child.stdout?.on('data', (chunk) => tell(id, 2, chunk))
    child.stderr?.on('data', (chunk) => tell(id, 3, chunk))
    child.stdin?.on('error', () => {})
    child.on('error', (error) => tell(id, 5, Buffer.from(JSON.stringify({ message: error.message, code: error.code }))))
    child.on('close', (code, signal) => { children.delete(id); tell(id, 4, Buffer.from(JSON.stringify({ code, signal }))) })
  } else if (kind === 2) children.get(id)?.stdin?.write(content)
  else if (kind === 3) children.get(id)?.stdin?.end()
  else if (kind === 4) children.get(id)?.kill(content.toString())
}
let rest = Buffer.alloc(0)
process.stdin.on('data', (chunk) => {
  rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
  while (rest.length >= 4 && rest.length >= 4 + rest.readUInt32BE(0)) {
    const end = 4 + rest.readUInt32BE(0)
    take(rest.readUInt32BE(4), rest[8], rest.subarray(9, end))
    rest = rest.subarray(end)
  }
})
process.stdin.on('end', () => { for (const child of children.values()) child.kill(); process.exit(0) })
`

const STDIN = 2
const STDIN_END = 3
const KILL = 4

/** A process of the small process, as far as our code looks at one. */
class Remote extends EventEmitter {
  readonly stdin: Writable | null
  readonly stdout = new PassThrough()
  readonly stderr = new PassThrough()
  readonly #send: (kind: number, content: Uint8Array) => void

  constructor(hasInput: boolean, send: (kind: number, content: Uint8Array) => void) {
    super()
    this.#send = send
    this.stdin = hasInput
      ? new Writable({
          write: (chunk: Buffer, _encoding, done) => {
            send(STDIN, chunk)
            done()
          },
          final: (done) => {
            send(STDIN_END, Buffer.alloc(0))
            done()
          }
        })
      : null
  }

  kill(signal = 'SIGTERM'): boolean {
    this.#send(KILL, Buffer.from(signal))
    return true
  }

  ref(): void {}
  unref(): void {}

  take(kind: number, content: Buffer): void {
    if (kind === 2) this.stdout.write(content)
    else if (kind === 3) this.stderr.write(content)
    else if (kind === 4) {
      const { code, signal } = JSON.parse(content.toString('utf8')) as {
        code: number | null
        signal: string | null
      }
      this.stdout.end()
      this.stderr.end()
      setImmediate(() => this.emit('close', code, signal))
    } else {
      const { message, code } = JSON.parse(content.toString('utf8')) as { message: string; code: string }
      this.emit('error', Object.assign(new Error(message), { code }))
    }
  }
}

/** The small process, and what it started. It ends with ours. */
class Spawner {
  readonly #helper = childProcess.spawn(process.execPath, ['-e', HELPER], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {}
  })
  readonly #children = new Map<number, Remote>()
  #last = 0
  #rest: Buffer = Buffer.alloc(0)

  constructor() {
    this.#helper.stdout.on('data', (chunk: Buffer) => this.#read(chunk))
    this.#helper.unref()
    for (const stream of [this.#helper.stdin, this.#helper.stdout]) (stream as Socket).unref()
  }

  start(command: string, args: readonly string[], options: SpawnOptions): Remote {
    const id = ++this.#last
    const { cwd, env, stdio } = options
    const child = new Remote(Array.isArray(stdio) && stdio[0] === 'pipe', (kind, content) =>
      this.#send(id, kind, content)
    )
    this.#children.set(id, child)
    this.#send(id, 1, Buffer.from(JSON.stringify({ command, args, options: { cwd, env, stdio } })))
    return child
  }

  #send(id: number, kind: number, content: Uint8Array): void {
    const head = Buffer.alloc(9)
    head.writeUInt32BE(5 + content.length, 0)
    head.writeUInt32BE(id, 4)
    head[8] = kind
    if (!this.#helper.stdin.writableEnded) this.#helper.stdin.write(Buffer.concat([head, content]))
  }

  #read(chunk: Buffer): void {
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
    while (this.#rest.length >= 4 && this.#rest.length >= 4 + this.#rest.readUInt32BE(0)) {
      const end = 4 + this.#rest.readUInt32BE(0)
      const id = this.#rest.readUInt32BE(4)
      const kind = this.#rest[8] ?? 0
      this.#children.get(id)?.take(kind, this.#rest.subarray(9, end))
      if (kind === 4 || kind === 5) this.#children.delete(id)
      this.#rest = this.#rest.subarray(end)
    }
  }
}

const INSTALLED = Symbol.for('grantbook.spawner')

/** Has every git that this process would start without waiting for it started by a small one. Once is enough. */
export function startGitElsewhere(): void {
  const known = globalThis as { [INSTALLED]?: true }
  if (known[INSTALLED]) return
  known[INSTALLED] = true
  const spawner = new Spawner()
  const real = childProcess.spawn
  const spawn = (command: string, args: readonly string[], options: SpawnOptions): ChildProcess =>
    command === 'git' && Array.isArray(options.stdio)
      ? (spawner.start(command, args, options) as unknown as ChildProcess)
      : real(command, args, options)
  Object.assign(childProcess, { spawn })
  syncBuiltinESMExports()
}
