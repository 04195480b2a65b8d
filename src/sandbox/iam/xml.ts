/** What an operation answers: members by name. Arrays become `<member>` lists; null and undefined are left out. */
export type Answer =
  | string
  | number
  | boolean
  | null
  | undefined
  | AnswerMap
  | readonly Answer[]
  | { readonly [name: string]: Answer }

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#xD;'
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"\r]/gu, (character) => ESCAPES[character] ?? character)
}

/** Writes one answer as the inside of an element, in the order of its members. */
export function writeXml(answer: Answer): string {
  if (answer === null || answer === undefined) return ''
  if (typeof answer === 'string') return escapeXml(answer)
  if (typeof answer !== 'object') return String(answer)
  if (answer instanceof AnswerMap) return answer.write()
  if (isList(answer)) return answer.map((item) => `<member>${writeXml(item)}</member>`).join('')
  let out = ''
  for (const [name, value] of Object.entries(answer)) {
    if (value !== null && value !== undefined) out += `<${name}>${writeXml(value)}</${name}>`
  }
  return out
}

function isList(
  answer: readonly Answer[] | { readonly [name: string]: Answer }
): answer is readonly Answer[] {
  return Array.isArray(answer)
}

/** A map of the Query protocol: entries of key and value. */
export class AnswerMap {
  readonly entries: Readonly<Record<string, number>>

  constructor(entries: Readonly<Record<string, number>>) {
    this.entries = entries
  }

  write(): string {
    const pairs = Object.entries(this.entries)
    return pairs
      .map(([key, value]) => `<entry><key>${escapeXml(key)}</key><value>${value}</value></entry>`)
      .join('')
  }
}

/** A whole answer in the Query protocol's envelope; `result` is null where the operation has none. */
export function wrapXml(inside: {
  readonly xmlns: string
  readonly operation: string
  readonly requestId: string
  readonly result: string | null
}): string {
  const { operation, requestId, result, xmlns } = inside
  const body = result === null ? '' : `<${operation}Result>${result}</${operation}Result>`
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${operation}Response xmlns="${xmlns}">${body}<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></${operation}Response>\n`
}

/** An error in the Query protocol's form. */
export function errorXml(
  xmlns: string,
  error: { code: string; message: string; status: number },
  requestId: string
): string {
  const type = error.status >= 500 ? 'Receiver' : 'Sender'
  return `<?xml version="1.0" encoding="UTF-8"?>\n<ErrorResponse xmlns="${xmlns}"><Error><Type>${type}</Type><Code>${escapeXml(error.code)}</Code><Message>${escapeXml(error.message)}</Message></Error><RequestId>${requestId}</RequestId></ErrorResponse>\n`
}

/** Percent-encoding by RFC 3986, as IAM encodes policy documents in answers. */
export function encodeDocument(document: string): string {
  return encodeURIComponent(document).replace(
    /[!'()*]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  )
}
