// One Ctrl-C can arrive more than once: from the terminal, and passed on by npm and by the launcher.
const SAME_KEY_MS = 500

/**
 * Calls `stop` at the first Ctrl-C or `kill`; a second one, pressed on purpose, ends the process at once.
 *
 * @param stop ends the program by itself when all is finished
 */
export function onStopSignal(stop: () => void): void {
  let first: number | null = null
  const heard = () => {
    if (first === null) {
      first = performance.now()
      stop()
    } else if (performance.now() - first > SAME_KEY_MS) process.exit(1)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, heard)
}
