/** Something in a text that looks like a secret. The secret itself is never part of it. */
export interface SecretHit {
  /** Where it begins, in UTF-16 units from the start of the text. */
  readonly index: number
  /** What it looks like, in words: `an AWS access key id`. */
  readonly what: string
}

interface Pattern {
  readonly what: string
  readonly pattern: RegExp
  /** Group 1 must look random for the match to count. */
  readonly random?: true
}

/** Not within a word. The letters of an escape (`"\tghp_…"`) are no part of what follows them. */
const BEGINS = /(?:(?<![A-Za-z0-9])|(?<=\\(?:[A-Za-z0-9]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})))/u

function begins({ source }: RegExp): RegExp {
  return new RegExp(`${BEGINS.source}(?:${source})`, 'gu')
}

// Forms as their issuers document them. Every pattern is bounded, so that none takes more than linear time.
const PATTERNS: readonly Pattern[] = [
  {
    what: 'an AWS access key id',
    pattern: begins(/A(?:KIA|SIA|BIA|CCA)[A-Z2-7]{16}(?![A-Za-z0-9])/u)
  },
  {
    what: 'a private key',
    pattern: /-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----[A-Za-z0-9+/=\s]{0,10000}/gu
  },
  { what: 'a PuTTY private key', pattern: /PuTTY-User-Key-File-\d/gu },
  { what: 'a GitHub token', pattern: begins(/gh[pousr]_[A-Za-z0-9]{36,255}/u) },
  { what: 'a GitHub token', pattern: begins(/github_pat_[A-Za-z0-9_]{22,255}/u) },
  { what: 'a GitLab token', pattern: begins(/glpat-[A-Za-z0-9_-]{20,64}/u) },
  { what: 'a Slack token', pattern: begins(/xox[abeoprs]-[A-Za-z0-9-]{10,250}/u) },
  { what: 'a Google API key', pattern: begins(/AIza[A-Za-z0-9_-]{35}/u) },
  { what: 'a Stripe key', pattern: begins(/[rs]k_live_[A-Za-z0-9]{20,250}/u) },
  { what: 'an npm token', pattern: begins(/npm_[A-Za-z0-9]{36}/u) },
  { what: 'an API key', pattern: begins(/sk-(?:ant-|proj-)[A-Za-z0-9_-]{20,250}/u) },
  {
    what: 'a JSON web token',
    pattern: begins(/eyJ[A-Za-z0-9_-]{8,2000}\.eyJ[A-Za-z0-9_-]{8,2000}\.[A-Za-z0-9_-]{0,2000}/u)
  },
  { what: 'a password in a link', pattern: /[a-z]{2,10}:\/\/[^\s/:@"']{1,100}:([^\s/:@"']{3,100})@/gu },
  {
    what: 'a secret value',
    pattern:
      /(?:secret|passw(?:or)?d|passphrase|token|api[_-]?key|access[_-]?key|credential)[A-Za-z_-]{0,20}["']?\s{0,3}[:=]\s{0,3}["']?([A-Za-z0-9+/=_.~!@#$%^&*-]{16,256})/giu,
    random: true
  },
  {
    what: 'an AWS secret access key',
    pattern: /(?:(?<![A-Za-z0-9+/=])|(?<=\\[A-Za-z0-9]))([A-Za-z0-9+/]{40})(?![A-Za-z0-9+/=])/gu,
    random: true
  }
]

// What each pattern above needs somewhere, in a form that costs a clean file next to nothing.
const HINT =
  /A[KSBC][IC]A|PRIVATE KEY|PuTTY|gh[pousr]_|_pat_|pat-|xox|AIza|k_live_|npm_|sk-|eyJ|[a-z]:\/\/[^\s/@]{1,200}@|[sS][eE][cC][rR]|[pP][aA][sS][sS][wWpP]|[tT][oO][kK][eE][nN]|[kK][eE][yY]|[cC][rR][eE][dD]/u
const SECRET_KEY_LENGTH = 40

/**
 * Everything in a text that looks like a key, token or password, in order of place, one hit a place.
 * Guesses on purpose: a file of the book has no use for anything that looks like one.
 */
export function findSecrets(text: string): readonly SecretHit[] {
  if (!HINT.test(text) && !hasLongRun(text)) return []
  const hits = new Map<number, SecretHit>()
  for (const { what, pattern, random } of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const index = match[1] === undefined ? match.index : match.index + match[0].indexOf(match[1])
      if (random && !looksRandom(match[1] ?? '')) continue
      if (!hits.has(index)) hits.set(index, { index, what })
    }
  }
  return [...hits.values()].toSorted((a, b) => a.index - b.index)
}

/** The same text without anything that looks like a secret. For what is printed. */
export function withoutSecrets(text: string): string {
  if (findSecrets(text).length === 0) return text
  return PATTERNS.reduce(
    (left, { pattern, random }) =>
      left.replace(pattern, (whole: string, group: unknown) => {
        const secret = typeof group === 'string' ? group : whole
        return random && !looksRandom(secret) ? whole : whole.replace(secret, '[secret]')
      }),
    text
  )
}

/** Letters of both cases and digits (or long, with one of each kind), and at least 3.5 bits a character by Shannon's measure. */
function looksRandom(text: string): boolean {
  const mixed = /[a-z]/u.test(text) && /[A-Z]/u.test(text) && /\d/u.test(text)
  return mixed && entropy(text) >= 3.5
}

function entropy(text: string): number {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  let bits = 0
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length)
  return bits
}

/** Whether 40 characters of base64 stand together. Looks at every 40th character and around it, so most are never read. */
function hasLongRun(text: string): boolean {
  for (let at = SECRET_KEY_LENGTH - 1; at < text.length;) {
    let back = at
    while (back > at - SECRET_KEY_LENGTH && isBase64(text.charCodeAt(back))) back--
    if (back === at - SECRET_KEY_LENGTH) return true
    at = back + SECRET_KEY_LENGTH
  }
  return false
}

function isBase64(code: number): boolean {
  const letter = (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)
  return letter || (code >= 0x2f && code <= 0x39) || code === 0x2b
}
