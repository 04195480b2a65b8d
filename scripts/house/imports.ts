/** One import of a module, static or dynamic, of values or of types alone. */
export interface Import {
  readonly from: string
  readonly line: number
  readonly typeOnly: boolean
}

const STATIC = /^[ \t]*(import|export)\b([^'"`;]*?)\bfrom\s+['"]([^'"]+)['"]/gmu
const BARE = /^[ \t]*import\s+['"]([^'"]+)['"]/gmu
const DYNAMIC = /\bimport\s*\(\s*['"]([^'"]+)['"]/gu

/** All imports of a TypeScript file, in order of their lines. `source` is formatted code: comments are cut first. */
export function importsOf(source: string): readonly Import[] {
  const code = withoutComments(source)
  const found: Import[] = []
  for (const match of code.matchAll(STATIC)) {
    const names = (match[2] ?? '').trimStart()
    found.push({
      from: match[3] ?? '',
      line: lineAt(code, match.index),
      typeOnly: /^type\s*[{*\w]/u.test(names)
    })
  }
  for (const match of code.matchAll(BARE))
    found.push({ from: match[1] ?? '', line: lineAt(code, match.index), typeOnly: false })
  for (const match of code.matchAll(DYNAMIC))
    found.push({ from: match[1] ?? '', line: lineAt(code, match.index), typeOnly: false })
  return found.toSorted((a, b) => a.line - b.line)
}

/** The same text with comments blanked out, lines kept. Strings, templates and regular expressions are left alone. */
export function withoutComments(source: string): string {
  return source.replace(
    /\/\*[\s\S]*?\*\/|(^|[\s;{}(,])\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/gu,
    (match, before: string | undefined) => {
      if (match.startsWith('/*')) return match.replaceAll(/[^\n]/gu, ' ')
      return before === undefined ? match : before
    }
  )
}

/** The line, counted from 1, of a position in a text. */
export function lineAt(text: string, index: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) line += 1
  return line
}
