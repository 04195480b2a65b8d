import { setTimeout as wait } from 'node:timers/promises'
import type { Io } from './command.ts'

/** The real outside world, and how to leave it. */
export interface ProcessIo {
  readonly io: Io
  /** Exit status that a signal asks for (130, 143); null if none came. */
  readonly interrupted: () => 130 | 143 | null
  readonly close: () => void
}

const STATUS = { SIGINT: 130, SIGTERM: 143 } as const

/**
 * Binds {@link Io} to this process. The first SIGINT or SIGTERM asks the command to stop between two writes;
 * the second ends the process as if nobody had listened. A reader that went away (EPIPE) is no error.
 */
export function processIo(): ProcessIo {
  const controller = new AbortController()
  let interrupted: 130 | 143 | null = null
  const onSignal = (signal: 'SIGINT' | 'SIGTERM'): void => {
    if (interrupted !== null) {
      close()
      process.kill(process.pid, signal)
      return
    }
    interrupted = STATUS[signal]
    controller.abort(new Error(`Stopped by ${signal}`))
  }
  const close = (): void => {
    process.off('SIGINT', onSignal)
    process.off('SIGTERM', onSignal)
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  return { io: bind(controller.signal), interrupted: () => interrupted, close }
}

function bind(signal: AbortSignal): Io {
  return {
    out: writer(process.stdout),
    err: writer(process.stderr),
    stdin: readAll,
    terminal: {
      out: process.stdout.isTTY,
      err: process.stderr.isTTY,
      columns: process.stdout.columns ?? 80
    },
    cwd: process.cwd(),
    environment: process.env,
    clock: () => Math.floor(Date.now() / 1000) * 1000,
    sleep: (ms) => wait(ms, undefined, { signal }),
    random: Math.random,
    signal
  }
}

function writer(stream: NodeJS.WriteStream): (text: string) => void {
  let open = true
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    open = false
  })
  return (text) => {
    if (open) stream.write(text)
  }
}

async function readAll(): Promise<string> {
  let whole = ''
  process.stdin.setEncoding('utf8')
  for await (const chunk of process.stdin) whole += String(chunk)
  return whole
}
