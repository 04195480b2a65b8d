import { few } from '../../book/few.ts'

const SHOWN = 3
const LONGEST = 120

/** `a, b, c and 4 more`, each cut where it is very long. */
export function listed(texts: readonly string[]): string {
  return few([...new Set(texts)].toSorted(), SHOWN, { say: clean })
}

/** A text from outside on one line, cut where it is very long. Whoever prints it escapes it for where it goes. */
export function clean(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '�')
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line
}
