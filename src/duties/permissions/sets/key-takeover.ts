import type { ActionSet } from '../types.ts'
import { pathsOf } from './paths.ts'

/** Ways to get hold of an encryption key, to lock others out of it or to destroy it. */
export const KEY_TAKEOVER: ActionSet = {
  id: 'key-takeover',
  title: 'Ways to get hold of encryption keys, or to take them from others',
  paths: pathsOf('https://docs.aws.amazon.com/', [
    [
      'key-policy',
      'kms/latest/developerguide/key-policy-modifying.html',
      'kms:PutKeyPolicy',
      'rewrite who may use and manage a key'
    ],
    [
      'key-grant',
      'kms/latest/developerguide/grants.html',
      'kms:CreateGrant',
      'give anybody the use of a key'
    ],
    [
      'key-delete',
      'kms/latest/developerguide/deleting-keys.html',
      'kms:ScheduleKeyDeletion',
      'have a key deleted'
    ],
    ['key-disable', 'kms/latest/developerguide/enabling-keys.html', 'kms:DisableKey', 'switch off a key'],
    [
      'key-material-delete',
      'kms/latest/developerguide/importing-keys-delete-key-material.html',
      'kms:DeleteImportedKeyMaterial',
      'delete what an imported key is made of'
    ],
    [
      'key-material-own',
      'kms/latest/developerguide/importing-keys.html',
      'kms:CreateKey kms:GetParametersForImport kms:ImportKeyMaterial kms:UpdateAlias',
      'put a key that one also has elsewhere in another’s place'
    ],
    [
      'key-replicate',
      'kms/latest/developerguide/multi-region-keys-auth.html',
      'kms:ReplicateKey kms:CreateKey',
      'copy a key to another region under a policy of one’s own'
    ],
    [
      'key-swap',
      'kms/latest/developerguide/alias-manage.html',
      'kms:CreateKey kms:UpdateAlias',
      'put a key of one’s own in another’s place'
    ],
    [
      'key-store-disconnect',
      'kms/latest/developerguide/disconnect-keystore.html',
      'kms:DisconnectCustomKeyStore',
      'cut off a key store with all its keys'
    ],
    [
      'key-store-redirect',
      'kms/latest/developerguide/update-keystore.html',
      'kms:DisconnectCustomKeyStore kms:UpdateCustomKeyStore kms:ConnectCustomKeyStore',
      'point a key store elsewhere'
    ],
    [
      'certificate-export',
      'acm/latest/userguide/export-private.html',
      'acm:ExportCertificate',
      'export a certificate with its private key'
    ],
    [
      'payment-key-export',
      'payment-cryptography/latest/userguide/keys-export.html',
      'payment-cryptography:ExportKey',
      'export a payment key'
    ]
  ])
}
