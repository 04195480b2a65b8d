const ENCODER = new TextEncoder()
const DECODER = new TextDecoder('utf-8', { ignoreBOM: true })

/**
 * The same text as a copy of its own. A part of a larger text keeps the whole of it in memory as long as the part is held:
 * one reason would keep its file.
 */
export function flat(text: string): string {
  const copy = DECODER.decode(ENCODER.encode(text))
  // Half a character alone has no bytes of its own.
  return copy === text ? copy : text
}
