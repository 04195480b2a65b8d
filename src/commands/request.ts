import { UsageError } from '../book/errors.ts'
import { grantPath } from '../compose/grant-file.ts'
import type { RequestDocument } from '../render/output/request.ts'
import { requestBody, requestTitle } from '../render/propose/request.ts'
import type { CommandModule } from './command.ts'
import { complete } from './steps/propose/complete.ts'
import { openRequest } from './steps/propose/open-request.ts'
import type { OpenPrompts } from './steps/propose/prompts.ts'
import { openStand } from './steps/propose/stand.ts'
import type { OpenedDocument } from './steps/propose/tell.ts'
import { openTerminal } from './steps/propose/terminal-prompts.ts'
import { wishOf } from './steps/propose/wish.ts'

/** `grantbook request`: builds the file of a grant, judges it and opens the pull request that asks for it. */
export const command: CommandModule = requestCommand(openTerminal)

/** The same with another way to ask a person. */
export function requestCommand(openPrompts: OpenPrompts): CommandModule {
  return {
    formats: ['text', 'json'],
    example:
      'npx grantbook request --subject alice --entitlement aws-prod/billing-read --expires 14d --reason "Month-end reconciliation" --ticket OPS-4711',
    describe: (c) => {
      c.option('--subject <id>', 'person or workload that shall hold it')
        .option('--entitlement <system/id>', 'what')
        .option('--expires <end>', 'a day, an instant, or how long from its start: 8h, 14d')
        .option('--reason <text>', 'why')
        .option('--ticket <ticket>', 'where it was agreed, if the risk asks for it')
        .option('--starts <start>', 'a day or an instant (default: at once)')
        .option(
          '--requester <person>',
          'who asks (default: whose token this is, where the file must name somebody)'
        )
        .option('--task <url>', 'for a workload: what it is needed for')
        .option('--emergency <incident>', 'break the glass: at once, short, reviewed afterwards')
        .option('--yes', 'open it without asking once more')
    },
    run: async (_, options, common, io) => {
      const wish = wishOf(options)
      const prompts = await openPrompts(common, io)
      if (prompts === null && !wish.yes)
        throw new UsageError(
          'There is no terminal to ask on whether to open the pull request. Give --yes to open it without asking.'
        )
      const stand = await openStand(common, io)
      try {
        const wanted = await complete(stand, wish, prompts)
        const { asked } = wanted
        const document = (told: OpenedDocument): RequestDocument => ({ ...told, path: grantPath(asked) })
        const branch = branchOf(asked.entitlement, asked.subject, asked.incident !== null)
        const words = { branch, title: requestTitle, body: requestBody, document }
        return await openRequest(stand, wanted, words, wish.yes ? null : prompts, common, io)
      } finally {
        stand.source.close()
      }
    }
  }
}

function branchOf(entitlement: string, subject: string, emergency: boolean): string {
  return `${emergency ? 'emergency' : 'request'}/${entitlement}/${subject}`
}
