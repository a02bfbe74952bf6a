/**
 * Where a worker thread's program stands. From source (tests, the command line) it is the `.ts` file beside the
 * caller, which Node 24 reads as it is; in the built server every worker is an entry of its own in `dist/server/`,
 * whatever chunk the caller ended up in.
 *
 * @param name the worker's file name without suffix, for example 'word-in-worker'
 * @param from the caller's `import.meta.url`
 */
export function workerFile(name: string, from: string): URL {
  if (new URL(from).pathname.endsWith('.ts')) return new URL(`./${name}.ts`, from)
  const root = from.lastIndexOf('/dist/server/')
  return new URL(`./${name}.js`, root < 0 ? from : from.slice(0, root + '/dist/server/'.length))
}
