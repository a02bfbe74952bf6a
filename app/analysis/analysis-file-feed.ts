import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { makePdf } from '../paper/paper-pdf.ts'
import { makeWord } from '../paper/paper-word.ts'
import type { OnDesk } from '../session/desk.ts'
import { pressedAnswer } from '../session/file-desk.ts'
import { analysisAt } from './analysis-desk.ts'
import { paperOf } from './analysis-out.ts'
import { analysisText } from './analysis-text.ts'

const FORMATS = { pdf: makePdf, docx: makeWord } as const
const isFormat = (value: string): value is keyof typeof FORMATS => Object.hasOwn(FORMATS, value)

/** /trends/analyses/:analysis/:format: the analysis as a PDF or a Word file, in the version that is asked for. */
export async function analysisFileFeed(
  c: Context<OnDesk, '/trends/analyses/:analysis/:format'>,
): Promise<Response> {
  const format = c.req.param('format')
  if (!isFormat(format)) throw new HTTPException(404)
  const { analysis, reader } = await analysisAt(c)
  const { language, school } = reader
  const text = analysisText(language)
  const name = `${text.fileName[analysis.kind]}-${analysis.schoolYear}`
  const paper = paperOf({ analysis, language, school: school.name })
  return pressedAnswer(c, { name, ending: format }, () => FORMATS[format](paper), text.busy)
}
