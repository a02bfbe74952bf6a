import type { Language } from '../kernel/language.ts'
import { ballotsSentence, countedSentence, howWords } from '../round/record-words-view.ts'
import { roomText } from '../round/round-room-text.ts'
import { totalOf } from '../round/round-tally.ts'
import { adoptionText } from './adoption-text.ts'
import type { SealedRecord, SealedRound, SealedVoice } from './sealed-record.ts'

/** What the sealed record of a decision says, in words: for the sealed sheet and the files. */

type SealedDecision = SealedRecord[number]

/** Who took part in the last round, by name, each with how the voice came in; and how many in all. */
export function tookPart({ rounds }: SealedDecision, language: Language) {
  const last = rounds.at(-1)
  const names = [
    ...(last?.voices ?? []).map((voice) => nameWithHow(voice, language)),
    ...(last?.given ?? []).map(({ name }) => name),
  ]
  return { names, count: names.length + countedIn(last) }
}

/** '7 van de 9: Petra, Wim (per telefoon, genoteerd door Karin) en 5 zonder naam geteld.' */
export function presentLine(decision: SealedDecision, language: Language) {
  const text = adoptionText(language)
  const { names, count } = tookPart(decision, language)
  const counted = countedIn(decision.rounds.at(-1))
  const said = [names.join(', '), counted > 0 ? roomText(language).alsoCounted(counted) : ''].filter(
    (part) => part !== '',
  )
  const line = said.join(' ')
  // Where nobody is named, nothing stands before 'and 14 counted without a name'.
  const alone = names.length === 0 ? line.replace(/^(?:en|and) /, '') : line
  return text.presentOf(alone, count, decision.voters.length)
}

const countedIn = (round: SealedRound | undefined) => totalOf(round?.counted ?? null)

function nameWithHow({ person, how = 'self', enteredBy = null }: SealedVoice, language: Language) {
  const said = howWords(how, enteredBy?.name ?? null, language)
  return said === null ? person.name : `${person.name} (${said})`
}

const count = (voices: readonly SealedVoice[], ...kinds: string[]) =>
  voices.filter((voice) => kinds.includes(voice.kind)).length

/** How it was decided: '15 keer consent, in 2 rondes.', with what was counted by hand or on ballots. */
export function outcomeSentence(decision: SealedDecision, language: Language) {
  const text = adoptionText(language)
  const last = decision.rounds.at(-1)
  const [voices, counted, ballots] = [last?.voices ?? [], last?.counted, last?.ballots]
  const yes = count(voices, 'consent', 'concern') + (counted?.for ?? 0) + (counted?.concerns ?? 0)
  const against = count(voices, 'objection')
  if (decision.rule.kind !== 'consent') {
    const [also, no] = [ballots?.for ?? 0, (counted?.against ?? 0) + (ballots?.against ?? 0)]
    return `${text.outcomeMajority(yes + also, against + no)}${notNamed(decision, language)}`
  }
  const concerns = count(voices, 'concern') + (counted?.concerns ?? 0)
  // A decision by consent that stands has no objection but those that were taken back.
  const withdrawn = against > 0 ? text.outcomeWithdrawn(against) : ''
  return `${text.outcomeConsent(yes, concerns, decision.rounds.length)}${withdrawn}${notNamed(decision, language)}`
}

/** What of the outcome has no name: ' Handen, samen geteld: 9 keer consent. Geteld door Petra.' */
function notNamed({ rule, rounds }: SealedDecision, language: Language) {
  const words = roomText(language)
  const { counted, ballots } = rounds.at(-1) ?? {}
  const hands = counted
    ? ` ${words[counted.method]}: ${countedSentence(counted, rule.kind === 'consent', language)}. ${words.countedOnly(counted.by.name)}`
    : ''
  return ballots ? `${hands} ${words.ballots}: ${ballotsSentence(ballots, language)}.` : hands
}

/** Every objection of every round, those laid afterwards too, and how each was answered. */
export function objectionsOf(record: SealedRecord, language: Language) {
  return record.flatMap((decision) =>
    decision.rounds.flatMap((round, place) =>
      objectionsIn(round, language).map(({ by, reason, withdrawnAt }) => ({
        about: decision.title,
        isGoal: decision.about === 'goal',
        subjectId: decision.subject,
        by,
        reason,
        answer: answerTo(withdrawnAt, decision.rounds[place + 1], language),
      })),
    ),
  )
}

function answerTo(withdrawnAt: string | null, next: SealedRound | undefined, language: Language) {
  const text = adoptionText(language)
  return withdrawnAt ? text.wasWithdrawn : (next?.changeNote ?? text.wasOutvoted)
}

function objectionsIn({ voices, late = [] }: SealedRound, language: Language) {
  const spoken = voices
    .filter((voice) => voice.kind === 'objection')
    .map((voice) => ({
      by: nameWithHow(voice, language),
      reason: voice.words ?? '',
      withdrawnAt: voice.withdrawnAt,
    }))
  const afterwards = late.map(({ person, reason, withdrawnAt }) => ({
    by: roomText(language).late(person.name),
    reason,
    withdrawnAt,
  }))
  return [...spoken, ...afterwards]
}
