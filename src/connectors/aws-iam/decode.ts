import { keepIn } from '../../book/bounded.ts'
import { readInstant, writeInstant, type Instant } from '../../book/instant.ts'
import type { Piece } from '../connector.ts'
import { checkStatement } from './check.ts'
import { isRecord } from './policy.ts'
import { isTarget } from './shaped.ts'
import { ASSUME_ROLE } from './compile.ts'
import {
  bodyOf,
  DOCUMENT_HEAD,
  DOCUMENT_TAIL,
  FROM_OPERATOR,
  NOW_KEY,
  UNTIL_OPERATOR,
  unique,
  type Content
} from './statement.ts'
import { withoutSpace } from './size.ts'

/** What a document of ours says, read strictly. */
export interface Decoded {
  readonly pieces: readonly Piece[]
  /** Why anything in it is not a statement as we write them. Such a document is written anew. */
  readonly alien: readonly string[]
}

/**
 * Reads a document that is ours by name. Whatever is not exactly the form we write (an undated statement, a second
 * date, a Deny, an unknown key, a doubled Sid) is alien and will be removed: by place it claims to be a grant's.
 */
export function decodeDocument(text: string): Decoded {
  const recognised = recognise(text)
  if (recognised) return { pieces: recognised, alien: [] }
  const decoded = readDocument(text)
  for (const { body } of decoded.pieces) keepIn(bodies, MOST, body.slice(1), body)
  return decoded
}

/** The same, whatever was read before. */
export function readDocument(text: string): Decoded {
  const statements = readStatements(text)
  if (typeof statements === 'string') return { pieces: [], alien: [statements] }
  const pieces = new Map<string, Piece>()
  const alien: string[] = []
  for (const statement of statements) {
    const piece = readStatement(statement)
    if (typeof piece === 'string') alien.push(piece)
    else if (pieces.has(piece.id)) alien.push(`statement g${piece.id} stands twice`)
    else pieces.set(piece.id, piece)
  }
  return { pieces: [...pieces.values()], alien }
}

/** Bodies of statements of ours that were read before, by what follows their first brace. */
const bodies = new Map<string, string>()
const MOST = 20_000

const SID = /\{"Sid":"g(([0-9a-f]{16})x[1-9]\d{0,3})",/uy

/**
 * The pieces of a document that is, character by character, what `documentText` writes of bodies that were read before: a
 * hundred thousand statements have few. Null: it must be read.
 */
function recognise(text: string): readonly Piece[] | null {
  if (!text.startsWith(DOCUMENT_HEAD) || !text.endsWith(DOCUMENT_TAIL)) return null
  const end = text.length - DOCUMENT_TAIL.length
  const pieces = new Map<string, Piece>()
  let at = DOCUMENT_HEAD.length
  while (at < end) {
    SID.lastIndex = at
    const [head = '', id, key] = SID.exec(text) ?? []
    if (id === undefined || key === undefined || pieces.has(id)) return null
    const next = text.indexOf(',{"Sid":"', SID.lastIndex)
    const stop = next === -1 ? end : next
    const body = bodies.get(text.slice(at + head.length, stop))
    if (body === undefined) return null
    pieces.set(id, { id, key, body, enforcement: 'target' })
    at = stop + 1
  }
  // A comma with nothing after it is nothing that we write.
  return at === end + 1 ? [...pieces.values()] : null
}

function readStatements(text: string): readonly unknown[] | string {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return 'not JSON'
  }
  // A doubled key, which JSON.parse would swallow, makes the text longer than what was understood of it.
  if (JSON.stringify(value) !== withoutSpace(text)) return 'JSON in a form that we don’t write'
  if (!isRecord(value) || !hasExactly(value, ['Version', 'Statement']))
    return 'not a document with Version and Statement'
  const { Version, Statement } = value
  return Version === '2012-10-17' && Array.isArray(Statement) && Statement.length > 0
    ? (Statement as unknown[])
    : 'another version or form'
}

/** The piece that a statement is, or in words why it is none of ours. */
function readStatement(value: unknown): Piece | string {
  if (!isRecord(value)) return 'a statement that is not a mapping'
  const sid = value['Sid']
  const match = typeof sid === 'string' ? /^g(([0-9a-f]{16})x[1-9]\d{0,3})$/u.exec(sid) : null
  const [, id, key] = match ?? []
  if (id === undefined || key === undefined) return 'a statement whose Sid is not a grant’s'
  const named = `statement ${String(sid)}`
  if (!hasExactly(value, ['Sid', 'Effect', 'Action', 'Resource', 'Condition']))
    return `${named} has other parts than ours`
  if (value['Effect'] !== 'Allow') return `${named} is not an Allow`
  const content = readContent(value)
  return typeof content === 'string'
    ? `${named} ${content}`
    : { id, key, body: bodyOf(content), enforcement: 'target' }
}

function readContent(value: Readonly<Record<string, unknown>>): Content | string {
  const [actions, resources] = [texts(value['Action']), texts(value['Resource'])]
  if (!actions || !resources) return 'has no readable Action and Resource'
  const condition = value['Condition']
  if (!isRecord(condition)) return 'has no condition'
  const { [UNTIL_OPERATOR]: last, [FROM_OPERATOR]: first, ...conditions } = condition
  const until = readDate(last)
  const from = first === undefined ? null : readDate(first)
  if (until === null) return 'has no end that we can read'
  if (first !== undefined && from === null) return 'has a beginning that we can’t read'
  const isFree = Object.keys(conditions).length === 0
  if (actions.length === 1 && actions[0] === ASSUME_ROLE) {
    const isExact = resources.length === 1 && isFree && isTarget({ assumeRole: resources[0] })
    return isExact
      ? { actions, resources, conditions: {}, from, until }
      : 'lets assume more than one exact role, or has a condition that we don’t write'
  }
  const target: unknown = { statements: [{ actions, resources, ...(!isFree && { conditions }) }] }
  const [statement] = isTarget(target) && 'statements' in target ? target.statements : []
  if (!statement) return 'is not of a form that a target can have'
  const [problem] = checkStatement(statement, [])
  return problem
    ? `may not stand: ${problem.message}`
    : { actions, resources, conditions: statement.conditions ?? {}, from, until }
}

/** Exactly `{"aws:CurrentTime": "<instant>"}` with one literal in the one form we write. */
function readDate(value: unknown): Instant | null {
  if (!isRecord(value) || !hasExactly(value, [NOW_KEY])) return null
  const text = value[NOW_KEY]
  if (typeof text !== 'string') return null
  const at = readInstant(text, 'end')
  return at !== null && writeInstant(at) === text ? at : null
}

function texts(value: unknown): readonly string[] | null {
  const list: unknown[] = Array.isArray(value) ? value : [value]
  return list.length > 0 && list.every((item) => typeof item === 'string') ? unique(list) : null
}

function hasExactly(value: object, keys: readonly string[]): boolean {
  const own = Object.keys(value)
  return own.length === keys.length && keys.every((key) => own.includes(key))
}
