/** One import of a module: static or dynamic, of values or of types alone. */
export interface Import {
  readonly from: string
  readonly line: number
}

const FORMS = [
  /^[ \t]*(?:import|export)\b[^'"`;]*?\bfrom\s+['"]([^'"]+)['"]/gmu,
  /^[ \t]*import\s+['"]([^'"]+)['"]/gmu,
  /\bimport\s*\(\s*['"]([^'"]+)['"]/gu
]

/** All imports of a TypeScript file, in order of their lines. */
export function importsOf(source: string): readonly Import[] {
  const code = withoutComments(source)
  const found = FORMS.flatMap((form) =>
    [...code.matchAll(form)].map((match) => ({ from: match[1] ?? '', line: lineAt(code, match.index) }))
  )
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
