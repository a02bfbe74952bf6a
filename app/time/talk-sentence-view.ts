import { aimWords } from '../form/aim-text.ts'
import type { Language } from '../kernel/language.ts'
import { capital } from '../kernel/sentence.ts'
import type { Budget } from '../plan/budget.ts'
import { hoursIn } from '../plan/budget-text.ts'
import { roughWords } from './balance-text.ts'
import { shareText } from './share-text.ts'
import { isBelowAim, isShortOfHours, type Talk } from './talk.ts'
import { talkText } from './talk-text.ts'
import { timeText } from './time-text.ts'

/**
 * A first sentence for the conditions, in proportions, to make one's own: what came in between, what it left for
 * preventing, and the hours there are where they fall short.
 */
export function conditionLine(
  talk: Talk,
  aim: number | null,
  budget: Budget | null,
  language: Language,
): string {
  const text = talkText(language)
  const { balance, planned } = talk.figures
  const mostly = planned?.mostly ? shareText(language).mostly(timeText(language).adHoc[planned.mostly]) : ''
  return [
    planned ? text.lineAdHoc(capital(roughWords(planned.adHoc, language))) : '',
    mostly,
    balance && aim !== null && isBelowAim(talk, aim)
      ? text.lineBelow(roughWords(balance, language), aimWords(aim, language))
      : '',
    budget ? hoursSentence(budget, language) : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

function hoursSentence(budget: Budget, language: Language) {
  if (!isShortOfHours(budget) || budget.week === null || budget.norm === null) return ''
  return talkText(language).lineHours(hoursIn(budget.week, language), hoursIn(budget.norm, language))
}
