import type { Chapter } from '../chapter.ts'
import { REQUEST } from '../request.ts'

export const plan: Chapter = {
  title: 'The plan says what will change, and nothing else does',
  play: async ({ run, sandbox, teller }) => {
    sandbox.clearCalls()
    const command = 'npx grantbook plan'
    teller.command(command)
    const { out } = await run(command, 0)
    teller.show(out)
    teller.fact(`the end is told to the second: ${REQUEST.until}`, out.includes(REQUEST.until), out)
    const writes = sandbox.calls().filter(({ kind, service }) => kind === 'write' && service === 'iam')
    teller.fact('planning wrote nothing', writes.length === 0, JSON.stringify(writes))
  }
}
