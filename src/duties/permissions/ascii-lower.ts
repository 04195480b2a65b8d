/** Lower case of A to Z alone, as IAM compares: no other letter changes, whatever the locale. */
export function asciiLower(text: string): string {
  return text.replaceAll(/[A-Z]+/gu, (letters) => letters.toLowerCase())
}
