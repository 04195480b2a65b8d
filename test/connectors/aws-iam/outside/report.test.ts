import { describe, expect, test } from 'vitest'
import { readReport, useIn } from '../../../../src/connectors/aws-iam/outside/report.ts'

const HEAD =
  'user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated'
const REST =
  '2025-01-01T00:00:00+00:00,true,2026-11-01T08:00:00+00:00,2025-01-01T00:00:00+00:00,N/A,false,true,2025-06-01T00:00:00+00:00,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A'
const arnsOf = (...rows: string[]) => [...(readReport([HEAD, ...rows].join('\n')) ?? new Map()).keys()]

describe('the credential report', () => {
  test.each([
    ['plain', 'alice,arn:aws:iam::1:user/alice', 'arn:aws:iam::1:user/alice'],
    ['commas in name and path', 'a,b,arn:aws:iam::1:user/x,y/a,b', 'arn:aws:iam::1:user/x,y/a,b'],
    ['quoted for its commas', '"a,b","arn:aws:iam::1:user/x,y/a,b"', 'arn:aws:iam::1:user/x,y/a,b'],
    ['quotes in the path', 'a,arn:aws:iam::1:user/x"y/a', 'arn:aws:iam::1:user/x"y/a'],
    ['quoted for its quotes', 'a,"arn:aws:iam::1:user/x""y/a"', 'arn:aws:iam::1:user/x"y/a'],
    [
      'a name and path that look like the next cell',
      'arn,arn:aws:iam::1:user/,arn:x/arn',
      'arn:aws:iam::1:user/,arn:x/arn'
    ],
    ['the root user', '<root_account>,arn:aws:iam::1:root', 'arn:aws:iam::1:root']
  ])('%s', (_what, head, arn) => {
    expect(arnsOf(`${head},${REST}`)).toEqual([arn])
  })

  test('tells of password, MFA and the keys that exist', () => {
    expect(readReport(`${HEAD}\r\nalice,arn:x,${REST}\r\n`)?.get('arn:x')).toEqual({
      arn: 'arn:x',
      created: Date.UTC(2025, 0, 1),
      password: true,
      passwordUsed: Date.UTC(2026, 10, 1, 8),
      mfa: false,
      keys: [{ active: true, changed: Date.UTC(2025, 5, 1), lastUsed: null, service: null }]
    })
  })

  test('a line that can’t be read hides no other; a report without its columns is none', () => {
    expect(arnsOf('nonsense', `,,${REST}`, `bob,arn:b,${REST}`)).toEqual(['arn:b'])
    expect(readReport('user,arn,mfa_active\n')).toBeNull()
    expect(readReport('')).toBeNull()
  })

  test('a key’s last use is told only where the line is surely that key’s', () => {
    const line = readReport(`${HEAD}\nalice,arn:x,${REST}`)?.get('arn:x')
    if (!line) throw new Error('no line')
    const made = Date.UTC(2025, 5, 1)
    expect([
      useIn(line, made, 1),
      useIn(line, made, 2),
      useIn(line, made - 1000, 1),
      useIn(line, made - 1000, 2),
      useIn(line, made + 1000, 1)
    ]).toEqual([null, null, null, 'ask', 'ask'])
  })
})
