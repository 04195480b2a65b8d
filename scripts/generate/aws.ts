import { POLICIES } from '../aws/policies.ts'

/** `docs/aws/*.json`: the policies and trusts that an adopter creates, with the sample organisation's names in them. */
export async function generate(): Promise<Map<string, string>> {
  return new Map(
    Object.entries(POLICIES).map(([name, policy]) => [
      `docs/aws/${name}`,
      `${JSON.stringify(policy, null, 2)}\n`
    ])
  )
}
