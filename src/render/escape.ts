// One place for making other people's text harmless. Files are written by whoever opens a pull request; what they say
// must never move a cursor, end a line, start a workflow command or mention a team.

/** Controls (ANSI escapes begin with one), line and paragraph separators, invisible and reordering characters, lone surrogates. */
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cf}\p{Cs}]/gu

/**
 * Text for a terminal or a log: one line, no controls, no invisible or reordering characters, no lone surrogates.
 * What is replaced stays readable as `\u{…}`; tabs become one space.
 */
export function plainLine(text: string): string {
  return text.replace(UNSAFE, (c) => (c === '\t' ? ' ' : `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`))
}

/**
 * As {@link plainLine}, and nothing in it can be taken for a workflow command by a runner that watches the log:
 * `::name::` at the beginning of a line (blanks before it don't help) and `##[name]` anywhere in one.
 * Source: actions/runner, ActionCommand.cs, `TryParseV2` and `TryParse`.
 */
export function logLine(text: string): string {
  return plainLine(text)
    .replace(/^(\s*):(?=:)/u, '$1\\u{3a}')
    .replaceAll('##[', '#\\u{23}[')
}

/** Text as the data of a workflow command (`::error …::DATA`). Source: @actions/core `escapeData`. */
export function commandData(text: string): string {
  return logLine(text).replaceAll('%', '%25')
}

/** Text as a property of a workflow command (`::error file=PROPERTY`). Source: @actions/core `escapeProperty`. */
export function commandProperty(text: string): string {
  return commandData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

const MARKDOWN = /[\\`*_{}[\]()#+\-.!|~>$=^]/gu

/**
 * Text inside Markdown on GitHub: no markup, no HTML, no mention, no link or image, no table break, one line.
 * GitHub looks for mentions and bare links in what Markdown gave, so that no escape keeps them from being found: they are
 * broken by a space of no width, written as an entity (as Dependabot does it). Markdown is printed to logs too: it begins
 * no workflow command.
 */
export function markdownText(text: string): string {
  return plainLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(MARKDOWN, (c) => `\\${c}`)
    .replaceAll('@', '@&#8203;')
    .replaceAll('://', ':&#8203;//')
    .replace(/\bwww(?=\\\.)/giu, (www) => `${www}&#8203;`)
    .replace(/^(\s*):(?=:)/u, '$1\\:')
}

/**
 * Text as inline code in Markdown: shown letter by letter; a fence longer than any run of backticks inside. Markdown is
 * printed to logs too, so no `##[` is left.
 */
export function markdownCode(text: string): string {
  const line = plainLine(text).replaceAll('##[', '#\\u{23}[').replaceAll('|', '\\|')
  const longest = Math.max(0, ...[...line.matchAll(/`+/gu)].map((run) => run[0].length))
  const fence = '`'.repeat(longest + 1)
  const pad = line === '' || line.startsWith('`') || line.endsWith('`') ? ' ' : ''
  return `${fence}${pad}${line}${pad}${fence}`
}
