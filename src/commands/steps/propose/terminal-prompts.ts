import type * as clackModule from '@clack/prompts'
import { UnableError } from '../../../book/errors.ts'
import type { Io } from '../../command.ts'
import type { OpenPrompts, Prompts } from './prompts.ts'

type Clack = typeof clackModule

/** So many choices are shown at a time. */
const SHOWN = 10

/** Asks on this process's terminal. The library is loaded only then. */
export const openTerminal: OpenPrompts = async ({ format }, io) => {
  const { out, err } = io.terminal
  if (!out || !err || !process.stdin.isTTY || format !== 'text') return null
  return bind(await import('@clack/prompts'), io)
}

function bind(clack: Clack, io: Io): Prompts {
  const streams = { input: process.stdin, output: process.stderr, signal: io.signal }
  const answered = <T>(answer: T | typeof clack.CANCEL_SYMBOL): T => {
    io.signal.throwIfAborted()
    if (clack.isCancel(answer)) throw new UnableError('Stopped. Nothing was opened.')
    return answer
  }
  return {
    text: async (message, standard, check) =>
      answered(
        await clack.text({
          ...streams,
          message,
          ...(standard === null ? {} : { placeholder: standard, defaultValue: standard }),
          validate: (answer) => check(answer ?? '') ?? undefined
        })
      ).trim(),
    choose: async (message, choices, standard) =>
      answered(
        await clack.autocomplete<string>({
          ...streams,
          message,
          options: [...choices],
          maxItems: SHOWN,
          completeOnTab: true,
          ...(standard === null ? {} : { initialValue: standard })
        })
      ),
    confirm: async (message) => answered(await clack.confirm({ ...streams, message }))
  }
}
