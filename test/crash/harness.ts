import { NodeHttpHandler } from '@smithy/node-http-handler'
import type { Goal } from '../../src/connectors/connector.ts'
import type { Transport } from '../../src/connectors/aws-iam/io/client.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { open } from '../connectors/aws-iam/support.ts'

/** Thrown where a process would have died. */
class Killed extends Error {
  override readonly name = 'Killed'
}

/** Sends requests on, counts those to IAM, and dies at the n-th: before it is sent, or after its answer. */
export class MortalTransport implements Transport {
  calls = 0
  private readonly inner = new NodeHttpHandler()
  private readonly at: number
  private readonly when: 'before' | 'after'

  constructor(at = Number.POSITIVE_INFINITY, when: 'before' | 'after' = 'before') {
    this.at = at
    this.when = when
  }

  async handle(
    ...[request, options]: Parameters<NodeHttpHandler['handle']>
  ): ReturnType<NodeHttpHandler['handle']> {
    if (!request.path.startsWith('/iam')) return this.inner.handle(request, options)
    this.calls++
    if (this.calls > this.at || (this.calls === this.at && this.when === 'before')) throw new Killed()
    const answer = await this.inner.handle(request, options)
    if (this.calls === this.at) throw new Killed()
    return answer
  }

  close(): void {
    this.inner.destroy()
  }
}

/** What one run of apply does to a system: read, clean, converge each principal. */
export async function run(
  sandbox: Sandbox,
  goals: readonly Goal[],
  transport: MortalTransport
): Promise<{ failed: readonly string[]; writes: number }> {
  const session = await open(sandbox, {}, transport)
  try {
    const live = await session.read()
    const failed: string[] = []
    if (live.misplaced.length > 0) await session.clean(live)
    for (const goal of goals) {
      const { error } = await session.converge(goal, live)
      if (error) failed.push(`${goal.principal}: ${error.code}: ${error.message}`)
    }
    return { failed, writes: session.calls().write }
  } finally {
    transport.close()
  }
}

/** A run that may die; whatever it had in memory is gone afterwards. */
export async function mortalRun(
  sandbox: Sandbox,
  goals: readonly Goal[],
  at: number,
  when: 'before' | 'after'
): Promise<void> {
  try {
    await run(sandbox, goals, new MortalTransport(at, when))
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes('Killed')) {
      const cause = error instanceof Error ? error.cause : null
      if (!(cause instanceof Killed)) throw error
    }
  }
}
