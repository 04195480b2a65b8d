import { Octokit } from '@octokit/rest'
import { retry } from '@octokit/plugin-retry'
import { throttling } from '@octokit/plugin-throttling'
import Bottleneck from 'bottleneck/light.js'
import { UsageError } from '../../book/errors.ts'
import type { Instant } from '../../book/instant.ts'
import { isLoopback } from '../loopback.ts'
import { VERSION } from '../../version.ts'
import type { GitHub } from './github.ts'
import { Budget } from './budget.ts'
import { countEachByItself, waitBeforeRetries } from './backoff.ts'
import { Patience } from './patience.ts'
import { transport, type Counted } from './transport.ts'

/** What the entry passes in of the outside world. */
export interface GitHubPorts {
  readonly clock: () => Instant
  /** Waits so many milliseconds. */
  readonly sleep: (ms: number) => Promise<void>
  /** Between 0 and 1; spreads out attempts of many runs. */
  readonly random: () => number
  /** Aborted when the run is to stop. */
  readonly signal: AbortSignal
  /** One line of progress. */
  readonly log: (line: string) => void
}

type Environment = Readonly<Record<string, string | undefined>>

/** How often a call is tried again after a server error or a broken connection, and after a rate limit. */
const RETRIES = 3
const LIMIT_RETRIES = 2
/** GitHub asks for a second between writes, and three between those that notify people. Milliseconds. */
const PACE = { write: 1000, notifications: 3000 }

/**
 * Opens the governed repository on GitHub, as the environment names it: `GITHUB_REPOSITORY`, `GITHUB_TOKEN`,
 * `GITHUB_API_URL`, `GITHUB_SERVER_URL`, `GRANTBOOK_WRITERS`. Nothing is asked yet. Throws UsageError that names the variable
 * that is missing or wrong.
 */
export function openGitHub(environment: Environment, ports: GitHubPorts): GitHub {
  const { owner, repo } = repositoryOf(environment)
  const token = required(environment, 'GITHUB_TOKEN', 'an installation token of the GitHub App')
  if (!/^[!-~]+$/u.test(token)) throw new UsageError('GITHUB_TOKEN must be one word of plain characters.')
  const api = urlOf(environment, 'GITHUB_API_URL', 'https://api.github.com')
  const server = urlOf(environment, 'GITHUB_SERVER_URL', 'https://github.com')
  const counted: Counted = { read: 0, write: 0, date: null }
  const patience = new Patience(ports.sleep)
  const budget = new Budget({ ...ports, writers: writersOf(environment) })
  const pace = isLoopback(api) ? 100 : 1000
  // The first plugin is the innermost, it sees every attempt; the last one sees each call once.
  const Client = Octokit.plugin(
    (octokit) => waitBeforeRetries(octokit, { patience, random: ports.random, pace, budget }),
    throttling,
    retry,
    countEachByItself
  )
  const octokit = new Client({
    baseUrl: api,
    auth: token,
    userAgent: `grantbook/${VERSION}`,
    log: silent,
    request: { fetch: transport(counted, patience, ports.signal) },
    retry: {
      retries: RETRIES,
      retryAfterBaseValue: 0,
      doNotRetry: [400, 401, 403, 404, 409, 410, 422, 429, 451]
    },
    throttle: {
      ...lanes(api),
      retryAfterBaseValue: 0,
      onRateLimit: limitHandler('rate limit', patience, ports),
      onSecondaryRateLimit: limitHandler('secondary rate limit', patience, ports)
    }
  })
  return {
    octokit,
    owner,
    repo,
    remote: { url: `${server}/${owner}/${repo}.git`, token },
    budget,
    calls: () => ({ read: counted.read, write: counted.write }),
    serverTime: () => counted.date
  }
}

/** Whether both halves of GitHub that would be written to are on this machine: then `--now` may be given. */
export function isLocalGitHub(environment: Environment): boolean {
  return [
    urlOf(environment, 'GITHUB_API_URL', 'https://api.github.com'),
    urlOf(environment, 'GITHUB_SERVER_URL', 'https://github.com')
  ].every(isLoopback)
}

function repositoryOf(environment: Environment): { readonly owner: string; readonly repo: string } {
  const name = required(environment, 'GITHUB_REPOSITORY', 'owner and name of the governed repository')
  const match = /^([A-Za-z0-9][A-Za-z0-9-]{0,38})\/([A-Za-z0-9._-]{1,100})$/u.exec(name)
  const [owner, repo] = [match?.[1], match?.[2]]
  if (owner !== undefined && repo !== undefined && !/^\.{1,2}$/u.test(repo)) return { owner, repo }
  throw new UsageError('GITHUB_REPOSITORY must be owner and name, such as acme/access.')
}

/** How many jobs of one workflow run write at the same time, as the workflow says. */
function writersOf({ GRANTBOOK_WRITERS: value = '' }: Environment): number {
  if (value === '') return 1
  if (/^[1-9]\d?$/u.test(value)) return Number(value)
  throw new UsageError(
    'GRANTBOOK_WRITERS must be a number from 1 to 99: how many jobs write at the same time.'
  )
}

function required(environment: Environment, name: string, what: string): string {
  const value = environment[name]
  if (value !== undefined && value.trim() !== '') return value.trim()
  throw new UsageError(`${name} is not set: it must hold ${what}.`)
}

function urlOf(environment: Environment, name: string, otherwise: string): string {
  const value = environment[name]
  if (value === undefined || value === '') return otherwise
  const url = URL.canParse(value) ? new URL(value) : null
  const fit =
    url &&
    ['http:', 'https:'].includes(url.protocol) &&
    url.username === '' &&
    url.password === '' &&
    url.search === ''
  if (!fit) throw new UsageError(`${name} must be an http or https URL without credentials.`)
  // The token would cross the network in clear.
  if (url.protocol === 'http:' && !isLoopback(value))
    throw new UsageError(`${name} must be an https URL: the token is sent to it.`)
  return value.replace(/\/+$/u, '')
}

/** Queues of our own, so that two clients in one process don't wait for each other; a local forge needs no pace. */
function lanes(api: string): { readonly write: Bottleneck.Group; readonly notifications: Bottleneck.Group } {
  const factor = isLoopback(api) ? 0 : 1
  const lane = (minTime: number): Bottleneck.Group =>
    new Bottleneck.Group({ maxConcurrent: 1, minTime: minTime * factor })
  return { write: lane(PACE.write), notifications: lane(PACE.notifications) }
}

/** Waits for a limit to pass, unless that takes longer than the run may wait. */
function limitHandler(what: string, patience: Patience, { log }: GitHubPorts) {
  return async (seconds: number, _options: object, _octokit: object, tries: number): Promise<boolean> => {
    if (tries >= LIMIT_RETRIES) return false
    log(`GitHub asks to wait ${seconds} s (${what}).`)
    return patience.wait(seconds * 1000)
  }
}

/** Octokit's own log would print whole requests; what fails is told by whoever asked. */
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
