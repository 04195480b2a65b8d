import { expect, test } from 'vitest'
import { mayColour } from '../../src/commands/colour.ts'
import type { Io } from '../../src/commands/command.ts'

const io = (out: boolean, environment: Readonly<Record<string, string>>): Io => ({
  out: () => {},
  err: () => {},
  stdin: () => Promise.resolve(''),
  terminal: { out, err: true, columns: 80 },
  cwd: '/',
  environment,
  clock: () => 0,
  sleep: () => Promise.resolve(),
  random: () => 0,
  signal: new AbortController().signal
})

test.each([
  [true, {}, true],
  [true, { NO_COLOR: '' }, true],
  [true, { NO_COLOR: '0' }, false],
  [true, { NO_COLOR: '1' }, false],
  [false, {}, false]
])('on a terminal: %j, with %j: %j', (terminal, environment, coloured) => {
  expect(mayColour(io(terminal, environment))).toBe(coloured)
})
