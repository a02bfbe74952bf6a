/** Whether to speak Dutch: unless the environment is English. */
export const inDutch = !/^en/i.test(process.env['LC_ALL'] || process.env['LANG'] || '')

/** A line about progress. On standard error, so that a command's standard output holds its own output alone. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`)
}
