import { describe, expect, test } from 'vitest'
import { awsIamCore } from '../../../src/connectors/aws-iam/core.ts'
import { admitted } from '../../../src/connectors/aws-iam/outside/admitted.ts'
import { isExplained } from '../../../src/connectors/aws-iam/outside/runs.ts'
import { arn, revoking } from './outside/support.ts'
import { ACCOUNT } from './support.ts'

const EKS = 'oidc.eks.eu-central-1.amazonaws.com/id/ABCDEF'
const PROD = 'repo:acme/billing:environment:prod'

function way(kind: string, ref: string, known: readonly string[] = []) {
  const [found] = awsIamCore.shortLived?.([{ kind, ref }], revoking(known)) ?? []
  if (!found) throw new Error('no way')
  return found
}

describe('how a workload does without a key', () => {
  test('in GitHub’s jobs: the whole trust, by audience, subject and the repository’s number', () => {
    expect(way('github-actions', PROD)).toEqual({
      run: `github-actions ${PROD}`,
      way: expect.stringContaining('id-token: write'),
      trust: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Federated: arn('oidc-provider/token.actions.githubusercontent.com') },
            Action: 'sts:AssumeRoleWithWebIdentity',
            Condition: {
              StringEquals: {
                'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
                'token.actions.githubusercontent.com:sub': PROD,
                'token.actions.githubusercontent.com:repository_id': '<number of acme/billing>'
              }
            }
          }
        ]
      }
    })
  })

  test.each([
    ['github-actions', PROD],
    ['github-actions', 'repo:acme/billing:*'],
    ['github-actions', 'repo:acme@1/billing@2:environment:prod'],
    ['kubernetes', 'shop/stream'],
    ['kubernetes', 'system:serviceaccount:shop:stream'],
    ['aws-role', arn('role/services/importer')]
  ])('the trust for %s %s lets in exactly what the nightly takes for explained', (kind, ref) => {
    const { trust } = way(kind, ref, [arn(`oidc-provider/${EKS}`)])
    const lets = admitted(JSON.stringify(trust)) ?? []
    const issuers = { account: ACCOUNT, isKnown: (provider: string) => provider.endsWith(EKS) }
    expect(lets.length).toBe(1)
    expect(lets.filter((one) => !isExplained(one, [{ kind, ref }], issuers))).toEqual([])
    expect(lets.filter((one) => isExplained(one, [{ kind, ref: `${ref}x` }], issuers))).toEqual([])
  })

  test('in a cluster that nobody named, the issuer is left open and lets nobody in', () => {
    const { trust, way: told } = way('kubernetes', 'shop/stream')
    expect(JSON.stringify(trust)).toContain('<issuer of the cluster, without https://>:sub')
    expect(told).toContain('“known”')
  })

  test.each([
    ['other', 'a server in the cellar', 'nobody can tell'],
    ['kubernetes', 'just-a-name', 'doesn’t name one']
  ])('of %s %s nobody can tell, and that is said', (kind, ref, words) => {
    const { trust, way: told } = way(kind, ref)
    expect([trust, told]).toEqual([null, expect.stringContaining(words)])
  })
})
