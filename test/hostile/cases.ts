import type { Kind } from '../../src/book/paths.ts'

/** A file that means harm, or is broken in a way that could do harm; and what must be told of it first. */
export interface Hostile {
  readonly name: string
  readonly kind: Kind
  readonly bytes: Uint8Array
  /** `code line:column` of the first thing told. */
  readonly first: string
}

const KIB = 1024
const ENCODER = new TextEncoder()
const all: Hostile[] = []

function add(name: string, content: string | Uint8Array, first: string, kind: Kind = 'grant'): void {
  all.push({ name, kind, bytes: typeof content === 'string' ? ENCODER.encode(content) : content, first })
}

const GOOD = 'reason: Month-end reconciliation\nexpires: 2026-12-14\n'
const raw = (...parts: (string | readonly number[])[]) =>
  Uint8Array.from(parts.flatMap(part => (typeof part === 'string' ? [...ENCODER.encode(part)] : [...part])))

// --- Bytes that are no text -------------------------------------------------------------------------------------------
add('empty', '', 'file-empty 1:1')
add('blank lines', '\n\n\n', 'file-empty 1:1')
add('blanks only', '   ', 'file-empty 1:1')
add('comments only', '# nothing\n# at all\n', 'file-empty 1:1')
add('document start only', '---\n', 'file-empty 1:1')
add('explicit null', 'null\n', 'file-empty 1:1')
add('tilde', '~\n', 'file-empty 1:1')
add('latin-1', raw('reason: caf', [0xe9], ' au lait\n'), 'yaml-encoding 1:12')
add('lone continuation byte', raw('reason: ok ok ok\nexpires: ', [0x80], '\n'), 'yaml-encoding 2:10')
add('overlong slash', raw('reason: ', [0xc0, 0xaf], '\n'), 'yaml-encoding 1:9')
add('overlong NUL', raw('reason: ', [0xc0, 0x80], '\n'), 'yaml-encoding 1:9')
add('surrogate in UTF-8', raw('reason: ', [0xed, 0xa0, 0x80], '\n'), 'yaml-encoding 1:9')
add('beyond Unicode', raw('reason: ', [0xf4, 0x90, 0x80, 0x80], '\n'), 'yaml-encoding 1:9')
add('cut in a character', raw(GOOD, 'ticket: ', [0xf0, 0x9f, 0x98]), 'yaml-encoding 3:9')
add('after an astral character', raw('reason: ', [0xf0, 0x9f, 0x98, 0x80], 'x', [0xff], '\n'), 'yaml-encoding 1:12')
add('UTF-16 little endian', raw([0xff, 0xfe], 'r\0e\0'), 'yaml-encoding 1:1')
add('UTF-16 big endian', raw([0xfe, 0xff], '\0r\0e'), 'yaml-encoding 1:1')
add('UTF-16 without mark', raw('r\0e\0a\0s\0'), 'yaml-character 1:2')
add('gzip', raw([0x1f, 0x8b, 0x08, 0x00]), 'yaml-encoding 1:2')
add('PNG', raw([0x89], 'PNG\r\n', [0x1a], '\n'), 'yaml-encoding 1:1')
add('byte-order mark', `\ufeff${GOOD}`, 'yaml-bom 1:1')
add('two byte-order marks', `\ufeff\ufeff${GOOD}`, 'yaml-bom 1:1')
add('byte-order mark inside', 'reason: Month-end\ufeff reconciliation\nexpires: 2026-12-14\n', 'yaml-bom 1:18')
add('NUL first', `\0${GOOD}`, 'yaml-character 1:1')
add('NUL in a key', 'rea\0son: x\n', 'yaml-character 1:4')
add('NUL at the end', `${GOOD}\0`, 'yaml-character 3:1')
for (const code of [0x01, 0x02, 0x07, 0x08, 0x0b, 0x0c, 0x0e, 0x18, 0x1b, 0x1f, 0x7f, 0x80, 0x85, 0x9b, 0x9f]) {
  const hex = code.toString(16).padStart(2, '0')
  add(`control character ${hex}`, `reason: Month-end${String.fromCharCode(code)}reconciliation\n`, 'yaml-character 1:18')
}
for (const code of [0x061c, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069, 0xfffe, 0xffff]) {
  add(`invisible ${code.toString(16)}`, `reason: ok\nexpires: 2026-12-14 # ${String.fromCharCode(code)}9999\n`, 'yaml-character 2:23')
}
add('lone CR as line end', 'reason: Month-end\rexpires: 2026-12-14\n', 'yaml-character 1:18')
add('CR CR LF', 'reason: Month-end\r\r\n', 'yaml-character 1:18')
add('terminal escape in a text', 'reason: \u001b[2J\u001b[1;1Happroved\n', 'yaml-character 1:9')
add('escaped NUL', 'reason: "Month-end\\0 reconciliation"\nexpires: 2026-12-14\n', 'yaml-character 1:9')
add('escaped terminal escape', 'reason: "Month-end \\e[2J ok ok"\n', 'yaml-character 1:9')
add('escaped lone surrogate', 'reason: "Month-end \\ud800 ok"\n', 'yaml-character 1:9')
add('escaped low surrogate', 'reason: "Month-end \\udc00 ok"\n', 'yaml-character 1:9')
add('escaped direction', 'reason: "Month-end \\u202e ok"\n', 'yaml-character 1:9')
add('escaped byte-order mark', 'reason: "\\ufeffMonth-end ok"\n', 'yaml-character 1:9')
add('escaped next line', 'reason: "Month-end \\N ok"\n', 'yaml-character 1:9')
add('escaped control in a key', '"rea\\x01son": x\n', 'yaml-character 1:1')
add('escape beyond Unicode', 'reason: "\\U00110000 Month-end"\n', 'yaml-syntax 1:10')
add('escape unknown', 'reason: "\\q Month-end"\n', 'yaml-syntax 1:10')
add('tab as indentation', 'accounts:\n\taws: {}\n', 'yaml-syntax 2:1', 'person')
add('tab before a key', '\treason: x\n', 'yaml-syntax 1:1')

