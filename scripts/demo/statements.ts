import { z } from 'zod'
import { OURS } from './foreign.ts'
import type { Stage } from './stage.ts'

const document = z.object({ Statement: z.array(z.record(z.string(), z.unknown())) })

/** The statements of Grantbook's on a user, as the account holds them, each as readable text. */
export function statementsOf({ sandbox }: Stage, account: string, user: string): readonly string[] {
  const found = sandbox.snapshot(account).users.find(({ name }) => name === user)
  const policies = (found?.inline ?? []).filter(({ name }) => OURS.test(name))
  return policies.flatMap(({ document: text }) =>
    document.parse(JSON.parse(text)).Statement.map((statement) => JSON.stringify(statement, null, 2))
  )
}
