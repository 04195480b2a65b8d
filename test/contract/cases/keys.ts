import { alice, arn, fails, step, type Scenario } from './step.ts'

export const keys: readonly Scenario[] = [
  {
    name: 'keys are made, switched off and deleted',
    steps: [
      alice,
      step('createAccessKey', { UserName: 'alice' }, { AccessKey: { UserName: 'alice', Status: 'Active' } }),
      step(
        'listAccessKeys',
        { UserName: 'alice' },
        { AccessKeyMetadata: [{ UserName: 'alice', Status: 'Active' }] }
      ),
      step('createAccessKey', { UserName: 'alice' }),
      fails('createAccessKey', { UserName: 'alice' }, 'LimitExceededException'),
      fails(
        'deleteAccessKey',
        { UserName: 'alice', AccessKeyId: 'AKIAAAAAAAAAAAAAAAAA' },
        'NoSuchEntityException'
      )
    ]
  },
  {
    name: 'a console password',
    steps: [
      alice,
      fails('getLoginProfile', { UserName: 'alice' }, 'NoSuchEntityException'),
      step(
        'createLoginProfile',
        { UserName: 'alice', Password: 'not-a-real-one' },
        { LoginProfile: { UserName: 'alice' } }
      ),
      fails(
        'createLoginProfile',
        { UserName: 'alice', Password: 'not-a-real-one' },
        'EntityAlreadyExistsException'
      ),
      step('deleteLoginProfile', { UserName: 'alice' }),
      fails('deleteLoginProfile', { UserName: 'alice' }, 'NoSuchEntityException')
    ]
  },
  {
    name: 'identity providers',
    steps: [
      step(
        'createOpenIDConnectProvider',
        {
          Url: 'https://token.actions.githubusercontent.com',
          ClientIDList: ['sts.amazonaws.com'],
          ThumbprintList: ['a'.repeat(40)]
        },
        { OpenIDConnectProviderArn: arn('oidc-provider', 'token.actions.githubusercontent.com') }
      ),
      step(
        'listOpenIDConnectProviders',
        {},
        { OpenIDConnectProviderList: [{ Arn: arn('oidc-provider', 'token.actions.githubusercontent.com') }] }
      ),
      step(
        'getOpenIDConnectProvider',
        { OpenIDConnectProviderArn: arn('oidc-provider', 'token.actions.githubusercontent.com') },
        { Url: 'token.actions.githubusercontent.com', ClientIDList: ['sts.amazonaws.com'] }
      ),
      step(
        'createSAMLProvider',
        { Name: 'okta', SAMLMetadataDocument: 'a'.repeat(1024) },
        { SAMLProviderArn: arn('saml-provider', 'okta') }
      ),
      step('listSAMLProviders', {}, { SAMLProviderList: [{ Arn: arn('saml-provider', 'okta') }] }),
      step('deleteSAMLProvider', { SAMLProviderArn: arn('saml-provider', 'okta') }),
      step('listSAMLProviders', {}, { SAMLProviderList: [] })
    ]
  }
]
