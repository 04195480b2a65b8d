import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

/** One request, read whole. */
export interface HttpRequest {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** One answer; null: the connection dies without one. */
export interface HttpReply {
  readonly status: number
  readonly type: string
  readonly body: string
  readonly headers?: Readonly<Record<string, string>>
}

/** A listening server on 127.0.0.1. */
export interface Listening {
  readonly url: string
  close(): Promise<void>
}

const MOST = 4 * 1024 * 1024

/** Listens on 127.0.0.1, on a port chosen by the system if 0. `date` gives the `Date` header of every answer. */
export async function listen(
  port: number,
  date: () => Date,
  handle: (request: HttpRequest) => HttpReply | null
): Promise<Listening> {
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => {
      body += chunk
      if (body.length > MOST) request.destroy()
    })
    request.on('end', () => {
      const { headers, method = 'GET', url = '/' } = request
      answer(response, date(), settle(handle, { method, url, headers, body }))
    })
  })
  await bind(server, port)
  const address = server.address()
  const bound = typeof address === 'object' && address !== null ? address.port : port
  return { url: `http://127.0.0.1:${bound}`, close: () => stop(server) }
}

// A bug of the sandbox is told to whoever called, and doesn't take the server down.
function settle(handle: (request: HttpRequest) => HttpReply | null, request: HttpRequest): HttpReply | null {
  try {
    return handle(request)
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
  response.writeHead(reply.status, { 'content-type': reply.type, date: date.toUTCString(), ...reply.headers })
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
