import type { CommandModule, Io } from '../../src/commands/command.ts'
import { dispatch } from '../../src/commands/dispatch.ts'
import { requestCommand } from '../../src/commands/request.ts'
import type { Choice, Prompts } from '../../src/commands/steps/propose/prompts.ts'
import { ACCOUNT, entitlement } from '../support/book.ts'
import { ForgeScene, type Patch, type SceneOptions } from '../support/forge-scene.ts'
import type { Ran } from '../support/repository.ts'

/** A role of high risk that asks for a ticket and may be had by breaking the glass. */
export const WRITE = entitlement(
  'billing-write',
  `target: {assumeRole: "arn:aws:iam::${ACCOUNT}:role/entitlements/billing-write"}\nemergency: {approvers: ["@acme/on-call"], maxDuration: 2h}`
).replace('risk: medium', 'risk: high')

/** A scene in which people open pull requests. */
export function openPersonScene(files: Patch = {}, world: SceneOptions['world'] = {}): Promise<ForgeScene> {
  return ForgeScene.open({
    files: { 'grants/systems/aws-prod/billing-write/entitlement.yaml': WRITE, ...files },
    world
  })
}

/** A command line with somebody's own token. */
export function as(scene: ForgeScene, who: string, ...args: readonly string[]): Promise<Ran> {
  return scene.runWith({ environment: personal(scene, who) }, ...args)
}

/** The environment of somebody at their own desk: no signing key, no cloud. */
export function personal(scene: ForgeScene, who: string): Readonly<Record<string, string>> {
  const { GITHUB_API_URL, GITHUB_SERVER_URL, GITHUB_REPOSITORY } = scene.environment()
  return {
    GITHUB_API_URL: GITHUB_API_URL ?? '',
    GITHUB_SERVER_URL: GITHUB_SERVER_URL ?? '',
    GITHUB_REPOSITORY: GITHUB_REPOSITORY ?? '',
    GITHUB_TOKEN: scene.token(who)
  }
}

/** What a script answers: a text, or whether to go on. */
export type Answer = string | boolean

/** Answers in order; what was asked is kept. An answer that its question refuses is an error. */
export class Script implements Prompts {
  readonly asked: string[] = []
  readonly choices = new Map<string, readonly Choice[]>()
  readonly #answers: Answer[]

  constructor(...answers: readonly Answer[]) {
    this.#answers = [...answers]
  }

  get left(): number {
    return this.#answers.length
  }

  text = (question: string, standard: string | null, check: (answer: string) => string | null) => {
    this.asked.push(`${question} [${standard ?? ''}]`)
    const answer = String(this.#next())
    const fault = check(answer)
    if (fault !== null) return Promise.reject(new Error(`refused: ${fault}`))
    return Promise.resolve(answer === '' ? (standard ?? '') : answer)
  }

  choose = (question: string, choices: readonly Choice[], standard: string | null) => {
    this.asked.push(`${question} [${standard ?? ''}]`)
    this.choices.set(question, choices)
    const answer = String(this.#next())
    if (!choices.some(({ value }) => value === answer))
      return Promise.reject(new Error(`no choice: ${answer}`))
    return Promise.resolve(answer)
  }

  confirm = (question: string) => {
    this.asked.push(question)
    return Promise.resolve(this.#next() === true)
  }

  #next(): Answer {
    const answer = this.#answers.shift()
    if (answer === undefined) throw new Error(`nothing left to answer: ${this.asked.at(-1) ?? ''}`)
    return answer
  }
}

/** `grantbook request` on a terminal at which a script answers. */
export async function requestOnTerminal(
  scene: ForgeScene,
  who: string,
  script: Script,
  ...args: readonly string[]
): Promise<Ran> {
  let [out, err] = ['', '']
  const command: CommandModule = requestCommand(() => Promise.resolve(script))
  const io: Io = {
    out: (text) => (out += text),
    err: (text) => (err += text),
    stdin: () => Promise.resolve(''),
    terminal: { out: true, err: true, columns: 80 },
    cwd: scene.root,
    environment: personal(scene, who),
    clock: () => scene.sandbox.clock.now(),
    sleep: () => Promise.resolve(),
    random: () => 0.5,
    signal: new AbortController().signal
  }
  const listed = [{ name: 'request', summary: 'ask', load: () => Promise.resolve({ command }) }]
  const status = await dispatch(listed, ['request', ...args, '--root', scene.root], io)
  return { status, out, err }
}

/** A pull request as the forge shows it. */
export interface Shown {
  readonly number: number
  readonly title: string
  readonly body: string
  readonly state: string
  readonly user: { readonly login: string }
  readonly head: { readonly ref: string; readonly sha: string }
}

/** One pull request of the forge. */
export async function shown(scene: ForgeScene, pull: number): Promise<Shown> {
  return (await scene.api('frank', 'GET', `/pulls/${pull}`)) as Shown
}

/** How many pull requests there are in all. */
export async function pullsIn(scene: ForgeScene): Promise<number> {
  return ((await scene.api('frank', 'GET', '/pulls?state=all')) as unknown[]).length
}

/** A file as a branch of the forge has it. */
export async function fileOn(scene: ForgeScene, branch: string, path: string): Promise<string> {
  await scene.git('frank', 'fetch', '-q', 'origin', '+refs/heads/*:refs/remotes/origin/*')
  return scene.git('frank', 'show', `origin/${branch}:${path}`)
}
