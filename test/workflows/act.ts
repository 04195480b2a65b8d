import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle } from '../../scripts/house/bundle.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { node24, program } from './tools.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
/** Commit at which the workflows name the action; nothing is fetched from there. */
export const TOOL_COMMIT = '0123456789abcdef0123456789abcdef01234567'

/** Stand-ins for others' actions: what they would have done here, against the forge. */
const STAND_INS: Readonly<Record<string, string>> = {
  'actions/checkout': `name: checkout
inputs:
  ref: {required: true}
  token: {required: false, default: ''}
  repository: {required: false, default: acme/access}
  fetch-depth: {required: true}
  persist-credentials: {required: true}
runs:
  using: composite
  steps:
    - shell: bash
      env:
        REF: \${{ inputs.ref }}
        TOKEN: \${{ inputs.token }}
        REPOSITORY: \${{ inputs.repository }}
      run: |
        find . -mindepth 1 -delete
        git init -q -b "$REF" .
        git remote add origin "$FORGE/$REPOSITORY.git"
        basic="$(printf 'x-access-token:%s' "\${TOKEN:-$READ_TOKEN}" | base64 -w 0)"
        git -c "http.extraHeader=Authorization: Basic $basic" fetch -q --tags origin '+refs/heads/*:refs/remotes/origin/*'
        git checkout -q -B "$REF" "refs/remotes/origin/$REF"
`,
  'actions/create-github-app-token': `name: token
inputs:
  app-id: {required: true}
  private-key: {required: true}
outputs:
  token: {value: "\${{ steps.token.outputs.token }}"}
runs:
  using: composite
  steps:
    - id: token
      shell: bash
      env: {KEY: "\${{ inputs.private-key }}"}
      run: |
        [ "$KEY" = the-key-of-the-app ] || exit 1
        echo "token=$APP_TOKEN" >> "$GITHUB_OUTPUT"
`,
  'aws-actions/configure-aws-credentials': `name: aws
inputs:
  role-to-assume: {required: true}
  aws-region: {required: true}
runs:
  using: composite
  steps:
    - shell: bash
      run: |
        echo "AWS_ACCESS_KEY_ID=$ACCOUNT_KEY" >> "$GITHUB_ENV"
        echo "AWS_SECRET_ACCESS_KEY=$ACCOUNT_SECRET" >> "$GITHUB_ENV"
`
}

/** What a run of workflows printed and how it ended. */
export interface Acted {
  readonly status: number | null
  readonly log: string
}

/** Runs the shipped workflows by nektos/act in host mode, against a sandbox. */
export class Stage {
  readonly folder = mkdtempSync(join(tmpdir(), 'grantbook-act-'))
  readonly #sandbox: Sandbox
  readonly #secrets: Readonly<Record<string, string>>

  private constructor(sandbox: Sandbox, secrets: Readonly<Record<string, string>>) {
    this.#sandbox = sandbox
    this.#secrets = secrets
  }

  /** `secrets` are those of all environments together: act knows no environments. */
  static async open(sandbox: Sandbox, secrets: Readonly<Record<string, string>>): Promise<Stage> {
    const stage = new Stage(sandbox, secrets)
    for (const [name, { content }] of await bundle()) stage.write(`tool/dist/${name}`, content)
    cpSync(join(ROOT, 'action.yml'), stage.path('tool/action.yml'))
    stage.write('tool/package.json', '{"type":"module"}\n')
    for (const [name, text] of Object.entries(STAND_INS)) stage.write(`${name}/action.yml`, text)
    // Otherwise act asks on its first run which image it should use.
    stage.write('home/.config/act/actrc', '-P ubuntu-24.04=-self-hosted\n')
    return stage
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }

  path(name: string): string {
    return join(this.folder, name)
  }

  write(name: string, text: string): void {
    mkdirSync(dirname(this.path(name)), { recursive: true })
    writeFileSync(this.path(name), text)
  }

  /** Runs one workflow of a clone for an event, as the account of this number. */
  run(
    clone: string,
    workflow: string,
    event: string,
    payload: object,
    actor: number,
    repository = 'acme/access'
  ): Promise<Acted> {
    this.write(
      'event.json',
      JSON.stringify({ ...payload, repository: { full_name: repository, default_branch: 'main' } })
    )
    const args = [
      event,
      '--no-skip-checkout',
      ...pairs({
        workflows: join(clone, '.github/workflows', workflow),
        eventpath: this.path('event.json'),
        directory: clone,
        defaultbranch: 'main',
        'container-daemon-socket': '-'
      }),
      ...this.#local(clone, workflow),
      ...named('--env', this.#environment(actor)),
      ...named('--secret', { ...this.#secrets, GITHUB_TOKEN: this.#token('reader-acme') }),
      ...named('--var', {
        GRANTBOOK_APP_ID: '1',
        GRANTBOOK_AWS_ROLE: 'arn:aws:iam::123456789012:role/grantbook'
      })
    ]
    return ran(program('act') ?? 'act', args, {
      PATH: `${dirname(node24() ?? process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`,
      HOME: this.path('home'),
      GIT_CONFIG_GLOBAL: '/dev/null'
    })
  }

  #local(clone: string, workflow: string): string[] {
    const text = readFileSync(join(clone, '.github/workflows', workflow), 'utf8')
    const used = [...text.matchAll(/uses: ([\w.-]+\/[\w.-]+)@([0-9a-f]{40})/gu)]
    return [
      ...new Set(used.map(([, name = '', commit = '']) => `${name}@${commit}=${this.#folderOf(name)}`))
    ].flatMap((one) => ['--local-repository', one])
  }

  #folderOf(name: string): string {
    return this.path(name === 'acme/grantbook' ? 'tool' : name)
  }

  #environment(actor: number): Record<string, string> {
    const { github, aws } = this.#sandbox
    const [account] = aws.accounts
    return {
      GITHUB_API_URL: github?.api ?? '',
      GITHUB_SERVER_URL: github?.git ?? '',
      GITHUB_ACTOR_ID: String(actor),
      FORGE: github?.git ?? '',
      APP_TOKEN: this.#token('grantbook-acme'),
      READ_TOKEN: this.#token('reader-acme'),
      ACCOUNT_KEY: account?.root.accessKeyId ?? '',
      ACCOUNT_SECRET: account?.root.secretAccessKey ?? '',
      AWS_ENDPOINT_URL_IAM: aws.iam,
      AWS_ENDPOINT_URL_STS: aws.sts
    }
  }

  #token(name: string): string {
    return this.#sandbox.forge?.token(name) ?? ''
  }
}

/** Options of act with one value each. */
function pairs(options: Readonly<Record<string, string>>): string[] {
  return Object.entries(options).map(([name, value]) => `--${name}=${value}`)
}

/** One option for each named value. */
function named(option: string, values: Readonly<Record<string, string>>): string[] {
  return Object.entries(values).flatMap(([name, value]) => [option, `${name}=${value}`])
}

function ran(command: string, args: readonly string[], env: Record<string, string>): Promise<Acted> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let log = ''
    child.stdout.on('data', (part: Buffer) => (log += part.toString()))
    child.stderr.on('data', (part: Buffer) => (log += part.toString()))
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, log }))
  })
}
