import { readInstant, writeInstant } from '../../../src/book/instant.ts'
import { assumeRole } from '../access.ts'
import type { Chapter } from '../chapter.ts'
import { REQUEST } from '../request.ts'

export const time: Chapter = {
  title: 'Time passes, and nothing of ours runs',
  play: async (stage) => {
    const { keysOf, sandbox, teller } = stage
    const keys = keysOf(REQUEST.account, REQUEST.subject)
    const end = readInstant(REQUEST.until, 'end') ?? NaN
    sandbox.clearCalls()
    await setClock(sandbox.control, end - 1000)
    const last = await assumeRole(stage, keys, REQUEST.role)
    teller.fact(
      `${writeInstant(end - 1000)}: Dave still assumes the role`,
      last.denied === null,
      last.denied ?? ''
    )
    await setClock(sandbox.control, end)
    const over = await assumeRole(stage, keys, REQUEST.role)
    teller.fact(`${writeInstant(end)}: ${over.denied}`, over.denied === 'AccessDenied', over.arn ?? '')
    const others = sandbox.calls().filter(({ service }) => service === 'iam')
    teller.fact(
      'nobody called IAM in between: the date in the policy did it',
      others.length === 0,
      JSON.stringify(others)
    )
  }
}

/** Moves the sandbox's clock, as anybody who runs `grantbook sandbox` can. */
async function setClock(control: string, at: number): Promise<void> {
  const answer = await fetch(`${control}/clock`, {
    method: 'PUT',
    body: JSON.stringify({ now: writeInstant(at) })
  })
  if (!answer.ok) throw new Error(await answer.text())
}
