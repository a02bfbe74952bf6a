/** Says in one line on standard error why a command did not do it; its exit code. */
export function sorry(sentence: string): 2 {
  process.stderr.write(`${sentence}\n`)
  return 2
}

/** Prints the result of a command, and is done when it is out, or when nobody reads on (`… | head`). */
export const printed = (text: string) =>
  new Promise<void>((done, fail) => {
    process.stdout.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EPIPE' ? done() : fail(error),
    )
    process.stdout.write(`${text}\n`, (error) => error || done())
  })
