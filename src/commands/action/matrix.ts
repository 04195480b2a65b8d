import { fetchRef } from '../../io/git/remote.ts'
import { runGit } from '../../io/git/run.ts'
import type { Io } from '../command.ts'
import { openGoverned } from '../steps/github.ts'
import type { RunFacts } from './run-facts.ts'

type Call = (argv: readonly string[], io: Io) => Promise<{ readonly status: number; readonly text: string }>

const EVIDENCE = 'refs/heads/evidence'
const TRACKED = 'refs/remotes/origin/evidence'

/**
 * The systems of the tree that authorising gave, for `strategy.matrix`: empty if there are none, because GitHub refuses
 * an empty matrix. It is asked for whatever authorising said: a refused request must not keep others' access from ending.
 */
export async function matrixOf(facts: RunFacts, io: Io, call: Call): Promise<string> {
  const root = facts.workspace
  const { remote } = openGoverned({ quiet: false }, io)
  // What was just recorded, not what was there when the job checked out.
  const head = await fetchRef(root, remote, EVIDENCE)
  if (head !== null) await runGit(root, ['update-ref', TRACKED, head])
  const { status, text } = await call(
    ['plan', '--matrix', '--offline', `--root=${root}`, '--format=json'],
    io
  )
  if (status !== 0) return ''
  const matrix: unknown = JSON.parse(text)
  const include = typeof matrix === 'object' && matrix !== null && 'include' in matrix ? matrix.include : null
  return Array.isArray(include) && include.length > 0 ? JSON.stringify({ include }) : ''
}
