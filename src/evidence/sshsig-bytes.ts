const ENCODER = new TextEncoder()
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const VALUES: ReadonlyMap<string, number> = new Map(Array.from(ALPHABET, (letter, value) => [letter, value]))
const PORTION = 4096

/** Bytes one after the other. */
export function join(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** The bytes of a text in UTF-8. */
export function bytesOf(text: string): Uint8Array {
  return ENCODER.encode(text)
}

/** Every byte as the character of its number, so that places in the text are places in the bytes. */
export function latin1(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += PORTION)
    text += String.fromCharCode(...bytes.subarray(at, at + PORTION))
  return text
}

/** RFC 4648, with padding. */
export function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3)
    const group = (a << 16) | (b << 8) | c
    const letters = [18, 12, 6, 0].map((shift) => ALPHABET[(group >> shift) & 63] ?? '')
    const left = bytes.length - at
    text += letters.slice(0, Math.min(left, 3) + 1).join('') + '='.repeat(Math.max(0, 3 - left))
  }
  return text
}

/** Reads base64 in its one right spelling; null for any other: a blank, a wrong end, bits that nobody would read. */
export function fromBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0) return null
  const body = text.replace(/={1,2}$/u, '')
  const bytes = new Uint8Array(Math.floor((body.length * 3) / 4))
  let [held, bits, at] = [0, 0, 0]
  for (const letter of body) {
    const value = VALUES.get(letter)
    if (value === undefined) return null
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = (held >> bits) & 0xff
    }
  }
  return toBase64(bytes) === text ? bytes : null
}

/** Place of the first blank line's beginning (two line feeds); -1 if there is none. */
export function endOfHead(bytes: Uint8Array): number {
  const LF = 0x0a
  for (let at = bytes.indexOf(LF); at !== -1; at = bytes.indexOf(LF, at + 1))
    if (bytes[at + 1] === LF) return at
  return -1
}
