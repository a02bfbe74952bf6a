import type { AdoptionSheet, PaperMeeting } from '../form/plan-paper.ts'
import { clock, dayOf, type Moment } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { howWords } from '../round/record-words-view.ts'
import { shortRule } from '../round/round-rule-text.ts'
import { inRoomText } from './in-room-text.ts'
import type { Version } from './seal.ts'
import { type Attended, meetingFrom, type SealedMeeting } from './sealed-meeting.ts'
import { recordFrom, type SealedRecord, wholeOf } from './sealed-record.ts'
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
      meeting: paperMeeting(meetingFrom(version.record), whole, language),
    }
  }

type Whole = SealedRecord[number]

/** The meeting on paper: who was there and until when, who was not, and how they took part all the same. */
export function paperMeeting(
  meeting: SealedMeeting | null,
  whole: Whole,
  language: Language,
): PaperMeeting | null {
  if (meeting === null) return null
  const isThere = ({ how }: Attended) => how === 'present' || how === 'remote'
  const here = meeting.attendance.filter(isThere)
  const absent = meeting.attendance.filter((one) => !isThere(one))
  return {
    title: meeting.title,
    place: meeting.place,
    chair: meeting.chair.name,
    minuteTaker: meeting.minuteTaker.name,
    here: here.map((one) => withWords(one.name, presenceWords(one, meeting, language))),
    hereCount: here.length,
    absent: absent.map((one) => withWords(one.name, absenceWords(one, whole, language))),
    absentCount: absent.length,
    mrInformedOn: null,
  }
}

const withWords = (name: string, words: readonly string[]) =>
  words.length === 0 ? name : `${name} (${words.join(', ')})`

function presenceWords(
  { how, arrivedAt, leftAt }: Attended,
  { openedAt }: SealedMeeting,
  language: Language,
) {
  const text = inRoomText(language)
  const isLate = arrivedAt !== null && openedAt !== null && arrivedAt > minutesAfter(openedAt)
  return [
    ...(how === 'remote' ? [text.remote] : []),
    ...(isLate ? [text.from(clock(arrivedAt as Moment, language))] : []),
    ...(leftAt === null ? [] : [text.until(clock(leftAt as Moment, language))]),
  ]
}

/** Who comes in while the others sit down is not late. */
const minutesAfter = (moment: string) => new Date(Date.parse(moment) + 5 * 60_000).toISOString()

function absenceWords({ id, how }: Attended, whole: Whole, language: Language) {
  const text = inRoomText(language)
  const last = whole.rounds.at(-1)
  const voice = last?.voices.find(({ person }) => person.id === id)
  const said =
    voice && (howWords(voice.how ?? 'self', voice.enteredBy?.name ?? null, language) ?? text.answered)
  const isLate = last?.late?.some(({ person }) => person.id === id) ?? false
  return [
    ...(how === 'absent-notice' ? [text.withNotice] : []),
    ...(said ? [said] : []),
    ...(isLate ? [text.objectedAfterwards] : []),
  ]
}
