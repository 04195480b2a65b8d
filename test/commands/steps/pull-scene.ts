import type { Common, Io } from '../../../src/commands/command.ts'
import type { ApprovedSource } from '../../../src/commands/steps/approved-source.ts'
import { judgePull, type PullChange } from '../../../src/commands/steps/pull-change.ts'
import { differencesOf, isGoverned } from '../../../src/io/git/pull-content.ts'
import { openResolved } from '../../../src/io/source.ts'
import { NOW, type Files } from '../../support/book.ts'
import type { Repository } from '../../support/repository.ts'

/** One pull request in a clone: what was approved, what it was branched from, and what it says. */
export interface Branch {
  readonly approved: ApprovedSource
  readonly tip: string
  readonly change: PullChange
}

let branches = 0

/** Judges a branch with some files against a main with others; `tip`: what main has become since. */
export async function branchOf(
  repository: Repository,
  base: Files,
  head: Files,
  tip: Files = base
): Promise<Branch> {
  repository.git('checkout', '-q', '--orphan', `work-${++branches}`)
  const root = repository.commit(base)
  const now = tip === base ? root : repository.commit(tip)
  repository.git('checkout', '-q', '--detach', root)
  const commit = repository.commit(head)
  const [all = []] = await differencesOf(repository.root, [{ before: root, after: commit }])
  const differences = all.filter(isGoverned)
  const source = await openResolved(repository.root, now)
  const approved = { source, unproved: new Map(), evidence: null, warning: null }
  const change = await judgePull({
    root: repository.root,
    now: NOW,
    approved: source,
    evidence: null,
    tip: now,
    head: commit,
    differences,
    documents: () => Promise.resolve(new Map())
  })
  return { approved, tip: now, change }
}

/** What commands are given, for a repository. */
export function commonOf({ root }: Repository, quiet = false): Common {
  return { root, format: 'text', now: NOW, nowGiven: false, quiet }
}

/** An outside world with an environment; what is told goes into `told`. */
export function ioOf(environment: Io['environment'], told: string[]): Io {
  return {
    out: (text) => told.push(text),
    err: (text) => told.push(text),
    stdin: () => Promise.resolve(''),
    terminal: { out: false, err: false, columns: 80 },
    cwd: '/',
    environment,
    clock: () => NOW,
    sleep: () => Promise.resolve(),
    random: () => 0.5,
    signal: new AbortController().signal
  }
}
