import type { Context } from 'hono'
import { PdfNotMade } from '../paper/paper-pdf.ts'
import type { OnDesk } from './desk.ts'

/** What a browser is told of a file, by the ending of its name. */
const MEDIA_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  json: 'application/json; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
} as const

export type Ending = keyof typeof MEDIA_TYPES

/** A file to keep; its name is of plain letters, so that every system can store it. */
export type FileToGive = { readonly name: string; readonly ending: Ending }

/** Answers with a file. */
export const fileAnswer = (c: Context<OnDesk>, { name, ending }: FileToGive, content: Uint8Array | string) =>
  c.body(typeof content === 'string' ? content : new Uint8Array(content), 200, {
    'content-type': MEDIA_TYPES[ending],
    'content-disposition': `attachment; filename="${name}.${ending}"`,
    'cache-control': 'no-store',
  })

/** Answers with a file that takes work; when the press can't make it now, with the sentence that says so (503). */
export async function pressedAnswer(
  c: Context<OnDesk>,
  file: FileToGive,
  make: () => Promise<Uint8Array>,
  busy: string,
): Promise<Response> {
  try {
    return fileAnswer(c, file, await make())
  } catch (error) {
    if (!(error instanceof PdfNotMade)) throw error
    return c.text(busy, 503, { 'retry-after': '60' })
  }
}