// --- YAML that means more than it says ---------------------------------------------------------------------------------
add('anchor', 'reason: &r Month-end reconciliation\nexpires: 2026-12-14\n', 'yaml-anchor 1:9')
add('anchor on a key', '&k reason: x\n', 'yaml-anchor 1:1')
add('anchor in flow', 'accounts: { aws: &a {} }\n', 'yaml-anchor 1:18', 'person')
add('alias', 'reason: *r\n', 'yaml-alias 1:9')
add('alias as a key', '*r : x\n', 'yaml-alias 1:1')
add('alias of itself', 'accounts: &a { aws: *a }\n', 'yaml-anchor 1:11', 'person')
add('billion laughs', `a: &a ["lol"]\n${[...'bcdefghi'].map((c, i) => `${c}: &${c} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]\n`).join('')}`, 'yaml-anchor 1:4')
add('merge key', '<<: { expires: 2099-01-01 }\nreason: x\n', 'yaml-merge-key 1:1')
add('merge key with alias', 'a: &a {}\n<<: *a\n', 'yaml-anchor 1:4')
add('merge key in quotes', '"<<": { expires: 2099-01-01 }\n', 'yaml-merge-key 1:1')
add('merge key inside', 'accounts: { <<: { aws: {} } }\n', 'yaml-merge-key 1:13', 'person')
for (const tag of ['!!str', '!!binary', '!!js/function', '!!python/object/apply:os.system', '!ruby/object:Gem', '!', '!!timestamp', '!!set', '!!null', '!<tag:yaml.org,2002:str>']) {
  add(`tag ${tag}`, `reason: x\nexpires: ${tag} "2026-12-14"\n`, 'yaml-tag 2:10')
}
add('tag on the root', '!!map\nreason: x\n', 'yaml-tag 1:1')
add('tag on a key', '!!str reason: x\n', 'yaml-tag 1:1')
add('directive YAML 1.1', `%YAML 1.1\n---\n${GOOD}`, 'yaml-directive 1:1')
add('directive TAG', `%TAG ! tag:evil,2000:\n---\n${GOOD}`, 'yaml-directive 1:1')
add('directive unknown', `%FOO bar\n---\n${GOOD}`, 'yaml-directive 1:1')
add('two documents', `${GOOD}---\n${GOOD}`, 'yaml-documents 3:1')
add('two documents by markers', `---\n${GOOD}---\n${GOOD}`, 'yaml-documents 4:1')
add('document after an end', `${GOOD}...\n${GOOD}`, 'yaml-documents 4:1')
add('empty second document', `${GOOD}---\n`, 'yaml-documents 3:1')
add('second document is a comment', `${GOOD}--- # expires: 2099-01-01\n`, 'yaml-documents 3:1')
add('key twice', `${GOOD}expires: 2099-01-01\n`, 'yaml-duplicate-key 3:1')
add('key twice, quoted', `${GOOD}"expires": 2099-01-01\n`, 'yaml-duplicate-key 3:1')
add('key twice, escaped', `${GOOD}"\\x65xpires": 2099-01-01\n`, 'yaml-duplicate-key 3:1')
add('key twice, single quotes', `${GOOD}'expires': 2099-01-01\n`, 'yaml-duplicate-key 3:1')
add('key twice in flow', '{ expires: 2026-12-14, expires: 2099-01-01 }\n', 'yaml-duplicate-key 1:24')
add('key twice inside', 'accounts:\n  aws: {}\n  aws: {}\n', 'yaml-duplicate-key 3:3', 'person')
add('complex key', '? reason\n: x\n', 'yaml-complex-key 1:1')
add('complex key, a mapping', '? { a: b }\n: x\n', 'yaml-complex-key 1:1')
add('list as a key', '[reason]: x\n', 'yaml-complex-key 1:1')
add('mapping as a key', '{ reason: y }: x\n', 'yaml-complex-key 1:1')
add('list as a key in flow', '{ [a]: b }\n', 'yaml-complex-key 1:3')
add('number as a key', '1: x\n', 'yaml-key-type 1:1')
add('truth value as a key', 'true: x\n', 'yaml-key-type 1:1')
add('null as a key', 'null: x\n', 'yaml-key-type 1:1')
add('nothing as a key', ': x\n', 'yaml-key-type 1:1')
add('infinity as a key', '.inf: x\n', 'yaml-key-type 1:1')
add('__proto__', '__proto__: { expires: 2099-01-01 }\nreason: x\n', 'yaml-key-unsafe 1:1')
add('__proto__ in quotes', '"__proto__": { isAdmin: true }\n', 'yaml-key-unsafe 1:1')
add('__proto__ inside', 'accounts: { aws: { __proto__: { user: root } } }\n', 'yaml-key-unsafe 1:20', 'person')
add('constructor', `${GOOD}constructor: x\n`, 'field-unknown 3:1')
add('toString', `${GOOD}toString: x\n`, 'field-unknown 3:1')
add('hasOwnProperty', `${GOOD}hasOwnProperty: x\n`, 'field-unknown 3:1')
add('prototype', `${GOOD}prototype: { expires: 1 }\n`, 'field-unknown 3:1')
add('only inherited names', 'valueOf: x\nconstructor: y\n', 'field-missing 1:1')
add('root is a list', '- reason: x\n', 'yaml-root 1:1')
add('root is a text', 'expires 2026-12-14\n', 'yaml-root 1:1')
add('root is a block text', '|\n  reason: x\n', 'yaml-root 1:1')
add('root is a number', '42\n', 'yaml-root 1:1')
add('unclosed list', 'subjects: [person\n', 'yaml-syntax 2:1', 'entitlement')
add('unclosed mapping', 'accounts: { aws: {}\n', 'yaml-syntax 2:1', 'person')
add('unclosed quote', 'reason: "Month-end\nexpires: 2026-12-14\n', 'yaml-syntax 3:1')
add('text after a quote', 'reason: "Month" end\n', 'yaml-syntax 1:17')
add('two values on a line', 'reason: a: b\n', 'yaml-syntax 1:9')
add('wrong bracket', 'subjects: [person}\n', 'yaml-syntax 1:18', 'entitlement')
add('stray bracket', 'reason: x\n]\n', 'yaml-syntax 2:1')
add('commas', 'subjects: [,,]\n', 'yaml-syntax 1:13', 'entitlement')
add('at sign', 'owner: @acme\n', 'yaml-syntax 1:8')
add('back tick', 'reason: `id`\n', 'yaml-syntax 1:9')
add('percent', 'reason: %x\n', 'yaml-syntax 1:9')
add('bad indentation', 'reason: x\n expires: 2026-12-14\n', 'yaml-syntax 1:9')
add('conflict markers', `<<<<<<< HEAD\n${GOOD}=======\n${GOOD}>>>>>>> other\n`, 'yaml-syntax 1:1')
for (const number of ['0x7FFFFFFF', '0o17', '007', '.inf', '-.inf', '.nan', '9007199254740993', '+5', '1e999', '00']) {
  add(`number ${number}`, `name: A B\nemail: a@b.example\ngithub: a\ngithubId: ${number}\n`, 'yaml-number 4:11', 'person')
}

