import { execFileSync, spawnSync } from 'node:child_process'
import { generateKeyPairSync, sign } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { UsageError } from '../../src/book/errors.ts'
import { publicKeyOf, signerOf } from '../../src/evidence/signer-key.ts'
import { checkSignature, readPublicKey } from '../../src/evidence/sshsig.ts'
import { rsaPem, testKey, testPem, testSigner } from '../io/git/evidence-scene.ts'

const MESSAGE = Buffer.from('tree 1\n\nWhat is signed\n')
const signer = testSigner(1)
const ALLOWED = new Set([signer.publicKey])
const armored = signer.sign(MESSAGE)

/** The same signature with other fields, signed anew or not. */
function forged(over: Partial<Fields> = {}): string {
  const fields: Fields = {
    magic: 'SSHSIG',
    version: 1,
    keyType: 'ssh-ed25519',
    namespace: 'git',
    reserved: '',
    hash: 'sha512',
    signatureType: 'ssh-ed25519',
    rest: '',
    keyRest: '',
    ...over
  }
  const raw = Buffer.from(signer.publicKey.split(' ')[1] ?? '', 'base64').subarray(-32)
  const digest = Buffer.from(execDigest(fields.hash, MESSAGE))
  const signed = Buffer.concat([
    Buffer.from('SSHSIG'),
    field(fields.namespace),
    field(fields.reserved),
    field(fields.hash),
    field(digest)
  ])
  const signature = over.signature ?? sign(null, signed, testKey(1))
  const blob = Buffer.concat([
    Buffer.from(fields.magic),
    uint32(fields.version),
    field(Buffer.concat([field(fields.keyType), field(raw), Buffer.from(fields.keyRest)])),
    field(fields.namespace),
    field(fields.reserved),
    field(fields.hash),
    field(Buffer.concat([field(fields.signatureType), field(signature)])),
    Buffer.from(fields.rest)
  ])
  return armor(blob.toString('base64'))
}

interface Fields {
  readonly magic: string
  readonly version: number
  readonly keyType: string
  readonly namespace: string
  readonly reserved: string
  readonly hash: string
  readonly signatureType: string
  readonly rest: string
  readonly keyRest: string
  readonly signature?: Buffer
}

