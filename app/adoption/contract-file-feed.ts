import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { makePdf, PdfNotMade } from '../paper/paper-pdf.ts'
import { makeWord } from '../paper/paper-word.ts'
import type { OnDesk } from '../session/desk.ts'
import { type AtContract, contractAt } from './contract-desk.ts'
import { contractPaper } from './contract-paper-view.ts'
import { contractText } from './contract-text.ts'

const MEDIA = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const
type Format = keyof typeof MEDIA

const isFormat = (value: string | undefined): value is Format =>
  value !== undefined && Object.hasOwn(MEDIA, value)

/** /plan/:plan/contract/pdf|docx: the contract on one A4 page; a PDF that can't be made now is told. */
export async function contractFileFeed(c: Context<OnDesk>): Promise<Response> {
  const format = c.req.param('format')
  if (!isFormat(format)) throw new HTTPException(404)
  const at = await contractAt(c)
  const paper = paperOf(at)
  try {
    const bytes = await (format === 'pdf' ? makePdf(paper) : makeWord(paper))
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': MEDIA[format],
      'content-disposition': `attachment; filename="${nameOf(at)}.${format}"`,
    })
  } catch (error) {
    if (!(error instanceof PdfNotMade)) throw error
    return c.text(contractText(at.reader.language).busy, 503, { 'retry-after': '60' })
  }
}

const paperOf = ({ sheet, plan, reader, version, wording }: AtContract) =>
  contractPaper({ sheet, plan, schoolName: reader.school.name, version, wording })

/** 'dit-spraken-we-af-2026-2027-versie-1.0': plain letters, so that every system can store it. */
const nameOf = ({ plan, version }: AtContract) =>
  `dit-spraken-we-af-${plan.schoolYear}-${version ? `versie-${version.number}` : 'concept'}`
