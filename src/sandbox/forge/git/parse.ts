/** Who and when, as a commit or tag says. */
export interface Signature {
  readonly name: string
  readonly email: string
  /** Milliseconds; seconds are all that git keeps. */
  readonly at: number
}

export interface CommitObject {
  readonly tree: string
  readonly parents: readonly string[]
  readonly author: Signature
  readonly committer: Signature
  readonly message: string
  /** The `gpgsig` header, unfolded. */
  readonly signature: string | null
  /** The commit without its signature: what was signed. */
  readonly payload: string
}

export interface TreeEntry {
  readonly mode: string
  readonly name: string
  readonly id: string
}

/** Reads a commit. */
export function parseCommit(bytes: Buffer): CommitObject {
  const whole = bytes.toString('utf8')
  const split = whole.indexOf('\n\n')
  const head = split < 0 ? whole : whole.slice(0, split)
  const message = split < 0 ? '' : whole.slice(split + 2)
  // A header goes on in lines that begin with a blank.
  const lines = head.replaceAll('\n ', '\0').split('\n')
  const all = (name: string): string[] =>
    lines.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1))
  const signature = all('gpgsig')[0]?.replaceAll('\0', '\n') ?? null
  const signed = lines
    .filter((line) => !line.startsWith('gpgsig '))
    .join('\n')
    .replaceAll('\0', '\n ')
  return {
    tree: all('tree')[0] ?? '',
    parents: all('parent'),
    author: parseSignature(all('author')[0] ?? ''),
    committer: parseSignature(all('committer')[0] ?? ''),
    message,
    signature,
    payload: `${signed}\n\n${message}`
  }
}

/** Reads a tree. */
export function parseTree(bytes: Buffer): TreeEntry[] {
  const entries: TreeEntry[] = []
  for (let at = 0; at < bytes.length;) {
    const blank = bytes.indexOf(0x20, at)
    const end = bytes.indexOf(0, blank)
    entries.push({
      mode: bytes.toString('latin1', at, blank).padStart(6, '0'),
      name: bytes.toString('utf8', blank + 1, end),
      id: bytes.toString('hex', end + 1, end + 21)
    })
    at = end + 21
  }
  return entries
}

/** Writes a tree; git sorts folders as if their names ended in a slash. */
export function formatTree(entries: readonly TreeEntry[]): Buffer {
  const key = (entry: TreeEntry): Buffer =>
    Buffer.from(entry.mode === '040000' ? `${entry.name}/` : entry.name)
  const sorted = entries.toSorted((a, b) => Buffer.compare(key(a), key(b)))
  return Buffer.concat(
    sorted.flatMap(({ id, mode, name }) => [
      Buffer.from(`${mode.replace(/^0/u, '')} ${name}\0`),
      Buffer.from(id, 'hex')
    ])
  )
}

/** What a new commit is made of. */
export interface NewCommit {
  readonly tree: string
  readonly parents: readonly string[]
  readonly author: Signature
  readonly committer: Signature
  readonly message: string
  /** An armoured signature, for the `gpgsig` header. */
  readonly signature?: string | null
}

/** Writes a commit. */
export function formatCommit(commit: NewCommit): Buffer {
  const lines = [
    `tree ${commit.tree}`,
    ...commit.parents.map((parent) => `parent ${parent}`),
    `author ${formatSignature(commit.author)}`,
    `committer ${formatSignature(commit.committer)}`
  ]
  if (commit.signature) lines.push(`gpgsig ${commit.signature.trimEnd().replaceAll('\n', '\n ')}`)
  return Buffer.from(`${lines.join('\n')}\n\n${commit.message}`)
}

function parseSignature(line: string): Signature {
  const found = /^(.*?) ?<([^>]*)> (-?\d+) [+-]\d{4}$/u.exec(line)
  if (!found) return { name: '', email: '', at: 0 }
  return { name: found[1] ?? '', email: found[2] ?? '', at: Number(found[3]) * 1000 }
}

function formatSignature({ at, email, name }: Signature): string {
  return `${clean(name)} <${clean(email)}> ${Math.floor(at / 1000)} +0000`
}

// Names and addresses can't hold what ends them.
function clean(text: string): string {
  return text.replaceAll(/[<>\n\0]/gu, '')
}
