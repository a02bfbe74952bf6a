import type { AdoptionSheet } from '../form/plan-paper.ts'
import { dayOf } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { shortRule } from '../round/round-rule-text.ts'
import type { Version } from './seal.ts'
import { recordFrom, wholeOf } from './sealed-record.ts'
import { objectionsOf, outcomeSentence, tookPart } from './sealed-words-view.ts'

/** What an export says of the adoption: version, day, who took part, rule, outcome, objections and their answers. */
export const adoptionSheetOf =
  (language: Language) =>
  (version: Version): AdoptionSheet | null => {
    const record = recordFrom(version.record)
    const whole = wholeOf(record)
    if (!whole) return null
    const last = whole.rounds.at(-1)
    // A version beside the adopted one carries the same decision: its day is that of the decision.
    const decidedAt = version.kind === 'adopted' ? version.sealedAt : (last?.closedAt ?? version.sealedAt)
    const present = tookPart(whole, language)
    return {
      version: version.number,
      day: dayOf(new Date(decidedAt)),
      present: present.names,
      presentCount: present.count,
      voices: whole.voters.length,
      rule: shortRule(whole.rule, whole.quorum, whole.voters.length, language),
      outcome: outcomeSentence(whole, language),
      objections: objectionsOf(record, language).map(({ isGoal, subjectId, ...objection }) => ({
        ...objection,
        entryId: isGoal ? subjectId : null,
      })),
      sha256: version.sha256,
    }
  }
