import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'

/** What installs the Python side of the contract tests. */
export const INSTALL = "pip install 'moto[server]==5.2.5' boto3==1.44.5"

/** Whether Python can import these modules. */
export function pythonHas(...modules: readonly string[]): boolean {
  const found = spawnSync('python3', ['-c', modules.map((name) => `import ${name}`).join('\n')], {
    stdio: 'ignore'
  })
  return found.status === 0
}

/** A running moto server. */
export interface Moto {
  readonly url: string
  /** Forgets everything. */
  reset(): Promise<void>
  stop(): Promise<void>
}

/** Starts moto on a port that was free a moment ago and waits until it answers. */
export async function startMoto(): Promise<Moto> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn('python3', ['-m', 'moto.server', '-H', '127.0.0.1', '-p', String(port)], {
    stdio: ['ignore', 'ignore', 'pipe']
  })
  try {
    await listening(child, port)
  } catch (error) {
    child.kill()
    throw error
  }
  return {
    url,
    reset: async () => {
      await fetch(`${url}/moto-api/reset`, { method: 'POST' })
    },
    stop: () =>
      new Promise((done) => {
        child.once('exit', () => done())
        child.kill()
      })
  }
}

// Werkzeug tells on stderr when it listens: no polling, no sleep.
function listening(child: ChildProcess, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let told = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      told += chunk.toString()
      if (told.includes(`Running on http://127.0.0.1:${port}`)) resolve()
    })
    child.once('error', reject)
    child.once('exit', () => reject(new Error(`moto did not start: ${told}`)))
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port)
        else reject(new Error('no free port'))
      })
    })
  })
}
