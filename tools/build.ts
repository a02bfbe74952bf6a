import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { build as bundle, type InlineConfig } from 'vite'
import { compileJsx } from './compile-jsx.ts'
import { distFile, fingerprint } from './fingerprint.ts'
import { inDutch, say } from './say.ts'

const ROOT = join(import.meta.dirname, '..')

/** `npm run build`. */
export async function main(): Promise<number> {
  await build()
  return 0
}

/** Bundles server and browser into a folder of its own and puts that in the place of `dist/`. */
export async function build(): Promise<void> {
  const started = performance.now()
  const stamp = fingerprint()
  const fresh = join(ROOT, `.dist-${process.pid}`)
  say(
    inDutch
      ? 'Rode Draad wordt klaargezet, dat hoeft maar één keer …'
      : 'Getting Rode Draad ready, just this once …',
  )
  try {
    await Promise.all([
      bundle(serverConfig(join(fresh, 'server'))),
      bundle(browserConfig(join(fresh, 'browser'))),
    ])
    say(inDutch ? '  de pagina’s staan klaar; nu nog inpakken …' : '  the pages are ready; packing them …')
    await compressAll(join(fresh, 'browser'))
    writeFileSync(join(fresh, 'fingerprint'), stamp)
    moveIn(fresh, distFile(''))
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  say(inDutch ? `  klaar in ${seconds.replace('.', ',')} seconden.` : `  ready in ${seconds} seconds.`)
}

function moveIn(fresh: string, dist: string) {
  const old = `${fresh}-old`
  rmSync(old, { recursive: true, force: true })
  try {
    renameSync(dist, old)
  } catch {
    // the first build: nothing to put aside
  }
  renameSync(fresh, dist)
  rmSync(old, { recursive: true, force: true })
}

const SHARED = { root: ROOT, configFile: false, logLevel: 'warn', publicDir: false } as const

// On a slow computer it would tell its first user which plugin took long.
const QUIET = { pluginTimings: false } as const

function serverConfig(outDir: string): InlineConfig {
  const workers = filesUnder(join(ROOT, 'app')).filter((file) => /-worker\.tsx?$/.test(file))
  const entries = [join(ROOT, 'server.ts'), join(ROOT, 'app/cli.ts'), ...workers]
  return {
    ...SHARED,
    plugins: [compileJsx()],
    ssr: { external: true },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        checks: QUIET,
        input: named(entries),
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  }
}

function browserConfig(outDir: string): InlineConfig {
  return {
    ...SHARED,
    base: '/assets/',
    build: {
      outDir,
      emptyOutDir: true,
      manifest: 'manifest.json',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      assetsDir: '',
      target: ['chrome111', 'firefox115', 'safari16.4'],
      // the editor, which comes only when somebody writes
      chunkSizeWarningLimit: 700,
      rolldownOptions: { checks: QUIET, input: browserEntries() },
    },
  }
}

/** The scripts and style sheets of `browser/` that no other one there imports: those are what pages name. */
function browserEntries(): string[] {
  const files = filesUnder(join(ROOT, 'browser')).filter(
    (file) => /\.(?:ts|css)$/.test(file) && !/\.(?:test|d)\.ts$/.test(file),
  )
  const imported = new Set(files.flatMap(importedBy))
  return files.filter((file) => !imported.has(file))
}

const IMPORT = /(?:\bfrom|\bimport|@import)\s*(?:\(|url\()?\s*['"]([^'"]+)['"]/g

const importedBy = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(IMPORT)].map((found) => join(dirname(file), found[1] ?? ''))

const named = (files: string[]) =>
  Object.fromEntries(files.map((file) => [basename(file).replace(/\.tsx?$/, ''), file]))

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

const TEXT = /\.(?:js|css|svg|json|txt)$/

/** A `.br` and a `.gz` beside every text file, made once, so that the server never compresses one. */
async function compressAll(folder: string) {
  mkdirSync(folder, { recursive: true })
  const files = filesUnder(folder).filter((file) => TEXT.test(file) && !file.endsWith('manifest.json'))
  await Promise.all(files.map(compress))
}

async function compress(file: string) {
  const plain = readFileSync(file)
  const brotli = promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
  writeFileSync(`${file}.gz`, await promisify(gzip)(plain, { level: 9 }))
  writeFileSync(`${file}.br`, await brotli)
}
