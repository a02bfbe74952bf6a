import { clock, type Day, dayOf, type Moment, weekDay } from '../kernel/day.ts'
import { daysBetween } from '../kernel/days.ts'
import { type Language, words } from '../kernel/language.ts'
import type { TopicKey } from '../school/topic.ts'
import type { Match, MatchReason } from './match.ts'

/** Why a colleague is offered, in words: 'omdat Youssef graag helpt bij ‘rekenen’ en groep 4 heeft'. */

const matchText = words({
  nl: {
    because: (name: string, reasons: string) => `Omdat ${name} ${reasons}.`,
    and: 'en',
    specialist: (topic: string) => `veel weet van ‘${topic}’`,
    helps: (topic: string) => `graag helpt bij ‘${topic}’`,
    worksOn: (topic: string) => `dit jaar zelf werkt aan ‘${topic}’`,
    helpedBefore: 'al eens meedacht over zo’n vraag',
    learns: (topic: string) => `ook wil leren over ‘${topic}’`,
    sameYears: (group: string) => `lesgeeft aan kinderen van dezelfde leeftijd (${group})`,
    nearYears: (group: string) => `lesgeeft in een groep dichtbij (${group})`,
    likesTo: 'liet weten dat je mag vragen',
    inToday: 'Vandaag op school',
    inOn: (day: string) => `Op school op ${day}`,
    inTomorrow: 'Morgen op school',
    freeAt: (day: string, time: string) => `Heeft tijd op ${day} om ${time} uur`,
    freeToday: (time: string) => `Heeft tijd vandaag om ${time} uur`,
  },
  en: {
    because: (name: string, reasons: string) => `Because ${name} ${reasons}.`,
    and: 'and',
    specialist: (topic: string) => `knows a lot about ‘${topic}’`,
    helps: (topic: string) => `likes to help with ‘${topic}’`,
    worksOn: (topic: string) => `works on ‘${topic}’ this year`,
    helpedBefore: 'thought along with a question like this before',
    learns: (topic: string) => `wants to learn about ‘${topic}’ too`,
    sameYears: (group: string) => `teaches children of the same age (${group})`,
    nearYears: (group: string) => `teaches a group close by (${group})`,
    likesTo: 'said that you may ask',
    inToday: 'At school today',
    inOn: (day: string) => `At school on ${day}`,
    inTomorrow: 'At school tomorrow',
    freeAt: (day: string, time: string) => `Has time on ${day} at ${time}`,
    freeToday: (time: string) => `Has time today at ${time}`,
  },
})

export type MatchWords = {
  readonly language: Language
  readonly today: Day
  readonly topicName: (key: TopicKey) => string
}
type Text = ReturnType<typeof matchText>

/** In a sentence a topic begins with a small letter, unless it is an abbreviation. */
const inSentence = (name: string) =>
  /^\p{Lu}(?!\p{Lu})/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name

function reasonWords(reason: MatchReason, text: Text, topicName: MatchWords['topicName']): string | null {
  const topic = 'topic' in reason ? inSentence(topicName(reason.topic)) : ''
  if (reason.why === 'specialist') return text.specialist(topic)
  if (reason.why === 'helps') return text.helps(topic)
  if (reason.why === 'works-on') return text.worksOn(topic)
  if (reason.why === 'helped-before') return text.helpedBefore
  if (reason.why === 'learns') return text.learns(topic)
  if (reason.why === 'same-years') return text.sameYears(reason.group)
  if (reason.why === 'near-years') return text.nearYears(reason.group)
  return reason.why === 'likes-to' ? text.likesTo : null
}

/** The strongest three reasons as one sentence with the first name of the colleague. */
export function becauseWords({ because }: Match, firstName: string, at: MatchWords): string {
  const text = matchText(at.language)
  const parts = because.flatMap((reason) => reasonWords(reason, text, at.topicName) ?? []).slice(0, 3)
  const last = parts.at(-1) ?? ''
  const reasons = parts.length > 1 ? `${parts.slice(0, -1).join(', ')} ${text.and} ${last}` : last
  return text.because(firstName, reasons)
}

/** When that colleague is there: a free moment, else the first day at school; '' when nothing is known of it. */
export function whenWords({ because }: Match, { language, today }: MatchWords): string {
  const text = matchText(language)
  for (const reason of because) {
    if (reason.why === 'free-at') return freeWords(reason.at, { language, today })
    if (reason.why === 'in-today') return text.inToday
    if (reason.why === 'in-on')
      return daysBetween(today, reason.day) === 1 ? text.inTomorrow : text.inOn(weekDay(reason.day, language))
  }
  return ''
}

function freeWords(at: Moment, { language, today }: Pick<MatchWords, 'language' | 'today'>): string {
  const text = matchText(language)
  const day = dayOf(new Date(at))
  const time = clock(at, language)
  return day === today ? text.freeToday(time) : text.freeAt(weekDay(day, language), time)
}
