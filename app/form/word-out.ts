import { makeWord } from '../paper/paper-word.ts'
import { besidesBelow } from './paper-below.ts'
import { layOut } from './paper-layout.ts'
import { paperText } from './paper-text.ts'
import type { PlanPaper } from './plan-paper.ts'

/** The plan as a Word file in the layout of Figuur 1; read back by `word-own-in.ts` it gives the same form. */
export const planAsWord = (paper: PlanPaper): Promise<Uint8Array> =>
  makeWord(besidesBelow(layOut(paper), paperText(paper.language)))
