import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/**
 * One finished run of a whole process: seconds of wall clock, seconds of processor time (its own, and of what it started),
 * bytes of its largest resident size.
 */
export interface Run {
  readonly seconds: number
  readonly own: number
  readonly others: number
  readonly bytes: number
  readonly status: number | null
  readonly output: string
}

const PROBE = fileURLToPath(new URL('probe.mjs', import.meta.url))

/** Runs `node` with these arguments once; its peak memory is what the process itself reports when it ends. */
export function runNode(
  args: readonly string[],
  cwd: string,
  environment: Record<string, string> = {}
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const began = process.hrtime.bigint()
    const child = spawn(process.execPath, ['--import', PROBE, ...args], {
      cwd,
      env: { ...process.env, NO_COLOR: '1', ...environment },
      stdio: ['ignore', 'pipe', 'inherit', 'pipe']
    })
    let output = ''
    let peak = ''
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => (output += chunk))
    child.stdio[3]?.on('data', (chunk: Buffer) => (peak += chunk.toString('utf8')))
    child.on('error', reject)
    child.on('close', (status) => {
      const seconds = Number(process.hrtime.bigint() - began) / 1e9
      const [kibibytes = '', own = '', others = ''] = peak.split(' ')
      const bytes = Number(kibibytes) * 1024
      resolve({ seconds, own: Number(own), others: Number(others), bytes, status, output })
    })
  })
}

/** The middle one by time of several runs, one warm-up before them not counted; the largest peak of all. */
export async function median(times: number, run: () => Promise<Run>): Promise<Run> {
  await run()
  const runs: Run[] = []
  for (let i = 0; i < times; i++) runs.push(await run())
  runs.sort((a, b) => a.seconds - b.seconds)
  const middle = runs[Math.floor(times / 2)]
  if (!middle) throw new Error('median of no runs')
  return { ...middle, bytes: Math.max(...runs.map((r) => r.bytes)) }
}

/** Several commands in turn (A B A B …), so that a machine whose speed drifts slows all of them; each one's median. */
export async function inTurn(times: number, runs: readonly (() => Promise<Run>)[]): Promise<Run[]> {
  const results: Run[][] = runs.map(() => [])
  for (let round = 0; round <= times; round++) {
    for (const [index, run] of runs.entries()) {
      const result = await run()
      if (round > 0) results[index]?.push(result)
    }
  }
  return results.map((list) => {
    list.sort((a, b) => a.seconds - b.seconds)
    const middle = list[Math.floor(list.length / 2)]
    if (!middle) throw new Error('no runs')
    return { ...middle, bytes: Math.max(...list.map((r) => r.bytes)) }
  })
}
