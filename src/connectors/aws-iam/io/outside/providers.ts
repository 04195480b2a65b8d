import {
  ListOpenIDConnectProvidersCommand,
  ListSAMLProvidersCommand,
  type IAMClient
} from '@aws-sdk/client-iam'
import type { Provider } from '../../outside/view.ts'
import { given, instant } from '../pages.ts'

/** All identity providers of the account, in two calls: neither list has pages. Throws the system's error. */
export async function readProviders(iam: IAMClient): Promise<readonly Provider[]> {
  const { OpenIDConnectProviderList: oidc = [] } = await iam.send(new ListOpenIDConnectProvidersCommand({}))
  const { SAMLProviderList: saml = [] } = await iam.send(new ListSAMLProvidersCommand({}))
  return [
    ...oidc.map(({ Arn }) => ({ arn: given(Arn, 'Arn'), created: null })),
    ...saml.map(({ Arn, CreateDate }) => ({ arn: given(Arn, 'Arn'), created: instant(CreateDate) }))
  ]
}
