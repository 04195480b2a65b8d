import type { PathDifference } from '../../src/approval/facts.ts'
import type { Verdict } from '../../src/approval/verdict.ts'
import { applyCommand } from '../../src/commands/apply.ts'
import type { Listed } from '../../src/commands/registry.ts'
import type { ApplyPorts, Landfall, OpenPorts } from '../../src/commands/steps/apply-ports.ts'
import { land, type Landed } from '../../src/commands/steps/land.ts'
import type { Authority } from '../../src/commands/steps/authority.ts'
import { treeDifferences } from '../../src/commands/steps/landed-commits.ts'
import { advance, sealedEvent } from '../../src/evidence/advance.ts'
import { begin } from '../../src/evidence/genesis.ts'
import { openLocalEvidence } from '../../src/io/git/evidence-store-open.ts'
import { resolveCommit } from '../../src/io/git/revision.ts'
import { commitTree } from '../../src/io/git/tree.ts'
import type { FoldCache } from '../../src/io/git/evidence-read.ts'
import type { EvidenceStore } from '../../src/io/git/evidence-store.ts'
import { formOf } from '../../src/commands/steps/landed-commits.ts'
import { testSigner } from './keys.ts'
import type { Instant } from '../../src/book/instant.ts'

/**
 * How what a test commits came to the default branch. `approved`: by the right people, and judged by nobody else.
 * `merged`: likewise, each commit by a pull request of its own, through the very steps of the real command. `pushed`:
 * directly, through the same steps.
 */
export type Arrival = 'approved' | 'merged' | 'pushed'

const SIGNER = testSigner(1)

/**
 * An apply without a forge: the repository's own HEAD is the default branch's tip, its own branch `evidence` the record.
 * What stands at the first call is taken by a genesis. What was approved is judged by nobody else; what was pushed goes
 * through the very steps that the real command takes.
 */
export function localPorts(arrival: Arrival): OpenPorts {
  return async ({ root, now }) => {
    const cache: FoldCache = new Map()
    const main = await resolveCommit(root, 'HEAD')
    const store = openLocalEvidence({
      root,
      main,
      anchor: null,
      trusted: SIGNER.publicKey,
      signer: SIGNER,
      cache
    })
    await genesis(root, main, store, now)
    const ports: ApplyPorts = {
      repository: 'acme/access',
      store,
      tip: () => resolveCommit(root, 'HEAD'),
      land: (landfall) =>
        arrival === 'approved'
          ? landApproved(root, landfall)
          : land({ ...landfall, root, authority: arrival === 'merged' ? everybody(root, now) : NOBODY }),
      anchor: () => Promise.resolve(null),
      tell: () => Promise.resolve(null),
      calls: () => ({ read: 0, write: 0 })
    }
    return ports
  }
}

/** The list of commands with such an apply in it. */
export function withLocalApply(commands: readonly Listed[], arrival: Arrival): readonly Listed[] {
  const load = () => Promise.resolve({ command: applyCommand(localPorts(arrival)) })
  return commands.map((entry) => (entry.name === 'apply' ? { ...entry, load } : entry))
}

/** Knows of no pull request at all. */
const NOBODY = {
  has: () => Promise.resolve(true),
  pullsOf: () => Promise.resolve({ ok: true as const, value: [] }),
  prove: () => Promise.reject(new Error('nothing to prove'))
}

/** Says that every commit was brought by a pull request that the right people approved. */
function everybody(root: string, now: Instant): Authority {
  const numbers = new Map<string, number>()
  return {
    has: () => Promise.resolve(true),
    pullsOf: (commit) => {
      const number = numbers.get(commit) ?? Number.parseInt(commit.slice(0, 7), 16)
      numbers.set(commit, number)
      return Promise.resolve({ ok: true, value: [number] })
    },
    prove: async (_, { commits, parent }) => {
      const head = commits.at(-1) ?? parent
      const verdict = verdictOn(await treeDifferences(root, parent, head), head, now)
      return { ok: true, value: { verdict, mergedAt: now } }
    }
  }
}

async function genesis(root: string, commit: string, store: EvidenceStore, at: Instant): Promise<void> {
  if ((await store.glance()).head !== null) return
  const tree = await commitTree(root, commit)
  const { publicKey: signer } = SIGNER
  const entry = begin({ commit, tree, by: 'carol', signer, at, run: null, recovered: null })
  await store.append(null, [{ subject: 'Begin', ...entry }], at)
}

/** Everything that differs, as one pull request that the right people approved and that brings no error. */
async function landApproved(root: string, { approved, tip, facts }: Landfall): Promise<Landed> {
  if (approved.sealed === tip) return { entries: [], unmoved: [], held: [], stopped: null }
  const differences = await treeDifferences(root, `${approved.evidence}:approved`, tip)
  const step = { commit: tip, commits: [tip], parent: approved.sealed, pull: 1, differences }
  const { moves, events, unmoved } = advance(
    {
      step,
      proof: {
        kind: 'judged',
        verdict: verdictOn(differences, tip, facts.now),
        gained: [],
        mergedAt: facts.now
      },
      formOf: (path) => formOf(approved.entries.get(path)),
      reductions: new Map(),
      withheld: new Map()
    },
    facts
  )
  const all = [...events, sealedEvent(tip, [1], facts)]
  return { entries: [{ subject: 'Judge', events: all, moves }], unmoved, held: [], stopped: null }
}

function verdictOn(differences: readonly PathDifference[], head: string, at: Instant): Verdict {
  const carol = {
    login: 'carol-acme',
    id: 103,
    person: 'carol',
    as: '@acme/billing',
    review: 1,
    commit: head,
    at
  }
  const rest = { state: 'approved', need: 'approval', approvals: [carol], missing: [], reasons: [] } as const
  return {
    pull: 1,
    head,
    base: null,
    state: 'approved',
    why: null,
    reasons: [],
    paths: differences.map(({ path, after }) => ({ ...rest, path, blob: after?.blob ?? null })),
    discounted: [],
    warnings: [],
    requester: 'bob',
    passing: false
  }
}
