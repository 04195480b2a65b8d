import { readInstant, writeInstant } from '../../../src/book/instant.ts'
import { assumeRole } from '../access.ts'
import type { Chapter } from '../chapter.ts'
import { REQUEST } from '../request.ts'

export const time: Chapter = {
  title: 'Time passes, and nothing of ours runs',
  play: async (stage) => {
    const { keysOf, sandbox, setClock, teller } = stage
    const keys = keysOf(REQUEST.account, REQUEST.subject)
    const end = readInstant(REQUEST.until, 'end') ?? NaN
    sandbox.clearCalls()
    await setClock(end - 1000)
    const last = await assumeRole(stage, keys, REQUEST.role)
    teller.fact(
      `${writeInstant(end - 1000)}: Dave still assumes the role`,
      last.denied === null,
      last.denied ?? ''
    )
    await setClock(end)
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
