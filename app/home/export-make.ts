import { planAsJson } from '../form/json-out.ts'
import { planAsPdf } from '../form/pdf-out.ts'
import type { PlanPaper } from '../form/plan-paper.ts'
import { planAsWord } from '../form/word-out.ts'
import type { Format } from './export-form.ts'

/** The bytes of a paper in one of the forms. @throws PdfNotMade when there are too many, or Typst refuses it */
export async function makeFile(paper: PlanPaper, format: Format): Promise<Uint8Array> {
  if (format === 'json') return new TextEncoder().encode(planAsJson(paper))
  return format === 'pdf' ? planAsPdf(paper) : planAsWord(paper)
}
