import { writeInstant } from '../../../book/instant.ts'
import { AwsError } from '../error.ts'
import type { Call, Operations } from '../operation.ts'
import { RULES } from '../params.ts'
import { sortedBy } from '../snapshot.ts'
import type { OidcProvider, SamlProvider } from '../state.ts'
import { tagShape } from './shapes.ts'

const YEAR = 365 * 86_400_000
const samlArn = (call: Call): string => call.params.text('SAMLProviderArn', RULES.arn)
const oidcArn = (call: Call): string => call.params.text('OpenIDConnectProviderArn', RULES.arn)
const newSamlArn = (call: Call): string =>
  `arn:aws:iam::${call.state.account}:saml-provider/${call.params.text('Name', RULES.policyName)}`
const newOidcArn = (call: Call): string => `arn:aws:iam::${call.state.account}:oidc-provider/${oidcUrl(call)}`

function oidcUrl(call: Call): string {
  const url = call.params.text('Url', { ...RULES.any, max: 255 })
  if (!/^https:\/\/[^\s/]+[^\s]*$/u.test(url))
    throw new AwsError('InvalidInput', 'Invalid Open ID Connect Provider URL')
  return url.replace(/^https:\/\//u, '').replace(/\/$/u, '')
}

function namedSaml(call: Call): SamlProvider {
  const found = call.state.saml.get(samlArn(call))
  if (!found) throw new AwsError('NoSuchEntity', 'Manifest not found for arn')
  return found
}

function namedOidc(call: Call): OidcProvider {
  const arn = oidcArn(call)
  const found = call.state.oidc.get(arn)
  if (!found) throw new AwsError('NoSuchEntity', `OpenIDConnect Provider not found for arn ${arn}`)
  return found
}

/** Identity providers that roles may trust. */
export const providerOperations: Operations = {
  CreateSAMLProvider: {
    kind: 'write',
    resource: newSamlArn,
    run: (call) => {
      const arn = newSamlArn(call)
      const metadata = call.params.text('SAMLMetadataDocument', { ...RULES.any, max: 10_000_000 })
      if (call.state.saml.has(arn))
        throw new AwsError('EntityAlreadyExists', `SAML provider ${arn} already exists.`)
      call.state.saml.set(arn, { arn, metadata, created: call.now, tags: call.params.tags() })
      return { SAMLProviderArn: arn }
    }
  },
  GetSAMLProvider: {
    kind: 'read',
    resource: samlArn,
    run: (call) => {
      const { created, metadata, tags } = namedSaml(call)
      return {
        SAMLMetadataDocument: metadata,
        CreateDate: writeInstant(created),
        ValidUntil: writeInstant(created + 100 * YEAR),
        Tags: tagShape(tags)
      }
    }
  },
  ListSAMLProviders: {
    kind: 'read',
    resource: (call) => `arn:aws:iam::${call.state.account}:saml-provider/`,
    run: (call) => ({
      SAMLProviderList: sortedBy(call.state.saml.values(), (one) => one.arn).map((one) => ({
        Arn: one.arn,
        ValidUntil: writeInstant(one.created + 100 * YEAR),
        CreateDate: writeInstant(one.created)
      }))
    })
  },
  DeleteSAMLProvider: {
    kind: 'write',
    resource: samlArn,
    run: (call) => {
      call.state.saml.delete(namedSaml(call).arn)
      return null
    }
  },
  CreateOpenIDConnectProvider: {
    kind: 'write',
    resource: newOidcArn,
    run: (call) => {
      const arn = newOidcArn(call)
      if (call.state.oidc.has(arn))
        throw new AwsError(
          'EntityAlreadyExists',
          `Provider with url https://${oidcUrl(call)} already exists.`
        )
      call.state.oidc.set(arn, {
        arn,
        url: oidcUrl(call),
        clients: call.params.list('ClientIDList'),
        thumbprints: call.params.list('ThumbprintList'),
        created: call.now,
        tags: call.params.tags()
      })
      return { OpenIDConnectProviderArn: arn }
    }
  },
  GetOpenIDConnectProvider: {
    kind: 'read',
    resource: oidcArn,
    run: (call) => {
      const { clients, created, tags, thumbprints, url } = namedOidc(call)
      return {
        Url: url,
        ClientIDList: clients,
        ThumbprintList: thumbprints,
        CreateDate: writeInstant(created),
        Tags: tagShape(tags)
      }
    }
  },
  ListOpenIDConnectProviders: {
    kind: 'read',
    resource: (call) => `arn:aws:iam::${call.state.account}:oidc-provider/`,
    run: (call) => ({
      OpenIDConnectProviderList: sortedBy(call.state.oidc.keys(), (arn) => arn).map((arn) => ({ Arn: arn }))
    })
  },
  DeleteOpenIDConnectProvider: {
    kind: 'write',
    resource: oidcArn,
    run: (call) => {
      call.state.oidc.delete(oidcArn(call))
      return null
    }
  }
}
