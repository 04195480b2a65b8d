import type { Guess, GuessedSubject, SystemContext } from '../../../../src/connectors/connector.ts'
import type { Explained } from '../../../../src/connectors/connector.ts'
import type { Sandbox } from '../../../../src/sandbox/sandbox.ts'
import type { World, WorldAccount } from '../../../../src/sandbox/world.ts'
import { explained, opened, revoking } from '../outside/support.ts'
import { inSandbox, NOW, world as worldAt } from '../support.ts'

/** 90 days, the age from which on keys are old in these tests, in milliseconds. */
export const KEY_AGE = 90 * 86_400_000

/** A world of one account with these things in it. */
export function world({ users = [], roles = [], ...more }: Partial<WorldAccount>): World {
  return worldAt(users, roles, more)
}

/** What a sandbox is guessed to be. */
export async function guessIn(
  sandbox: Sandbox,
  explains: Explained = explained({}),
  context: SystemContext = revoking()
): Promise<Guess> {
  const session = await opened(sandbox, 'read', context)
  const guess = await session.guess?.(await session.read(), explains, { now: NOW, keyAge: KEY_AGE })
  if (!guess) throw new Error('no guess')
  return guess
}

/** The same of a world that is made for it. */
export function guessed(start: World, explains?: Explained, context?: SystemContext): Promise<Guess> {
  return inSandbox(start, (sandbox) => guessIn(sandbox, explains, context))
}

/** `person high alice@acme.example`, `workload medium github-actions repo:…`. */
export function inShort({ kind, confidence, email, runs }: GuessedSubject): string {
  const more = kind === 'person' ? [email ?? ''] : runs.map((run) => `${run.kind} ${run.ref}`)
  return [kind, confidence, ...more].join(' ').trim()
}
