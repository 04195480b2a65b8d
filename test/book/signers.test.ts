import { expect, test } from 'vitest'
import { signersOf } from '../../src/evidence/verify-signers.ts'
import { settingsSignedBy, testSigner } from '../support/keys.ts'
import { bookOf } from '../support/book.ts'
import { BASE } from '../support/book.ts'

// Settings that the files allow and the record can't follow would stop the record for good.

const KEY = testSigner(1).publicKey
const settings = (line: string): string => settingsSignedBy(testSigner(1)).replace(KEY, line)

test.each([
  KEY,
  `${KEY} apply-2026`,
  `ssh-ed25519 ${'A'.repeat(68)}`,
  KEY.replace('AAAAI', 'AAAAJ'),
  KEY.replace(/AAAAI./u, 'AAAAIQ'),
  KEY.slice(0, -1),
  `${KEY}A`,
  `${KEY}=`,
  KEY.replace('ssh-ed25519', 'ssh-rsa')
])('%s is a signer by the files exactly if it is one by the record', (line) => {
  const text = settings(line)
  const { problems } = bookOf({ ...BASE, 'grants/grantbook.yaml': text })
  expect(problems.length === 0).toBe(signersOf(Buffer.from(text)) !== null)
  expect(problems.length === 0).toBe(line.startsWith(`${KEY} `) || line === KEY)
})
