import picocolors from 'picocolors'

/** Something in the story was not as it should be. */
export class DemoFailure extends Error {
  override readonly name = 'DemoFailure'
}

/** Tells the story: a heading for each chapter, a line for each fact. Colours only where they are wanted. */
export class Teller {
  readonly #write: (text: string) => void
  readonly #paint: ReturnType<typeof picocolors.createColors>
  #chapters = 0

  constructor(write: (text: string) => void, colours: boolean) {
    this.#write = write
    this.#paint = picocolors.createColors(colours)
  }

  chapter(title: string): void {
    this.#chapters += 1
    this.#line(`\n${this.#paint.bold(`${this.#chapters}. ${title}`)}`)
  }

  /** A sentence that explains. */
  say(text: string): void {
    this.#line(`   ${text}`)
  }

  /** A command as one would type it. */
  command(line: string): void {
    this.#line(`   ${this.#paint.cyan(`$ ${line}`)}`)
  }

  /** What a command printed, or what a file holds. */
  show(text: string): void {
    for (const line of text.trimEnd().split('\n'))
      this.#line(line === '' ? '' : `     ${this.#paint.dim(line)}`)
  }

  /** A fact that must hold. Throws DemoFailure if it doesn't; `found` says what was there instead. */
  fact(text: string, holds: boolean, found = ''): void {
    if (!holds) throw new DemoFailure(`Not so: ${text}${found === '' ? '' : `\n${found}`}`)
    this.#line(`   ${this.#paint.green('✓')} ${text}`)
  }

  #line(text: string): void {
    this.#write(`${text}\n`)
  }
}
