import type { Git } from './git/git.ts'

// What git is asked most often is where refs stand. That takes no process to read. The words are git's own:
// its capabilities are taken from what it once said itself. Source: gitprotocol-v2(5), gitprotocol-pack(5).

const FLUSH = '0000'
const DELIMITER = '0001'
const ARGUMENT = /^(?:peel|symrefs|unborn|ref-prefix .+)$/u
const ABOUT = /^(?:agent|object-format|session-id)=/u
const BANNER = '# service=git-receive-pack\n'

/** What git said of itself before its refs; null for an answer that we don't know to read. */
export function capabilitiesIn(advertisement: Buffer): string | null {
  const lines = readLines(advertisement)
  if (lines?.[0] !== BANNER || lines[1] !== FLUSH) return null
  return /^[0-9a-f]{40} [^\0]+\0(.+)\n?$/u.exec(lines[2] ?? '')?.[1] ?? null
}

/** What `git receive-pack` says before a push. GitHub doesn't tell of pull requests there. */
export function beforePush(git: Git, capabilities: string): Buffer {
  const told = sorted(git.refs.all()).filter(([ref]) => !isBelow(ref, 'refs/pull'))
  if (told.length === 0) told.push(['capabilities^{}', '0'.repeat(40)])
  const lines = told.map(([ref, id], index) =>
    line(`${id} ${ref}${index === 0 ? `\0${capabilities}` : ''}\n`)
  )
  return Buffer.concat([line(BANNER), Buffer.from(FLUSH), ...lines, Buffer.from(FLUSH)])
}

/** The answer to the command `ls-refs`; null if something else was asked, or it was asked in words that we don't know. */
export function listRefs(git: Git, request: Buffer): Buffer | null {
  const asked = readLines(request)?.map((text) => text.replace(/\n$/u, ''))
  if (asked?.[0] !== 'command=ls-refs' || asked.at(-1) !== FLUSH) return null
  const rest = asked.slice(1, -1)
  const split = rest.indexOf(DELIMITER)
  const about = split < 0 ? rest : rest.slice(0, split)
  const options = split < 0 ? [] : rest.slice(split + 1)
  if (!about.every((one) => ABOUT.test(one)) || !options.every((one) => ARGUMENT.test(one))) return null
  const prefixes = options
    .filter((one) => one.startsWith('ref-prefix '))
    .map((one) => one.slice('ref-prefix '.length))
  const wanted = (ref: string): boolean =>
    prefixes.length === 0 || prefixes.some((prefix) => ref.startsWith(prefix))
  const peel = (id: string): string => (options.includes('peel') ? peeled(git, id) : '')
  const lines: Buffer[] = []
  const refs = git.refs.all()
  const main = git.refs.head()
  const head = refs.get(main)
  const target = options.includes('symrefs') ? ` symref-target:${main}` : ''
  if (wanted('HEAD') && head !== undefined) lines.push(line(`${head} HEAD${target}${peel(head)}\n`))
  else if (wanted('HEAD') && options.includes('unborn')) lines.push(line(`unborn HEAD${target}\n`))
  for (const [ref, id] of sorted(refs)) {
    if (wanted(ref) && !isBelow(ref, 'refs/internal')) lines.push(line(`${id} ${ref}${peel(id)}\n`))
  }
  return Buffer.concat([...lines, Buffer.from(FLUSH)])
}

/** What a tag stands for in the end. */
function peeled(git: Git, id: string): string {
  let at = id
  for (let text = git.tag(at); text !== null; text = git.tag(at)) {
    const next = /^object ([0-9a-f]{40})$/mu.exec(text)?.[1]
    if (next === undefined) return ''
    at = next
  }
  return at === id ? '' : ` peeled:${at}`
}

function isBelow(ref: string, folder: string): boolean {
  return ref === folder || ref.startsWith(`${folder}/`)
}

function sorted(refs: ReadonlyMap<string, string>): [string, string][] {
  return [...refs].toSorted(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
}

/** A line begins with its own length in four hexadecimal digits. */
function line(text: string): Buffer {
  const bytes = Buffer.from(text)
  return Buffer.concat([Buffer.from((bytes.length + 4).toString(16).padStart(4, '0')), bytes])
}

/** All lines, with marks as themselves; null if it isn't made of lines. */
function readLines(bytes: Buffer): readonly string[] | null {
  const lines: string[] = []
  for (let at = 0; at < bytes.length;) {
    const mark = bytes.toString('latin1', at, at + 4)
    const length = /^[0-9a-f]{4}$/u.test(mark) ? Number.parseInt(mark, 16) : -1
    if (length < 0 || at + length > bytes.length) return null
    lines.push(length < 4 ? mark : bytes.toString('utf8', at + 4, at + length))
    at += Math.max(4, length)
  }
  return lines
}
