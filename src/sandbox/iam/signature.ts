import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { AwsError } from './error.ts'

/** One HTTP request as it came. */
export interface SignedRequest {
  readonly method: string
  /** Path and query as sent. */
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** What an `Authorization` header says. */
export interface Signature {
  readonly accessKeyId: string
  readonly date: string
  readonly region: string
  readonly service: string
  readonly signedHeaders: readonly string[]
  readonly signature: string
  /** `YYYYMMDDTHHMMSSZ`, of the client's own clock: its skew isn't judged. */
  readonly time: string
  readonly token: string | null
}

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 +Credential=([^/,\s]+)\/(\d{8})\/([^/,\s]+)\/([^/,\s]+)\/aws4_request *, *SignedHeaders=([^,\s]+) *, *Signature=([0-9a-f]{64})$/u

/** Reads a Signature Version 4; throws `MissingAuthenticationToken` or `IncompleteSignature`. */
export function readSignature(request: SignedRequest): Signature {
  const { authorization } = request.headers
  if (authorization === undefined) {
    throw new AwsError('MissingAuthenticationToken', 'Request is missing Authentication Token')
  }
  const match = AUTHORIZATION.exec(authorization)
  const time = header(request.headers, 'x-amz-date')
  if (!match || time === null) {
    throw new AwsError('IncompleteSignature', 'The request signature does not conform to AWS standards.')
  }
  const [, accessKeyId = '', date = '', region = '', service = '', signed = '', signature = ''] = match
  const token = header(request.headers, 'x-amz-security-token')
  return { accessKeyId, date, region, service, signedHeaders: signed.split(';'), signature, time, token }
}

/** Throws `SignatureDoesNotMatch` unless the request was signed with this secret. */
export function checkSignature(request: SignedRequest, found: Signature, secret: string): void {
  const bad = new AwsError(
    'SignatureDoesNotMatch',
    'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.'
  )
  if (!found.signedHeaders.includes('host') || !found.time.startsWith(found.date)) throw bad
  const canonical = canonicalRequest(request, found.signedHeaders)
  const scope = `${found.date}/${found.region}/${found.service}/aws4_request`
  const text = ['AWS4-HMAC-SHA256', found.time, scope, sha256(canonical)].join('\n')
  const key = [found.date, found.region, found.service, 'aws4_request'].reduce<string | Buffer>(
    (before, part) => createHmac('sha256', before).update(part).digest(),
    `AWS4${secret}`
  )
  const wanted = createHmac('sha256', key).update(text).digest()
  if (!timingSafeEqual(wanted, Buffer.from(found.signature, 'hex'))) throw bad
}

function canonicalRequest(request: SignedRequest, signedHeaders: readonly string[]): string {
  const [path = '/', query = ''] = request.url.split('?')
  const headers = signedHeaders.map(
    (name) => `${name}:${(header(request.headers, name) ?? '').trim().replace(/ +/gu, ' ')}\n`
  )
  const parts = query === '' ? [] : query.split('&').map((part) => (part.includes('=') ? part : `${part}=`))
  return [
    request.method,
    encodePath(path),
    parts.toSorted().join('&'),
    headers.join(''),
    signedHeaders.join(';'),
    sha256(request.body)
  ].join('\n')
}

/** Each part of the path is encoded once more, as for every service but S3. */
function encodePath(path: string): string {
  return path
    .split('/')
    .map((part) =>
      encodeURIComponent(part).replace(/[!'()*]/gu, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
    )
    .join('/')
}

function header(headers: IncomingHttpHeaders, name: string): string | null {
  const value = headers[name]
  return value === undefined ? null : typeof value === 'string' ? value : value.join(',')
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
