import { generateKeyPairSync } from 'node:crypto'
import { createInterface } from 'node:readline/promises'
import { UsageError } from '../../book/errors.ts'
import type { Answers } from '../../init/answers.ts'
import { NO_COMMIT } from '../../init/workflows.ts'
import type { Io } from '../command.ts'

/** One thing that `init` must know: its option, what it must look like, and what stands for it where nobody says. */
interface Question {
  readonly option: string
  readonly ask: string
  readonly shape: RegExp
  readonly example: string
  readonly otherwise: string
}

const QUESTIONS: Readonly<Record<'repository' | 'app' | 'uses' | 'signer', Question>> = {
  repository: {
    option: 'repository',
    ask: 'Repository that will hold the files, owner/name',
    shape: /^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/u,
    example: 'acme/access',
    otherwise: 'acme/access'
  },
  app: {
    option: 'app',
    ask: 'Slug of the GitHub App',
    shape: /^[a-z0-9][a-z0-9-]{0,99}$/u,
    example: 'grantbook-acme',
    otherwise: 'grantbook-acme'
  },
  uses: {
    option: 'uses',
    ask: 'Grantbook action that the workflows use, owner/name@commit',
    shape: /^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[A-Za-z0-9._-]{1,100}@[0-9a-f]{40}$/u,
    example: 'acme/grantbook@0123456789abcdef0123456789abcdef01234567',
    otherwise: `acme/grantbook@${NO_COMMIT}`
  },
  signer: {
    option: 'signer',
    ask: 'Public key that "grantbook keygen" printed (empty: later)',
    shape: /^(?:ssh-ed25519 [A-Za-z0-9+/]{68}(?: [A-Za-z0-9@._-]{1,100})?)?$/u,
    example: 'ssh-ed25519 AAAA… apply-2026',
    otherwise: ''
  }
}

/**
 * Options first; what they leave open is asked on a terminal, and elsewhere a placeholder stands for it that validates and
 * is marked. Throws UsageError for an option that can't be meant.
 */
export async function answersOf(
  options: Readonly<Record<string, unknown>>,
  io: Io,
  asks: boolean
): Promise<Answers> {
  const lines = asks ? createInterface({ input: process.stdin, output: process.stderr }) : null
  const answer = async (question: Question): Promise<string> => {
    const given = options[question.option]
    if (typeof given === 'string') return fitting(question, given)
    if (!lines) return question.otherwise
    for (;;) {
      const said = (
        await lines.question(`${question.ask} [${question.otherwise}]: `, { signal: io.signal })
      ).trim()
      if (said === '' || question.shape.test(said)) return said === '' ? question.otherwise : said
      io.err(`It looks like ${question.example}.\n`)
    }
  }
  try {
    const repository = await answer(QUESTIONS.repository)
    const app = await answer(QUESTIONS.app)
    const uses = await answer(QUESTIONS.uses)
    const signer = await answer(QUESTIONS.signer)
    return { repository, app, uses, signer: signer === '' ? null : signer }
  } finally {
    lines?.close()
  }
}

function fitting({ option, shape, example }: Question, given: string): string {
  if (given !== '' && shape.test(given)) return given
  throw new UsageError(`--${option} must look like ${example}, not "${given}".`)
}

/** An SSH public key whose private half is thrown away here: what it would sign, nobody can. */
export function placeholderKey(): string {
  const { publicKey } = generateKeyPairSync('ed25519')
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
  const blob = Buffer.concat([Buffer.from('\0\0\0\x0bssh-ed25519\0\0\0\x20', 'latin1'), raw])
  return `ssh-ed25519 ${blob.toString('base64')} placeholder`
}
