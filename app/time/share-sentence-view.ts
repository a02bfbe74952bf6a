import { aimWords } from '../form/aim-text.ts'
import type { Language } from '../kernel/language.ts'
import { capital } from '../kernel/sentence.ts'
import { RINGS } from './balance.ts'
import { balanceText, roughWords } from './balance-text.ts'
import type { Figures, SharePart } from './share.ts'
import { SHARE_PARTS } from './share.ts'
import { shareText } from './share-text.ts'
import { timeText } from './time-text.ts'

/** What the sentences are about besides the figures: whose time, and what the team agreed on. */
export type About = { readonly name: string; readonly aim: number | null; readonly language: Language }

/** One part in words, as the team reads it; '' where there is nothing to say. */
export function partSentence(figures: Figures, part: SharePart, about: About): string {
  if (part === 'balance') return balanceSentence(figures, about)
  return part === 'planned' ? plannedSentence(figures, about) : domainsSentence(figures, about)
}

/** All that is shared, part by part. */
export const sentencesOf = (figures: Figures, about: About): string[] =>
  SHARE_PARTS.map((part) => partSentence(figures, part, about)).filter((sentence) => sentence !== '')

function balanceSentence({ balance }: Figures, { name, aim, language }: About) {
  if (!balance) return ''
  const text = shareText(language)
  const said = text.balance(capital(roughWords(balance, language)), name)
  return aim === null ? said : `${said} ${text.aim(aimWords(aim, language))}`
}

function plannedSentence({ planned }: Figures, { language }: About) {
  if (!planned) return ''
  const text = shareText(language)
  const said = text.adHoc(capital(roughWords(planned.adHoc, language)))
  return planned.mostly === null ? said : `${said} ${text.mostly(timeText(language).adHoc[planned.mostly])}`
}

function domainsSentence({ domains }: Figures, { language }: About) {
  if (!domains) return ''
  const text = shareText(language)
  const names = balanceText(language).domains.ring
  const said = RINGS.flatMap((ring) => {
    const rough = domains[ring]
    return rough ? [text.ring(names[ring], roughWords(rough, language))] : []
  })
  return said.length === 0 ? '' : `${said.join('. ')}. ${text.overlap}`
}
