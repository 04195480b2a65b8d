type Environment = Readonly<Record<string, string | undefined>>

/** What a command may know, as the command line's contract lists it, and what programs need to run at all. */
const PASSED: ReadonlySet<string> = new Set([
  'GITHUB_API_URL',
  'GITHUB_SERVER_URL',
  'GITHUB_TOKEN',
  'GRANTBOOK_SIGNING_KEY',
  'GRANTBOOK_WRITERS',
  'NO_COLOR',
  'CI',
  // For git and for Node itself.
  'PATH',
  'HOME',
  'TMPDIR',
  'TZ',
  'GIT_CONFIG_GLOBAL',
  'GIT_CONFIG_SYSTEM',
  'GIT_CONFIG_NOSYSTEM',
  'GIT_EXEC_PATH',
  'HTTPS_PROXY',
  'HTTP_PROXY',
  'NO_PROXY',
  'https_proxy',
  'http_proxy',
  'no_proxy',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'NODE_EXTRA_CA_CERTS'
])

/**
 * The environment for commands: nothing of what Actions and a workflow's author put there beyond the contract. The
 * variables of the AWS SDK (`AWS_*`) are its own. An empty variable is one that isn't set (`env:` can't leave one out).
 */
export function commandEnvironment(environment: Environment, repository: string): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const [name, value] of Object.entries(environment)) {
    const passed = PASSED.has(name) || name.startsWith('AWS_')
    if (passed && value !== undefined && value !== '') kept[name] = value
  }
  return { ...kept, GITHUB_REPOSITORY: repository }
}

/** Makes a process's own environment the given one, for what reads it there: git and the AWS SDK. */
export function confine(own: Record<string, string | undefined>, to: Readonly<Record<string, string>>): void {
  for (const name of Object.keys(own)) if (!Object.hasOwn(to, name)) delete own[name]
  Object.assign(own, to)
}
