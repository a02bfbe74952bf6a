import { makePdf } from '../paper/paper-pdf.ts'
import { layOut } from './paper-layout.ts'
import type { PlanPaper } from './plan-paper.ts'

/** The plan as a tagged PDF on A4. @throws PdfNotMade with a reason for the page */
export const planAsPdf = (paper: PlanPaper): Promise<Uint8Array> => makePdf(layOut(paper))