// --- A typo never means "never expires" --------------------------------------------------------------------------------
const grant = (expires: string) => `reason: Month-end reconciliation\nexpires: ${expires}\n`
for (const word of ['never', 'forever', 'none', 'tomorrow', '"9999"', '2026-1-1', '2026-12-1', '26-12-14', '2026/12/14', '14.12.2026', '12/14/2026', '2026-12-14T10:00', '2026-12-14T10:00:00', '2026-12-14 10:00:00Z', '"2026-12-14 "', '" 2026-12-14"', '"2026-12-14\\n"', '2026-W50', '2026-349', '2026-12-14T10:00:00+1', '２０２６-12-14', '"2026-12-14T10:00:00Z\\t"', '+002026-12-14', '2026-12-14T10:00:00.0000000001Z', 'P14D', '14d', '∞', '"∞"', '2026‐12‐14', '""']) {
  add(`expires ${word}`, grant(word), 'field-value 2:10')
}
for (const value of ['1797206400', '20261214', '[2026-12-14]', '{ date: 2026-12-14 }', 'true', 'null', '~', '1.5', '-1', '0']) {
  add(`expires ${value}`, grant(value), 'field-type 2:10')
}
add('expires nothing', 'reason: Month-end reconciliation\nexpires:\n', 'field-type 2:1')
for (const key of ['Expires', 'EXPIRES', 'expire', 'expiers', 'expirse', 'expires ', 'exp\u0456res', 'еxpires', 'expires\u200b', 'ехpires', 'Expiry', 'ex-pires']) {
  const shown = JSON.stringify(key)
  add(`key ${shown}`, `reason: Month-end reconciliation\n"${key}": 2026-12-14\n`, 'field-unknown 2:1')
}

