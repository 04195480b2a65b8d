import type { AccountSnapshot } from '../../src/sandbox/iam/snapshot.ts'
import type { Stage } from './stage.ts'

/** Grantbook's policies bear the name of its instance, `grantbook-` and eight digits; managed ones lie on that path. */
export const OURS = /^grantbook-[0-9a-f]{8}$/u
const OUR_ARN = /:policy\/grantbook-[0-9a-f]{8}\//u

/**
 * Everything in the accounts that is not Grantbook's, as text: users, roles and groups with their own policies, byte for
 * byte, attachments, trusts and keys. `groups` names the groups whose members grants decide: those memberships are left out.
 */
export function foreignText({ sandbox }: Stage, groups: ReadonlySet<string>): string {
  const accounts = sandbox.aws.accounts.map(({ account }) => strip(sandbox.snapshot(account), groups))
  return JSON.stringify(accounts, null, 1)
}

/** How many policy documents of others there are: inline, managed and trusts. */
export function foreignDocuments(text: string): number {
  return [...text.matchAll(/"(?:document|trust)": "/gu)].length
}

function strip(snapshot: AccountSnapshot, groups: ReadonlySet<string>): object {
  return {
    ...snapshot,
    counter: 0,
    users: snapshot.users.map((user) => ({
      ...own(user),
      groups: user.groups.filter((name) => !groups.has(name))
    })),
    roles: snapshot.roles.map(own),
    groups: snapshot.groups.map(own),
    policies: snapshot.policies.filter(({ arn }) => !OUR_ARN.test(arn))
  }
}

function own<T extends { inline: readonly { name: string }[]; attached: readonly string[] }>(holder: T): T {
  return {
    ...holder,
    inline: holder.inline.filter(({ name }) => !OURS.test(name)),
    attached: holder.attached.filter((arn) => !OUR_ARN.test(arn))
  }
}
