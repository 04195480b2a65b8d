import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  commandData,
  commandProperty,
  logLine,
  markdownCode,
  markdownText,
  plainLine
} from '../../src/render/escape.ts'

const hostile = fc.string({
  unit: fc.constantFrom(
    'a',
    ' ',
    '\n',
    '\r',
    '\t',
    '\u001b',
    '\u009b',
    '\u2028',
    '\u202e',
    '\u200b',
    '\ufeff',
    '\ud800',
    ':',
    '#',
    '[',
    '%',
    ',',
    '<',
    '&',
    '@',
    '|',
    '`',
    '*',
    ']',
    '(',
    '!',
    '/',
    '\\'
  )
})

test.each([
  ['plain', 'plain'],
  ['a\tb', 'a b'],
  ['a\r\nb', 'a\\u{d}\\u{a}b'],
  ['\u001b[31mred', '\\u{1b}[31mred'],
  ['\u202egnp.exe', '\\u{202e}gnp.exe'],
  ['\ud800', '\\u{d800}'],
  ['zażółć 日本 😀', 'zażółć 日本 😀']
])('plainLine(%j)', (text, expected) => {
  expect(plainLine(text)).toBe(expected)
})

test('a line stays a line, without anything that moves a cursor', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      for (const line of [
        plainLine(text),
        logLine(text),
        commandData(text),
        commandProperty(text),
        markdownText(text),
        markdownCode(text)
      ]) {
        expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Cf}\p{Cs}]/u)
      }
    })
  )
})

test('no log line is a command', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(logLine(text)).not.toMatch(/^\s*::|##\[/u)
    })
  )
  expect(logLine('  ::error::x')).toBe('  \\u{3a}:error::x')
  expect(logLine('arn:aws:iam::123456789012:user/a')).toBe('arn:aws:iam::123456789012:user/a')
  expect(logLine('x ##[error]y')).toBe('x #\\u{23}[error]y')
})

describe('workflow commands', () => {
  test('data can’t end its line, and says what it says', () => {
    expect(commandData('100% a\nb::c,d')).toBe('100%25 a\\u{a}b::c,d')
  })

  test('a property can’t begin another', () => {
    expect(commandProperty('a,line=1::x%3A')).toBe('a%2Cline=1%3A%3Ax%253A')
    fc.assert(
      fc.property(hostile, (text) => {
        expect(commandProperty(text)).not.toMatch(/[,:\n\r]/u)
      })
    )
  })
})

describe('Markdown', () => {
  test.each([
    ['@acme/billing', '@&#8203;acme/billing'],
    ['<img src=x onerror=alert(1)>', '&lt;img src\\=x onerror\\=alert\\(1\\)\\>'],
    ['![x](https://evil.example/b.png)', '\\!\\[x\\]\\(https:&#8203;//evil\\.example/b\\.png\\)'],
    ['a | b', 'a \\| b'],
    ['<!-- marker -->', '&lt;\\!\\-\\- marker \\-\\-\\>'],
    ['www.evil.example', 'www&#8203;\\.evil\\.example'],
    ['#12', '\\#12']
  ])('markdownText(%j)', (text, expected) => {
    expect(markdownText(text)).toBe(expected)
  })

  test('no mention, no tag, no bare link survives', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const shown = markdownText(text)
        expect(shown).not.toMatch(/@(?!&#8203;)|<|:\/\/|(?<!\\)(?:\\\\)*[`*[\]|]/u)
      })
    )
  })

  test('code is fenced by more backticks than it has', () => {
    expect(markdownCode('a')).toBe('`a`')
    expect(markdownCode('a`b``c')).toBe('```a`b``c```')
    expect(markdownCode('`')).toBe('`` ` ``')
    expect(markdownCode('a|b')).toBe('`a\\|b`')
    expect(markdownCode('')).toBe('`  `')
  })
})
