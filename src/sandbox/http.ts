import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

/** One request, read whole. */
export interface HttpRequest {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  /** The body as text. */
  readonly body: string
  readonly bytes: Buffer
}

/** One answer; null: the connection dies without one. */
export interface HttpReply {
  readonly status: number
  readonly type: string
  readonly body: string | Buffer
  readonly headers?: Readonly<Record<string, string>>
}

/** A listening server on 127.0.0.1. */
export interface Listening {
  readonly url: string
  close(): Promise<void>
}

/** Pushes are the largest. */
const MOST = 512 * 1024 * 1024

class ReadRequest implements HttpRequest {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly bytes: Buffer

  constructor(message: IncomingMessage, bytes: Buffer) {
    this.method = message.method ?? 'GET'
    this.url = message.url ?? '/'
    this.headers = message.headers
    this.bytes = bytes
  }

  get body(): string {
    return this.bytes.toString('utf8')
  }
}

type Handle = (request: HttpRequest) => HttpReply | null | Promise<HttpReply | null>

/** Listens on 127.0.0.1, on a port chosen by the system if 0. `date` gives the `Date` header of every answer. */
export async function listen(port: number, date: () => Date, handle: Handle): Promise<Listening> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      size += chunk.length
      if (size > MOST) request.destroy()
    })
    request.on('end', () => {
      void settle(handle, new ReadRequest(request, Buffer.concat(chunks))).then((reply) =>
        answer(response, date(), reply)
      )
    })
  })
  // Whoever calls may be this very process, and busy for long: its connection mustn't be gone when it comes back to it.
  server.keepAliveTimeout = 0
  await bind(server, port)
  const address = server.address()
  const bound = typeof address === 'object' && address !== null ? address.port : port
  return { url: `http://127.0.0.1:${bound}`, close: () => stop(server) }
}

// A bug of the sandbox is told to whoever called, and doesn't take the server down.
async function settle(handle: Handle, request: HttpRequest): Promise<HttpReply | null> {
  try {
    return await handle(request)
  } catch (error) {
    return {
      status: 500,
      type: 'text/plain',
      body: `A bug of the sandbox: ${error instanceof Error ? error.stack : String(error)}`
    }
  }
}

function answer(response: ServerResponse, date: Date, reply: HttpReply | null): void {
  if (reply === null) {
    response.socket?.destroy()
    return
  }
  response.sendDate = false
  const type = reply.type === '' ? {} : { 'content-type': reply.type }
  response.writeHead(reply.status, { ...type, date: date.toUTCString(), ...reply.headers })
  response.end(reply.body)
}

function bind(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => {
      if (error) reject(error)
      else resolve()
    })
    server.closeAllConnections()
  })
}
