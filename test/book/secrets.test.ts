import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findSecrets, withoutSecrets } from '../../src/book/secrets.ts'
import { ACME } from '../checks/acme.ts'

// Put together here, so that no scanner takes this file for a leak.
const mixed = 'aB3dE5gH7jK9mN2pQ4sT6vX8zC1f'
const SECRETS: Readonly<Record<string, readonly string[]>> = {
  'an AWS access key id': ['ABCDEFGHIJKLMNOP', 'QRSTUVWXYZ234567'].map((rest) => `AKIA${rest}`),
  'an AWS secret access key': [`${mixed}/+9wY7uI5oPx`],
  'a private key': ['', 'RSA ', 'EC ', 'OPENSSH ', 'ENCRYPTED '].map(
    (kind) => `-----BEGIN ${kind}PRIVATE KEY-----`
  ),
  'a PuTTY private key': ['PuTTY-User-Key-File-3'],
  'a GitHub token': ['p', 'o', 'u', 's', 'r']
    .map((kind) => `gh${kind}_${mixed}${mixed.slice(0, 8)}`)
    .concat(`github_pat_${mixed}`),
  'a GitLab token': [`glpat-${mixed}`],
  'a Slack token': [`xoxb-123456789012-${mixed}`],
  'a Google API key': [`AIza${mixed}${mixed.slice(0, 7)}`],
  'a Stripe key': [`sk_live_${mixed}`],
  'an npm token': [`npm_${mixed}${mixed.slice(0, 8)}`],
  'an API key': [`sk-ant-${mixed}`],
  'a JSON web token': [`eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.${mixed}`]
}

describe.each(Object.entries(SECRETS))('%s', (what, secrets) => {
  test.each(secrets)('%#', (secret) => {
    for (const text of [secret, `reason: ${secret}\n`, `a: "x ${secret} y"`]) {
      const hits = findSecrets(text)
      expect(hits).toEqual([{ index: text.indexOf(secret.slice(0, 12)), what }])
      expect(withoutSecrets(text)).toContain('[secret]')
      expect(withoutSecrets(text)).not.toContain(secret)
    }
  })
})

test.each([
  ['password', `password: ${mixed}`],
  ['client_secret', `client_secret = "${mixed}"`],
  ['api key', `API_KEY=${mixed}`],
  ['a link', 'https://alice:hunter22@acme.example/']
])('a value named %s', (_, text) => {
  expect(findSecrets(text).length).toBe(1)
  expect(withoutSecrets(text)).toContain('[secret]')
})

test.each([
  'task: https://github.com/acme/billing/issues/12',
  'target: { assumeRole: "arn:aws:iam::123456789012:role/entitlements/billing-read" }',
  `digest: "sha256:${'0123456789abcdef'.repeat(4)}"`,
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDbsOCqHA6P+wLFA4ed1IfXigYX7l7NdfLsgXnThBAxC apply-2026',
  'commit 0123456789abcdef0123456789abcdef01234567',
  'reason: Rotates the token of the nightly export and its keys',
  'secret: none of your business at all',
  'password: correcthorsebatterystaple',
  'AKIAABCDEFGHIJKLMNOPQ',
  'arn:aws:iam::123456789012:user/AIDAABCDEFGHIJKLMNOP',
  'https://acme.example:8443/path@x',
  '# yaml-language-server: $schema=../../../../schemas/grant.schema.json',
  ...Object.values(ACME)
])('what is none: %j', (text) => {
  expect(findSecrets(text)).toEqual([])
  expect(withoutSecrets(text)).toBe(text)
})

test.each(Object.values(SECRETS).flat())('an escape before it hides nothing: %j', (secret) => {
  for (const escape of ['\\t', '\\n', '\\0', '\\x41', '\\u00e9', '\\U0001f600']) {
    // Forty characters can't be told from one more in front of them.
    if (escape.length > 2 && /^[A-Za-z0-9+/]{40}$/u.test(secret)) continue
    expect(findSecrets(`reason: "Access for x${escape}${secret}"`).length).toBeGreaterThan(0)
  }
})

test('a secret is found wherever it stands', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.string(),
      fc.constantFrom(...Object.values(SECRETS).flat()),
      (before, after, secret) => {
        const text = `${before} ${secret} ${after}`
        expect(findSecrets(text).length).toBeGreaterThan(0)
        expect(withoutSecrets(text)).not.toContain(secret)
      }
    )
  )
})
