import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Language } from '../kernel/language.ts'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { keptIn } from './import-desk.tsx'
import { mayImportResults } from './import-may.ts'
import { importText } from './import-text.ts'
import { refusedIn } from './incoming-file-desk.ts'
import { incomingText } from './incoming-text.ts'
import type { ResultTrouble } from './result.ts'

/** /trends/import/files/:incoming/refused.csv: every row that can't be read, and why. */
export function refusedFeed(c: Context<OnDesk>) {
  if (!mayImportResults(readerOf(c).actor).may) throw new HTTPException(403)
  const kept = keptIn(c)
  if (kept?.incoming.stage.is !== 'ready') throw new HTTPException(404)
  c.header('content-type', 'text/csv; charset=utf-8')
  c.header(
    'content-disposition',
    `attachment; filename="${incomingText(deskOf(c).language).refusedFile}.csv"`,
  )
  c.header('cache-control', 'no-store')
  return c.body(Readable.toWeb(Readable.from(linesOf(refusedIn(kept), deskOf(c).language))) as ReadableStream)
}

const IN_A_PIECE = 1000

/** As a spreadsheet reads it: a mark in front that it is UTF-8, and a heading. */
async function* linesOf(file: string, language: Language): AsyncGenerator<Buffer> {
  const why = importText(language).row
  let piece = `\ufeff${incomingText(language).refusedHead}\r\n`
  let count = 0
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const [row = '', reason = ''] = line.split(';')
    piece += `${row};"${why[reason as ResultTrouble]}"\r\n`
    count += 1
    if (count % IN_A_PIECE !== 0) continue
    yield Buffer.from(piece)
    piece = ''
  }
  yield Buffer.from(piece)
}
