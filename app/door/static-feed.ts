import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Handler } from 'hono'

type StaticFile = {
  type: string
  plain: Uint8Array<ArrayBuffer>
  packed: { br?: Uint8Array<ArrayBuffer>; gzip?: Uint8Array<ArrayBuffer> }
}

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
}

/**
 * The built scripts, styles and fonts, read into memory once (well below a megabyte). Their names carry a hash of
 * their content, so a browser may keep them for ever.
 *
 * @param folder the browser part of the build; may be absent
 */
export function staticFeed(folder: string): Handler {
  const files = readFiles(folder)
  return (c) => {
    const file = files.get(c.req.path.replace(/^\/assets\//, ''))
    if (!file) return c.notFound()
    const [bytes, encoding] = packing(file, c.req.header('accept-encoding') ?? '')
    c.header('content-type', file.type)
    c.header('cache-control', 'public, max-age=31536000, immutable')
    c.header('vary', 'accept-encoding')
    if (encoding) c.header('content-encoding', encoding)
    return c.body(bytes)
  }
}

function packing({ plain, packed }: StaticFile, accepts: string) {
  if (packed.br && /\bbr\b/.test(accepts)) return [packed.br, 'br'] as const
  if (packed.gzip && /\bgzip\b/.test(accepts)) return [packed.gzip, 'gzip'] as const
  return [plain, null] as const
}

function readFiles(folder: string) {
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []
  const files = names
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => TYPES[extname(name)] && name !== 'manifest.json')
  return new Map(files.map((name) => [name, readOne(folder, name)]))
}

function readOne(folder: string, name: string): StaticFile {
  const packed: StaticFile['packed'] = {}
  const br = readIfThere(join(folder, `${name}.br`))
  const gzip = readIfThere(join(folder, `${name}.gz`))
  if (br) packed.br = br
  if (gzip) packed.gzip = gzip
  return { type: TYPES[extname(name)] ?? '', plain: new Uint8Array(readFileSync(join(folder, name))), packed }
}

const readIfThere = (file: string) => (existsSync(file) ? new Uint8Array(readFileSync(file)) : undefined)
