// Everything about this repository that can be judged without running it. One line for each step; exit 1 if any fails.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import pMap from 'p-map'
import { bundle } from './house/bundle.ts'
import { circles } from './house/circles.ts'
import { breaches } from './house/import-law.ts'
import { ROOT } from './house/root.ts'
import { sources } from './house/sources.ts'
import { staleIn } from './house/stale.ts'

interface Step {
  readonly name: string
  /** How a person mends it, or sees more. */
  readonly mend: string
  /** What is wrong, for people; empty = fine. */
  readonly run: () => Promise<string>
}

const STEPS: readonly Step[] = [
  { name: 'types', mend: 'npx tsc -p .', run: () => tool('tsc', '-p', '.') },
  { name: 'lint', mend: 'npx oxlint --fix', run: () => tool('oxlint', '--deny-warnings') },
  {
    name: 'dead code',
    mend: 'npx knip',
    run: () => tool('knip', '--no-progress', '--treat-config-hints-as-errors')
  },
  {
    name: 'dist',
    mend: 'npm run build',
    run: async () => (await staleIn(join(ROOT, 'dist'), await bundle())).join('\n')
  },
  {
    name: 'generated files',
    mend: 'npm run generate',
    run: () => tool('tsx', 'scripts/generate.ts', '--check')
  },
  { name: 'format', mend: 'npx oxfmt', run: () => tool('oxfmt', '--check') },
  { name: 'import law', mend: 'CONTRIBUTING.md says what may take from what', run: importLaw }
]

async function importLaw(): Promise<string> {
  const files = await sources('src')
  return [
    ...breaches(files).map(({ file, line, why }) => `${file}:${line} ${why}`),
    ...circles(files).map((loop) => `${loop.join(', ')} take from each other in a loop.`)
  ].join('\n')
}

/** Runs one of the installed tools; its output if it fails. */
function tool(name: string, ...args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(ROOT, 'node_modules/.bin', name), args, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe']
    })
    const output: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk))
    child.on('error', reject)
    child.on('close', (status) =>
      resolve(status === 0 ? '' : Buffer.concat(output).toString() || `${name} ended with ${status}`)
    )
  })
}

/** The step's problem, empty if it is fine; a step that could not run at all is a problem too. */
async function judge({ name, mend, run }: Step): Promise<string> {
  const problem = await run().catch((error: unknown) =>
    error instanceof Error ? error.message : String(error)
  )
  console.log(problem === '' ? `ok    ${name}` : `FAIL  ${name}  (${mend})\n${problem.trimEnd()}\n`)
  return problem
}

const problems = await pMap(STEPS, judge, { concurrency: 2 })
const failed = problems.filter((problem) => problem !== '').length
console.log(failed === 0 ? 'All checks passed.' : `${failed} of ${STEPS.length} checks failed.`)
process.exitCode = failed === 0 ? 0 : 1
