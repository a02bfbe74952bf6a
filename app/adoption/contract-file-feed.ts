import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { makePdf } from '../paper/paper-pdf.ts'
import { makeWord } from '../paper/paper-word.ts'
import type { OnDesk } from '../session/desk.ts'
import { pressedAnswer } from '../session/file-desk.ts'
import { type AtContract, contractAt } from './contract-desk.ts'
import { contractPaper } from './contract-paper-view.ts'
import { contractText } from './contract-text.ts'

const MAKERS = { pdf: makePdf, docx: makeWord } as const
type Format = keyof typeof MAKERS

const isFormat = (value: string | undefined): value is Format =>
  value !== undefined && Object.hasOwn(MAKERS, value)

/** /plan/:plan/contract/pdf|docx: the contract on one A4 page; a PDF that can't be made now is told. */
export async function contractFileFeed(c: Context<OnDesk>): Promise<Response> {
  const format = c.req.param('format')
  if (!isFormat(format)) throw new HTTPException(404)
  const at = await contractAt(c)
  const file = { name: nameOf(at), ending: format }
  return pressedAnswer(c, file, () => MAKERS[format](paperOf(at)), contractText(at.reader.language).busy)
}

const paperOf = ({ sheet, plan, reader, version, wording }: AtContract) =>
  contractPaper({ sheet, plan, schoolName: reader.school.name, version, wording })

/** 'dit-spraken-we-af-2026-2027-versie-1.0' */
const nameOf = ({ plan, version }: AtContract) =>
  `dit-spraken-we-af-${plan.schoolYear}-${version ? `versie-${version.number}` : 'concept'}`
