import { describe, expect, it } from 'vitest'
import { isBranchName } from '../../../../src/io/github/propose/branch-name.ts'
import { faultOf, sameText, titleOf, type Proposal } from '../../../../src/io/github/propose/proposal.ts'
import { FILE } from './stand.ts'

const PROPOSAL: Proposal = {
  branch: 'grantbook/x',
  title: 'Remove it',
  body: '',
  message: 'Remove it',
  files: [{ path: FILE, text: null }],
  base: { branch: 'main', tip: 'a'.repeat(40) },
  reopen: true
}

describe('a proposal', () => {
  it('has no fault', () => {
    expect(faultOf(PROPOSAL)).toBeNull()
  })

  it.each<[Partial<Proposal>, string]>([
    [{ branch: 'grantbook/../main' }, 'grantbook/../main is no name for a branch'],
    [{ branch: 'main' }, 'the branch is main itself'],
    [{ title: ' \n ' }, 'it has no title or no message'],
    [{ message: '\n' }, 'it has no title or no message'],
    [{ files: [{ path: 'grants/../x', text: '' }] }, 'grants/../x is no path'],
    [{ files: [{ path: '/etc/passwd', text: '' }] }, '/etc/passwd is no path'],
    [{ files: [{ path: 'a/.GIT/x', text: '' }] }, 'a/.GIT/x is no path'],
    [{ files: [{ path: 'a\\b', text: '' }] }, 'a\\b is no path'],
    [{ files: [{ path: 'a\n::error::b', text: '' }] }, 'a\\u000a::error::b is no path'],
    [{ files: [FILE, FILE].map((path) => ({ path, text: null })) }, 'a path is named twice'],
    [{ files: [{ path: FILE, text: '\ud800' }] }, `the text of ${FILE} can’t be written`]
  ])('%o has one', (over, fault) => {
    expect(faultOf({ ...PROPOSAL, ...over })).toBe(fault)
  })
})

describe('a branch’s name', () => {
  it.each([
    'grantbook/expired/aws-prod/billing-read',
    'grantbook/a$(x)`;&|<b>#%41"\'',
    'grantbook/é/日本',
    'a'.repeat(240)
  ])('%s is one', (name) => {
    expect(isBranchName(name)).toBe(true)
  })

  it.each([
    '',
    '@',
    'HEAD',
    '-x',
    'a b',
    'a\nb',
    'a\u0000b',
    'a\u007fb',
    'a..b',
    'a/../b',
    'a/',
    '/a',
    'a//b',
    'a/.b',
    'a.lock',
    'a.lock/b',
    'a.',
    'a~1',
    'a^',
    'a:b',
    'a?b',
    'a*b',
    'a[b',
    'a\\b',
    'a@{1}',
    'refs/heads/a',
    '\ud800',
    '0123456789abcdef0123456789abcdef01234567',
    'a'.repeat(241)
  ])('%j is none', (name) => {
    expect(isBranchName(name)).toBe(false)
  })
})

describe('words', () => {
  it.each([
    ['  Remove\r\n it \u2028 all ', 'Remove it all'],
    ['x'.repeat(300), `${'x'.repeat(247)}…`]
  ])('%j as a title', (text, title) => {
    expect(titleOf(text)).toBe(title)
  })

  it('are the same whatever their line ends', () => {
    expect(sameText('a\r\nb\r\n', 'a\nb')).toBe(true)
    expect(sameText('a\nb', 'a b')).toBe(false)
  })
})
