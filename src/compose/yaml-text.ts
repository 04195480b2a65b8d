/**
 * Texts that need no quotes: they begin with a letter, and every character of them reads one way to YAML 1.1 and 1.2
 * alike. A colon or hash only inside a word, no blank at the end.
 */
const PLAIN =
  /^[A-Za-z\u00c0-\u024f](?:[A-Za-z0-9\u00c0-\u024f.,;()&/+=~@$^?!%_-]|'|[:#](?=[A-Za-z0-9/])| (?=[A-Za-z0-9\u00c0-\u024f(]))*$/u

/** Words that stand for something else where they aren't quoted, in some program or other; lower case. */
const WORDS: ReadonlySet<string> = new Set(['null', 'true', 'false', 'yes', 'no', 'on', 'off', 'y', 'n'])

const DATE = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}Z)?$/u

/**
 * A text as a value in a file of ours, which reads back as exactly this text: plain where nobody could take it for
 * something else, else in double quotes on one line. What no file may hold (controls, lone surrogates, look-alike
 * directions) stays what it is and is refused by the reader, at its place.
 */
export function yamlText(text: string): string {
  const plain = PLAIN.test(text) && !WORDS.has(text.toLowerCase())
  // JSON's strings are YAML's: every escape that JSON writes means the same there.
  return plain || DATE.test(text) ? text : JSON.stringify(text)
}
