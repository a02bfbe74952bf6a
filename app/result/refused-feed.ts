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
import type { Kept } from './incoming-desk.ts'
import { refusedIn } from './incoming-file-desk.ts'
import { incomingText } from './incoming-text.ts'
import type { ResultTrouble } from './result.ts'
import { columnName, wideText } from './wide-text.ts'

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
  return c.body(Readable.toWeb(Readable.from(linesOf(kept, deskOf(c).language))) as ReadableStream)
}

/** A name of a column begins with its letter: it is no formula. */
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

const IN_A_PIECE = 1000

/** As a spreadsheet reads it: a mark in front that it is UTF-8, and a heading. */
async function* linesOf(kept: Kept, language: Language): AsyncGenerator<Buffer> {
  const why = importText(language).row
  const { look, stage } = kept.incoming
  const headings = look.kind === 'sheet' && 'given' in stage && stage.given.wide ? look.headings : null
  const head = headings ? wideText(language).refusedHead : incomingText(language).refusedHead
  let piece = `\ufeff${head}\r\n`
  let count = 0
  for await (const line of createInterface({ input: createReadStream(refusedIn(kept)) })) {
    const [row = '', reason = '', column = ''] = line.split(';')
    const place = headings ? `;${quoted(columnName(headings, Number(column), language))}` : ''
    piece += `${row}${place};"${why[reason as ResultTrouble]}"\r\n`
    count += 1
    if (count % IN_A_PIECE !== 0) continue
    yield Buffer.from(piece)
    piece = ''
  }
  yield Buffer.from(piece)
}
