import {
  CreateAccessKeyCommand,
  CreateUserCommand,
  IAMClient,
  PutUserPolicyCommand
} from '@aws-sdk/client-iam'
import type { Stage } from './stage.ts'

/** What somebody with an administrator's own keys does in the account, past the repository: by the unmodified AWS SDK. */
export interface Console {
  readonly createUser: (user: string) => Promise<void>
  readonly createKey: (user: string) => Promise<void>
  readonly putPolicy: (user: string, policy: string, action: string, resource: string) => Promise<void>
}

/** Opens the console of an account as one of its users. */
export function openConsole({ keysOf, sandbox }: Stage, account: string, user: string): Console {
  const client = new IAMClient({
    region: 'us-east-1',
    endpoint: sandbox.aws.iam,
    credentials: keysOf(account, user)
  })
  return {
    async createUser(name) {
      await client.send(new CreateUserCommand({ UserName: name }))
    },
    async createKey(name) {
      await client.send(new CreateAccessKeyCommand({ UserName: name }))
    },
    async putPolicy(name, policy, action, resource) {
      const statement = { Effect: 'Allow', Action: action, Resource: resource }
      const document = JSON.stringify({ Version: '2012-10-17', Statement: [statement] })
      await client.send(
        new PutUserPolicyCommand({ UserName: name, PolicyName: policy, PolicyDocument: document })
      )
    }
  }
}
