import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A number from 0 up to 1, the same sequence for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A door in front of a server: everything passes, but after a random number of turns of the event loop. */
export class Door {
  readonly #server: Server
  readonly #target: URL

  private constructor(target: string, random: () => number) {
    this.#target = new URL(target)
    this.#server = createServer((from, to) => {
      wait(Math.floor(random() * 60), () => this.#pass(from, to))
    })
  }

  static async open(target: string, random: () => number): Promise<Door> {
    const door = new Door(target, random)
    await new Promise<void>((resolve) => door.#server.listen(0, '127.0.0.1', resolve))
    return door
  }

  /** The target's URL through this door. */
  get url(): string {
    const { port } = this.#server.address() as AddressInfo
    return `http://127.0.0.1:${port}${this.#target.pathname.replace(/\/$/u, '')}`
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #pass(from: IncomingMessage, to: ServerResponse): void {
    const { hostname, port } = this.#target
    const { method, url, headers } = from
    // Headers stay as they are: the host is signed.
    const onward = request({ hostname, port, method, path: url, headers }, (answer) => {
      to.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(to)
    })
    onward.on('error', () => to.destroy())
    from.pipe(onward)
  }
}

function wait(turns: number, then: () => void): void {
  if (turns === 0) then()
  else setImmediate(() => wait(turns - 1, then))
}
