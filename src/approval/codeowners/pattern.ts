/**
 * Whether a path (from the repository's root, without a leading slash) matches one CODEOWNERS pattern, as GitHub matches
 * it: `apps/` at any depth, `/docs/` from the root with everything below, `docs/*` direct children only, `*` everything,
 * `/*` files of the root, `**` any number of folders. Case counts; `[ ]`, `!` and `{ }` are plain characters.
 * Source: docs.github.com, "About code owners"; gitignore(5) for what it leaves to that.
 */
export type PathMatcher = (path: readonly string[]) => boolean

/** Reads a pattern. `path` is then given split at its slashes. */
export function compilePathPattern(pattern: string): PathMatcher {
  const segments = segmentsOf(pattern)
  if (segments === null) return () => false
  const last = segments.at(-1)
  // A name at the end also means everything below a folder of that name; `*` alone means just one level.
  const below = last !== '**' && last !== '*'
  const parts = segments.map(compileSegment)
  return (path) => matchSegments(parts, path, below)
}

/** `null`: `/` alone matches nothing. */
function segmentsOf(pattern: string): readonly string[] | null {
  if (pattern === '' || pattern === '/') return null
  const rooted = pattern.startsWith('/')
  const parts = (rooted ? pattern.slice(1) : pattern).split('/')
  const folder = parts.length > 1 && parts.at(-1) === ''
  const named = folder ? parts.slice(0, -1) : parts
  // Without a slash at the beginning or in the middle a pattern holds at any depth.
  const anywhere = !rooted && named.length === 1 && named[0] !== '**'
  // `**/` is what lies in some folder, whichever.
  const inside = named.at(-1) === '**' ? ['*', '**'] : ['**']
  return [...(anywhere ? ['**'] : []), ...named, ...(folder ? inside : [])]
}

type Part = 'folders' | ((name: string) => boolean)

function compileSegment(segment: string): Part {
  if (segment === '**') return 'folders'
  const tokens = tokensOf(segment)
  return (name) => matchName(tokens, name)
}

const ANY = Symbol('*')
const ONE = Symbol('?')
type Token = string | typeof ANY | typeof ONE

function tokensOf(segment: string): readonly Token[] {
  const tokens: Token[] = []
  let escaped = false
  for (const character of segment) {
    if (escaped) tokens.push(character)
    else if (character === '*') {
      if (tokens.at(-1) !== ANY) tokens.push(ANY)
    } else if (character === '?') tokens.push(ONE)
    else if (character !== '\\') tokens.push(character)
    escaped = !escaped && character === '\\'
  }
  return tokens
}

/** Greedy with one point of return, the last star: linear in pattern times name. */
function matchName(tokens: readonly Token[], name: string): boolean {
  const characters = Array.from(name)
  if (characters.length === 0) return false
  let [token, character, star, resume] = [0, 0, -1, 0]
  while (character < characters.length) {
    const wanted = tokens[token]
    if (wanted === ANY) {
      star = token++
      resume = character
    } else if (wanted !== undefined && (wanted === ONE || wanted === characters[character])) {
      token++
      character++
    } else if (star === -1) return false
    else {
      token = star + 1
      character = ++resume
    }
  }
  while (tokens[token] === ANY) token++
  return token === tokens.length
}

/** The same one level up: `**` stands for any number of folders; at the end for at least one name. */
function matchSegments(parts: readonly Part[], path: readonly string[], below: boolean): boolean {
  let [part, at, star, resume] = [0, 0, -1, 0]
  for (;;) {
    const wanted = parts[part]
    if (wanted === undefined && (at === path.length || below)) return true
    if (wanted === 'folders') {
      if (part === parts.length - 1) return at < path.length
      star = part++
      resume = at
    } else if (wanted !== undefined && at < path.length && wanted(path[at] ?? '')) {
      part++
      at++
    } else if (star === -1 || resume >= path.length) return false
    else {
      part = star + 1
      at = ++resume
    }
  }
}
