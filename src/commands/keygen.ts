import { generateKeyPairSync } from 'node:crypto'
import { closeSync, existsSync, fchmodSync, openSync, realpathSync, rmSync, writeSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { UnableError, UsageError } from '../book/errors.ts'
import { writeInstant } from '../book/instant.ts'
import { plain } from '../book/quote.ts'
import { publicKeyOf } from '../evidence/signer-key.ts'
import { renderJson } from '../render/json.ts'
import type { KeygenDocument } from '../render/output/keygen.ts'
import type { CommandModule } from './command.ts'

/** `grantbook keygen`: makes a key for signing evidence. The private half goes into a file and nowhere else. */
export const command: CommandModule = {
  formats: ['text', 'json'],
  example: 'npx grantbook keygen --out ~/grantbook-signing-key.pem',
  describe: (c) => {
    c.option('--out <file>', 'where the private key is written; the file must not exist')
  },
  run: async (args, options, { now, root, format }, io) => {
    if (args.length > 0) throw new UsageError(`keygen takes no arguments, but was given "${args[0] ?? ''}".`)
    const out = options['out']
    if (typeof out !== 'string' || out === '')
      throw new UsageError('keygen needs --out FILE: where the private key is written.')
    if (out === '-') throw new UsageError('A private key is never printed: name a file with --out.')
    const file = resolve(io.cwd, out)
    const { publicKey, privateKey } = generateKeyPairSync('ed25519')
    writeSecret(file, String(privateKey.export({ format: 'pem', type: 'pkcs8' })))
    if (existsSync(join(root, '.git')) && isInside(root, file))
      io.err(`${plain(out)} lies inside the repository. Move it away before anybody commits it.\n`)
    const signer = `${publicKeyOf(publicKey)} grantbook-${writeInstant(now).slice(0, 10)}`
    const document: KeygenDocument = { format: 1, ok: true, signer }
    io.out(format === 'json' ? renderJson(document) : text(signer, out))
    return 0
  }
}

function text(signer: string, out: string): string {
  return [
    signer,
    '',
    'This line is the public half. Add it to evidence.signers in grants/grantbook.yaml by a pull request.',
    `The private half is in ${plain(out)}. Put it as GRANTBOOK_SIGNING_KEY into the environments`,
    'grantbook-apply of the repository (never a repository secret), and then delete the file.',
    ''
  ].join('\n')
}

/** Writes a new file that only its owner may read; what stands there already, a link too, is never touched. */
function writeSecret(file: string, content: string): void {
  let descriptor: number
  try {
    descriptor = openSync(file, 'wx', 0o600)
  } catch (cause) {
    throw new UnableError(`${plain(file)} can’t be written: ${reasonOf(cause)}`, { cause })
  }
  try {
    fchmodSync(descriptor, 0o600)
    writeSync(descriptor, content)
  } catch (cause) {
    rmSync(file, { force: true })
    throw new UnableError(`${plain(file)} can’t be written: ${reasonOf(cause)}`, { cause })
  } finally {
    closeSync(descriptor)
  }
}

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error'
  if (code === 'EEXIST') return 'it exists, and nothing is overwritten. Name another file.'
  return code === 'ENOENT' ? 'its folder doesn’t exist.' : `${code}.`
}

function isInside(root: string, file: string): boolean {
  const path = relative(realpathSync(root), join(realpathSync(dirname(file)), basename(file)))
  return path !== '' && !path.startsWith('..')
}
