/** A task that GitHub can tell the state of. A pull request is an issue too. */
export interface TaskReference {
  readonly kind: 'issue' | 'deployment' | 'run'
  readonly owner: string
  readonly repo: string
  readonly number: number
  /** The same for the same thing, however its address was written. */
  readonly key: string
}

/** What an address leads to, or why nobody can look at it (the end of a sentence that begins with the address). */
export type ReadTask =
  | { readonly reference: TaskReference; readonly why: null }
  | { readonly reference: null; readonly why: string }

const PATHS = [
  { kind: 'issue', pattern: /^\/([^/]+)\/([^/]+)\/(?:issues|pull)\/(\d+)(?:\/|$)/u },
  { kind: 'deployment', pattern: /^\/([^/]+)\/([^/]+)\/deployments\/(\d+)(?:\/|$)/u },
  { kind: 'run', pattern: /^\/([^/]+)\/([^/]+)\/actions\/runs\/(\d+)(?:\/|$)/u }
] as const

const OWNER = /^[A-Za-z0-9][A-Za-z0-9-]{0,38}$/u
const REPOSITORY = /^[A-Za-z0-9._-]{1,100}$/u

/** Reads the address of a task. `host` is that of the governed GitHub, with its port: only that one is ever asked. */
export function readTask(address: string, host: string): ReadTask {
  if (!URL.canParse(address)) return none('is no address')
  const url = new URL(address)
  if (url.host.toLowerCase() !== host.toLowerCase()) return none(`is on another server (${url.host})`)
  for (const { kind, pattern } of PATHS) {
    const [, owner = '', repo = '', digits = ''] = pattern.exec(url.pathname) ?? []
    const number = Number(digits)
    if (!OWNER.test(owner) || !REPOSITORY.test(repo) || /^\.{1,2}$/u.test(repo)) continue
    if (number < 1 || !Number.isSafeInteger(number)) continue
    const key = `${owner}/${repo}`.toLowerCase() + ` ${kind} ${number}`
    return { reference: { kind, owner, repo, number, key }, why: null }
  }
  return none('is no issue, pull request, deployment or workflow run')
}

function none(why: string): ReadTask {
  return { reference: null, why }
}
