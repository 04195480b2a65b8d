const ENCODER = new TextEncoder()

/** Length of a text in bytes of UTF-8: GitHub's limits are met by it, however they count. */
export function utf8Length(text: string): number {
  return ENCODER.encode(text).length
}
