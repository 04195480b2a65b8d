import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { writeInstant } from '../../src/book/instant.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { APP, REPOSITORY } from './forge-world.ts'
import { DemoFailure } from './teller.ts'

/** Somebody with an account: works with git and GitHub's API as anybody does, with a token of his own. */
export interface Actor {
  readonly login: string
  readonly token: string
  /** git in the repository, as this person, at the sandbox's time. */
  readonly git: (...args: readonly string[]) => Promise<string>
  /** One call of GitHub's REST API below the repository (`/pulls`). Throws DemoFailure unless it succeeds. */
  readonly api: (method: string, path: string, body?: object) => Promise<Readonly<Record<string, unknown>>>
}

/** The forge's half of a sandbox. Throws DemoFailure where there is none. */
export function githubOf({ github }: Sandbox): NonNullable<Sandbox['github']> {
  if (!github) throw new DemoFailure('The sandbox has no forge.')
  return github
}

/** A person of Acme's book by first name, or the App. */
export function actor(sandbox: Sandbox, root: string, name: string): Actor {
  const { api, tokens } = githubOf(sandbox)
  const login = name === APP ? `${APP}[bot]` : `${name}-acme`
  const token = tokens[login] ?? tokens[name]
  if (token === undefined) throw new DemoFailure(`The forge gave no token for ${login}.`)
  return {
    login,
    token,
    async git(...args) {
      const env = gitEnvironment(sandbox, name, token)
      return (await promisify(execFile)('git', args, { cwd: root, env })).stdout
    },
    async api(method, path, body) {
      const answer = await fetch(`${api}/repos/${REPOSITORY}${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) })
      })
      const text = await answer.text()
      if (!answer.ok) throw new DemoFailure(`${method} ${path} as ${login}: ${answer.status} ${text}`)
      return text === '' ? {} : JSON.parse(text)
    }
  }
}

function gitEnvironment(sandbox: Sandbox, name: string, token: string): NodeJS.ProcessEnv {
  const now = writeInstant(sandbox.clock.now())
  const who = `${name.charAt(0).toUpperCase()}${name.slice(1)}`
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64')
  return {
    PATH: process.env['PATH'],
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_SYSTEM: '/dev/null',
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `http.${githubOf(sandbox).git}/.extraHeader`,
    GIT_CONFIG_VALUE_0: `Authorization: Basic ${basic}`,
    GIT_AUTHOR_NAME: who,
    GIT_AUTHOR_EMAIL: `${name}@acme.example`,
    GIT_AUTHOR_DATE: now,
    GIT_COMMITTER_NAME: who,
    GIT_COMMITTER_EMAIL: `${name}@acme.example`,
    GIT_COMMITTER_DATE: now
  }
}