function execDigest(hash: string, bytes: Buffer): Buffer {
  return execFileSync(process.execPath, [
    '-e',
    `process.stdout.write(require('node:crypto').createHash('${hash}').update(Buffer.from('${bytes.toString('hex')}','hex')).digest())`
  ])
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

function field(content: string | Buffer): Buffer {
  const bytes = Buffer.from(content)
  return Buffer.concat([uint32(bytes.length), bytes])
}

function armor(base64: string): string {
  return `-----BEGIN SSH SIGNATURE-----\n${base64.replaceAll(/.{70}/gu, '$&\n').trimEnd()}\n-----END SSH SIGNATURE-----\n`
}

describe('a signature', () => {
  test('is valid over what was signed, by whom it names', () => {
    expect(checkSignature(MESSAGE, armored, ALLOWED)).toEqual({ valid: true, key: signer.publicKey })
    expect(forged()).toBe(armored)
  })

  test('of another key is told apart from one that is wrong', () => {
    expect(checkSignature(MESSAGE, armored, new Set([testSigner(2).publicKey]))).toEqual({
      valid: false,
      foreign: signer.publicKey,
      why: `the key ${signer.publicKey} is no signer`
    })
    expect(checkSignature(Buffer.from('another'), armored, ALLOWED)).toMatchObject({
      valid: false,
      foreign: null
    })
  })

  test.each([
    ['another namespace', forged({ namespace: 'file' })],
    ['an empty namespace', forged({ namespace: '' })],
    ['another hash', forged({ hash: 'sha256' })],
    ['another version', forged({ version: 2 })],
    ['another magic', forged({ magic: 'SSHSIh' })],
    ['a reserved field', forged({ reserved: 'x' })],
    ['a key of another type', forged({ keyType: 'ssh-rsa' })],
    ['a security key', forged({ keyType: 'sk-ssh-ed25519@openssh.com' })],
    ['a signature of another type', forged({ signatureType: 'ssh-rsa' })],
    ['a byte too many', forged({ rest: 'x' })],
    ['a byte too many in the key', forged({ keyRest: 'x' })],
    ['a short signature', forged({ signature: Buffer.alloc(63) })],
    ['a signature of zeros', forged({ signature: Buffer.alloc(64) })],
    ['no armor', armored.split('\n').slice(1, -2).join('\n')],
    ['another armor', armored.replaceAll('SSH', 'PGP')],
    ['text before it', `x\n${armored}`],
    ['text after it', `${armored}x\n`],
    ['two of them', armored + armored],
    ['a blank in it', armored.replace('U1NI', 'U1 NI')],
    ['an empty one', ''],
    ['only its frame', '-----BEGIN SSH SIGNATURE-----\n-----END SSH SIGNATURE-----\n'],
    [
      'a length beyond its end',
      armor(Buffer.from('SSHSIG\0\0\0\u0001\u007f\u007f\u007f\u007f').toString('base64'))
    ]
  ])('with %s is not valid', (_, text) => {
    expect(checkSignature(MESSAGE, text, ALLOWED)).toMatchObject({ valid: false, foreign: null })
  })

  test('with any one bit turned is not valid', () => {
    const blob = Buffer.from(armored.split('\n').slice(1, -2).join(''), 'base64')
    for (let bit = 0; bit < blob.length * 8; bit++) {
      const other = Buffer.from(blob)
      other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect([bit, checkSignature(MESSAGE, armor(other.toString('base64')), ALLOWED).valid]).toEqual([
        bit,
        false
      ])
    }
  })
})

describe('a public key', () => {
  test('loses its comment and nothing else', () => {
    expect(readPublicKey(signer.publicKey)).toBe(signer.publicKey)
    expect(readPublicKey(`${signer.publicKey} apply 2026`)).toBe(signer.publicKey)
  })

  test.each([
    'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQ==',
    signer.publicKey.replace('ssh-ed25519', 'ssh-ed448'),
    signer.publicKey.slice(0, -4),
    `${signer.publicKey}AAAA`,
    `${signer.publicKey}=`,
    `${signer.publicKey}\nx`,
    ` ${signer.publicKey}`,
    signer.publicKey.replace(' ', '  '),
    'ssh-ed25519',
    ''
  ])('in any other form is none: %s', (line) => {
    expect(readPublicKey(line)).toBe(null)
  })

  test('of many keys is the same as ssh has it, whatever letters it holds', () => {
    for (let byte = 0; byte < 200; byte++) {
      const one = testSigner(byte)
      expect(checkSignature(MESSAGE, one.sign(MESSAGE), new Set([one.publicKey])).valid).toBe(true)
      expect(readPublicKey(one.publicKey)).toBe(one.publicKey)
    }
  })
})

describe('a signing key', () => {
  const encrypted = String(
    testKey(1).export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'secret' })
  )
  const { privateKey } = generateKeyPairSync('ed448')
  test.each([
    ['', 'can’t be read'],
    ['hello', 'can’t be read'],
    [testPem(1).replaceAll('\n', String.raw`\n`), 'can’t be read'],
    [testPem(1).replace(/[A-Za-z0-9+/]{6}\n-----END/u, '\n-----END'), 'can’t be read'],
    [testPem(1) + testPem(2), 'can’t be read'],
    [encrypted, 'is encrypted'],
    [encrypted.replaceAll('ENCRYPTED ', ''), 'can’t be read'],
    [
      '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaA==\n-----END OPENSSH PRIVATE KEY-----\n',
      'OpenSSH’s own form'
    ],
    [rsaPem(), 'of another type than Ed25519'],
    [String(privateKey.export({ format: 'pem', type: 'pkcs8' })), 'of another type than Ed25519']
  ])('of any other form is refused without a word of it (%#)', (pem, text) => {
    let error: unknown
    try {
      signerOf(pem)
    } catch (caught) {
      error = caught
    }
    expect(error).toBeInstanceOf(UsageError)
    const said = `${String(error)} ${String(error instanceof Error ? error.cause : '')} ${String(error instanceof Error ? error.stack : '')}`
    expect(said).toContain(text)
    for (const line of pem.split('\n').filter((each) => each.length > 20 && !each.startsWith('-----')))
      expect(said).not.toContain(line.slice(0, 20))
  })

  test('may have blanks around it and other line ends', () => {
    expect(signerOf(`\n${testPem(1).replaceAll('\n', '\r\n')}\n `).publicKey).toBe(signer.publicKey)
    expect(publicKeyOf(testKey(1))).toBe(signer.publicKey)
  })
})

const SSH_KEYGEN = spawnSync('ssh-keygen', ['-?']).error === undefined

describe.skipIf(!SSH_KEYGEN)('ssh-keygen (apt-get install openssh-client)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'grantbook-ssh-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('accepts what we sign', () => {
    writeFileSync(join(folder, 'allowed'), `grantbook ${signer.publicKey}\n`)
    writeFileSync(join(folder, 'ours.sig'), armored)
    const args = ['-Y', 'verify', '-f', 'allowed', '-I', 'grantbook', '-n', 'git', '-s', 'ours.sig']
    const done = spawnSync('ssh-keygen', args, { cwd: folder, input: MESSAGE, encoding: 'utf8' })
    expect([done.status, done.stderr]).toEqual([0, ''])
  })

  test('makes what we accept', () => {
    execFileSync('ssh-keygen', [
      '-q',
      '-t',
      'ed25519',
      '-N',
      '',
      '-C',
      'theirs',
      '-f',
      join(folder, 'theirs')
    ])
    writeFileSync(join(folder, 'message'), MESSAGE)
    execFileSync('ssh-keygen', ['-q', '-Y', 'sign', '-f', 'theirs', '-n', 'git', 'message'], {
      cwd: folder,
      stdio: 'ignore'
    })
    const key = readPublicKey(readFileSync(join(folder, 'theirs.pub'), 'utf8').trim()) ?? ''
    const signature = readFileSync(join(folder, 'message.sig'), 'utf8')
    expect(checkSignature(MESSAGE, signature, new Set([key]))).toEqual({ valid: true, key })
  })
})