// --- Too much -----------------------------------------------------------------------------------------------------------
const upTo = (piece: string, size: number) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size)
add('one byte too large', `${GOOD}#${'x'.repeat(16 * KIB - GOOD.length)}`, 'file-too-large 1:1')
add('a megabyte', 'x'.repeat(KIB * KIB), 'file-too-large 1:1')
add('a rule of 65 KiB', `# ${'x'.repeat(65 * KIB)}`, 'file-too-large 1:1', 'rule')
add('257 KiB of access found', `# ${'x'.repeat(257 * KIB)}`, 'file-too-large 1:1', 'out-of-band')
add('too large and not UTF-8', raw([0xff], 'x'.repeat(17 * KIB)), 'file-too-large 1:1')

const LIMIT = 256 * KIB
const bomb = (name: string, content: string, first: string) => add(`bomb: ${name}`, content, first, 'out-of-band')
bomb('[', upTo('[', LIMIT), 'yaml-depth 1:32')
bomb('{', upTo('{', LIMIT), 'yaml-depth 1:32')
bomb('[{', upTo('[{', LIMIT), 'yaml-depth 1:32')
bomb('{a: ', upTo('{a: ', LIMIT), 'yaml-depth 1:125')
bomb('- ', upTo('- ', LIMIT), 'yaml-depth 1:63')
bomb('? ', upTo('? ', LIMIT), 'yaml-complex-key 1:1')
bomb('800 bytes of ? ', upTo('? ', 800), 'yaml-complex-key 1:1')
bomb(': ', upTo(': ', LIMIT), 'yaml-depth 1:63')
bomb('a: ', upTo('a: ', LIMIT), 'yaml-depth 1:94')
bomb(',', `a: [${upTo(',', LIMIT - 6)}]\n`, 'yaml-syntax 1:6')
bomb(', ,', `a: [x${upTo(', ', LIMIT - 7)}]\n`, 'yaml-syntax 1:8')
bomb('x,', `a: [${upTo('x,', LIMIT - 6)}]\n`, 'file-too-large 1:42667')
bomb('{},', `a: [${upTo('{},', LIMIT - 7)}]\n`, 'file-too-large 1:63999')
bomb('a: b lines', upTo('a: b\n', LIMIT), 'file-too-large 9143:4')
bomb('unknown keys', Array.from({ length: 25_000 }, (_, n) => `k${n}: v\n`).join('').slice(0, LIMIT), 'file-too-large 9143:8')
bomb('&a ', `a: ${upTo('&a ', LIMIT - 3)}`, 'yaml-anchor 1:4')
bomb('*a ', `a: ${upTo('*a ', LIMIT - 3)}`, 'yaml-alias 1:4')
bomb('!t ', `a: ${upTo('!t ', LIMIT - 3)}`, 'yaml-tag 1:4')
bomb('aliases in a list', `a: [${upTo('*a,', LIMIT - 6)}]\n`, 'yaml-alias 1:5')
bomb('documents', upTo('---\n', LIMIT), 'yaml-documents 2:1')
bomb('ends', upTo('...\n', LIMIT), 'yaml-documents 2:1')
bomb('documents with ends', upTo('a\n...\n', LIMIT), 'yaml-documents 3:1')
bomb('directives', upTo('%a\n', LIMIT), 'yaml-directive 1:1')
bomb('quotes', upTo('"', LIMIT), 'file-too-large 1:127999')
bomb('quoted items', `a: [${upTo('"b" ', LIMIT - 6)}]\n`, 'file-too-large 1:127993')
bomb('open quote', `a: "${upTo('b\n', LIMIT - 4)}`, 'yaml-syntax 131071:1')
bomb('backslashes', `a: "${upTo('\\\\', LIMIT - 5)}`, 'yaml-syntax 1:262144')
bomb('escapes', `a: "${upTo('\\u0041', LIMIT - 10)}"\n`, 'field-missing 1:1')
bomb('bad escapes', `a: "${upTo('\\q', LIMIT - 10)}"\n`, 'yaml-syntax 1:5')
bomb('newlines', upTo('\n', LIMIT), 'file-too-large 64001:1')
bomb('blanks', upTo(' ', LIMIT), 'file-empty 1:1')
bomb('tabs', upTo('\t', LIMIT), 'file-empty 1:1')
bomb('comments', upTo('#\n', LIMIT), 'file-too-large 32001:1')
bomb('one comment', upTo('#', LIMIT), 'file-empty 1:1')
bomb('closing brackets', `a: b\n${upTo(']', LIMIT - 5)}`, 'yaml-syntax 2:1')
bomb('key without end', upTo('a', LIMIT), 'yaml-root 1:1')
bomb('long key', `${upTo('a', LIMIT - 4)}: b\n`, 'yaml-syntax 1:1')
bomb('one long line of words', `a: ${upTo('b ', LIMIT - 3)}`, 'field-missing 1:1')
bomb('folded lines', `a: >\n${upTo(' b\n', LIMIT - 5)}`, 'field-missing 1:1')
bomb('empty block lines', `a: |\n${upTo('\n', LIMIT - 5)}`, 'file-too-large 63994:1')
bomb('block texts', upTo('a: |\n', LIMIT), 'file-too-large 8001:1')
bomb('deepening blocks', Array.from({ length: 700 }, (_, n) => `${' '.repeat(n)}a:\n`).join('').slice(0, LIMIT), 'yaml-depth 32:32')
bomb('nested lists by line', upTo('- \n', LIMIT), 'file-too-large 21334:1')
bomb('items', `items:\n${upTo('- x\n', LIMIT - 7)}`, 'file-too-large 12801:1')
bomb('pairs in a list', `a: [${upTo('b: c,', LIMIT - 6)}]\n`, 'file-too-large 1:45715')
bomb('digits', `a: ${upTo('9', LIMIT - 3)}`, 'yaml-number 1:4')
bomb('colons', upTo(':', LIMIT), 'yaml-syntax 1:1')
bomb('nine deep', 'a: [[[[[[[[x]]]]]]]]\n', 'yaml-depth 1:11')
bomb('nine deep in blocks', 'a:\n b:\n  c:\n   d:\n    e:\n     f:\n      g:\n       h:\n        i: x\n', 'yaml-depth 9:9')

// As many values as are looked at at all.
bomb('just few enough unknown keys', Array.from({ length: 9_000 }, (_, n) => `k${n}: v\n`).join(''), 'field-missing 1:1')
bomb('just few enough equal keys', upTo('a: b\n', 9_000 * 5), 'yaml-duplicate-key 2:1')
bomb('just few enough values', `a: [${upTo('x,', 40_000)}]\n`, 'field-missing 1:1')
bomb('just few enough wrong items', `items: [${upTo('{},', 60_000)}]\n`, 'field-missing 1:1')
bomb('just few enough stray brackets', `a: b\n${upTo(']', 63_000)}`, 'yaml-syntax 2:1')
bomb('just few enough bad numbers', `a: [${upTo('007,', 80_000)}]\n`, 'yaml-number 1:5')
bomb('just few enough lines', `${upTo('a: 1\n', 20_000)}: ${upTo('\n', 30_000)}`, 'yaml-duplicate-key 2:1')

/** Every hostile file. */
export const HOSTILE: readonly Hostile[] = all
