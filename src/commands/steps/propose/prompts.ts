import type { Common, Io } from '../../command.ts'

/** One of several answers. */
export interface Choice {
  readonly value: string
  readonly label: string
}

/** What a person is asked on a terminal. All texts are safe to print. Each throws if the person stops. */
export interface Prompts {
  /** A line of text. `check` gives what is wrong with an answer, null if nothing. `standard`: what an empty answer means. */
  readonly text: (
    question: string,
    standard: string | null,
    check: (answer: string) => string | null
  ) => Promise<string>
  /** One of some choices, found by typing parts of it. */
  readonly choose: (question: string, choices: readonly Choice[], standard: string | null) => Promise<string>
  readonly confirm: (question: string) => Promise<boolean>
}

/** Opens them where there is a person at a terminal; null: nobody is there to be asked. */
export type OpenPrompts = (common: Common, io: Io) => Promise<Prompts | null>
