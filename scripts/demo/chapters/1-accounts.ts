import type { Chapter } from '../chapter.ts'
import { foreignDocuments, foreignText } from '../foreign.ts'

export const accounts: Chapter = {
  title: 'Two AWS accounts that were there before',
  play: (stage) => {
    const { sandbox, teller } = stage
    teller.say('A local IAM stands in for AWS; the AWS SDK talks to it as it would to the real one.')
    for (const { account, alias } of sandbox.aws.accounts) {
      const { users, roles, groups } = sandbox.snapshot(account)
      teller.say(
        `${account} (${alias}): ${users.length} users, ${roles.length} roles, ${groups.length} group`
      )
    }
    teller.say('Among them are an administrator whom nobody asked for, and a user in quarantine by a Deny.')
    const documents = foreignDocuments(foreignText(stage, new Set()))
    teller.fact(`${documents} policy documents in them are other people’s`, documents > 0)
    return Promise.resolve()
  }
}
