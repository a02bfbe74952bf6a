import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * The folder with the fonts for PDF. From source it stands beside this file; the built server takes it from the same
 * place in the project, found from its own `dist/server/`.
 */
export function fontFolder(from: string = import.meta.url): string {
  const built = from.lastIndexOf('/dist/server/')
  return fileURLToPath(new URL(built < 0 ? './fonts/' : `${from.slice(0, built)}/app/paper/fonts/`, from))
}

/** The fonts themselves, in the order of their names: 'rest', the last resort, comes first. */
export const fontFiles = (folder = fontFolder()): Uint8Array[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ttf'))
    .sort()
    .map((name) => readFileSync(`${folder}/${name}`))
