import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Assets } from './shell.ts'

/** What the build wrote down: for every source its built file, and for a sheet the fonts it names. */
type Manifest = Record<string, { file: string; assets?: string[] }>

/** The folder of the built scripts, styles and fonts: beside the built server, or `dist/` of the checkout. */
export function builtBrowser(from = import.meta.url): string {
  const server = from.lastIndexOf('/dist/server/')
  return fileURLToPath(
    server < 0 ? new URL('../../dist/browser', from) : new URL(`${from.slice(0, server)}/dist/browser`),
  )
}

const SCRIPT = 'browser/main.ts'
const STYLE = 'browser/style/main.css'

/** The addresses that every page names; read once, when the server starts. */
export function readAssets(folder = builtBrowser()): Assets {
  const manifest = readManifest(folder)
  const style = manifest[STYLE]
  return {
    script: addressOf(manifest[SCRIPT]?.file ?? 'main.js'),
    style: addressOf(style?.file ?? 'main.css'),
    fonts: (style?.assets ?? []).filter((file) => /normal.*\.woff2$/.test(file)).map(addressOf),
  }
}

const addressOf = (file: string) => `/assets/${file}`

function readManifest(folder: string): Manifest {
  const file = join(folder, 'manifest.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : {}
}
