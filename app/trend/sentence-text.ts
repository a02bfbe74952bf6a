import { type Language, words } from '../kernel/language.ts'
import { yearTitle } from '../kernel/school-year.ts'
import { capital, inWords } from '../kernel/sentence.ts'
import { subjectInSentence, subjectName } from '../result/subject-name.ts'
import type { LevelShare } from './reference-line.ts'
import { type Seen, type Share, type Span, type Statement, shown, spanOf } from './sentence.ts'
import { sentenceWords } from './sentence-words-text.ts'
import type { Measure, Place } from './series.ts'
import { cautionOf } from './suppress.ts'

/** Per cent as a reader writes it: '53,8 %' in Dutch, '53.8%' in English. */
export const percentText = (language: Language, number: string) =>
  language === 'nl' ? `${number}\u00a0%` : `${number}%`

/** A number as a reader writes it, with one decimal at most; per cent with its sign. */
export function numberText(language: Language, value: number, measure: Measure | 'growth'): string {
  const number = new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    maximumFractionDigits: 1,
  }).format(shown(value))
  return measure === 'at1F' || measure === 'target' ? percentText(language, number) : number
}

/** '2026' for the doorstroomtoets of 2025-2026; else the school year, for half of it lies before New Year. */
export const yearText = ({ schoolYear, moment }: Seen['place']): string =>
  moment === 'D' ? schoolYear.slice(5) : yearTitle(schoolYear)

/** `bare`: where what is measured stands before it already. */
export type Form = 'named' | 'bare'

/** One thing that a chart shows, as a sentence. */
export function say(language: Language, statement: Statement, form: Form = 'named'): string {
  const text = sentenceWords(language)
  switch (statement.says) {
    case 'run':
      return sayRun(language, statement, form)
    case 'change':
      return sayChange(language, statement, form)
    case 'beside':
      return sayBeside(language, statement)
    case 'would-turn':
      return sayTurn(language, statement)
    case 'lowest':
      return sayLowest(language, statement)
    case 'few':
      return sayFew(language, statement)
    case 'hidden':
      return statement.of === 'growth' ? text.hiddenGrowth : text.hidden
    case 'windows':
      return text.windows(
        statement.points
          .map(({ place, years }) => `${yearText(place)} ${countWord(language, years)}`)
          .join(', '),
      )
    case 'new-series':
      return text.newSeries(yearText(statement.place))
    case 'levels':
      return sayLevels(language, statement)
    case 'grew':
      return sayGrew(language, statement)
    case 'through':
      return sayThrough(language, statement)
    case 'other-pupils':
      return text.otherPupils(statement.places.map(placeCode).join(', '))
  }
}

type Said<Kind extends Statement['says']> = Extract<Statement, { says: Kind }>

function sayFew(language: Language, { caution, n, told }: Said<'few'>): string {
  const text = sentenceWords(language)
  return caution === 'very-few' ? text.veryFew(n) : told ? text.fewPupils(n) : text.few(n)
}

function sayRun(language: Language, { way, steps, over }: Said<'run'>, form: Form): string {
  const run = sentenceWords(language).run[way](countWord(language, steps))
  return over ? sayMoved(language, over, form, `${run}, `) : `${capital(run)}.`
}

function sayChange(language: Language, statement: Said<'change'>, form: Form): string {
  const { way, measure, from, to } = statement
  if (way !== 'same') return sayMoved(language, statement, form, '')
  const { change, what } = sentenceWords(language)
  const value = numberText(language, to.value, measure)
  const same = change.same(value, yearText(from.place), yearText(to.place))
  return `${capital(form === 'bare' ? same : change.stayed(what[measure], same))}.`
}

/** From where to where, and whether that can be chance. */
function sayMoved(language: Language, { measure, from, to, ...weighed }: Span, form: Form, run: string) {
  const { change, what } = sentenceWords(language)
  const number = (seen: Seen) => numberText(language, seen.value, measure)
  const span = change.span(number(from), yearText(from.place), number(to), yearText(to.place))
  const how = `${run}${span}`
  return [
    `${capital(form === 'bare' ? how : change.moved(what[measure], how))}.`,
    ...(weighed.overlap ? [change.overlap] : []),
    ...(weighed.chance === null ? [] : [weighed.chance ? change.chance : change.real]),
  ].join(' ')
}

/** That pupils are few, of a sentence that stands alone; '' when they are many. */
export function fewIn(language: Language, seen: readonly Seen[]): string {
  const text = sentenceWords(language)
  const few = seen.filter(({ n }) => cautionOf(n) !== null)
  if (few.length === 0) return ''
  return text.fewIn(few.map(({ n, place }) => text.nIn(n, yearText(place))).join(', '))
}

function sayBeside(language: Language, { kind, side, close, value, chance }: Said<'beside'>): string {
  const { beside, line, change } = sentenceWords(language)
  const key = side === 'equal' || !close ? side : side === 'above' ? 'justAbove' : 'justBelow'
  const sentence = beside[key](line[kind], numberText(language, value, 'target'))
  if (chance) return `${sentence} ${change.chance}`
  if (kind !== 'signal' || side === 'above') return sentence
  return `${sentence} ${side === 'equal' ? beside.equalCounts : beside.noVerdict}`
}

function sayTurn(language: Language, { kind, share, way, pupils }: Said<'would-turn'>): string {
  const { turn, line, share: level } = sentenceWords(language)
  if (pupils === 1) return (way === 'more' ? turn.one : turn.oneFewer)(level[share], line[kind])
  return capital(turn[way](countWord(language, pupils), level[share], line[kind]))
}

function sayLevels(language: Language, { place, names, value, n, norm, chance }: Said<'levels'>): string {
  const text = sentenceWords(language)
  const last = names.at(-1) ?? ''
  const list = names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${text.or} ${last}`
  const said = text.levels(numberText(language, value, 'target'), list, n, yearText(place))
  if (norm === null) return said
  const beside = `${said} ${text.levelsNorm(numberText(language, norm, 'target'))}`
  return chance === null ? beside : `${beside} ${chance ? text.change.chance : text.change.real}`
}

function sayGrew(language: Language, { since, place, value, n }: Said<'grew'>): string {
  const tell = sentenceWords(language).grew[value > 0 ? 'up' : value < 0 ? 'down' : 'same']
  const points = numberText(language, Math.abs(value), 'growth')
  return tell(placeCode(since), placeCode(place), points, n, yearText(place))
}

function sayThrough(language: Language, { measure, from, to, same }: Said<'through'>): string {
  const text = sentenceWords(language)
  const tell = measure === 'median' ? text.throughMedian : text.through
  const number = (value: number) => numberText(language, value, measure)
  const said = tell(number(from.value), placeCode(from.place), number(to.value), placeCode(to.place))
  return same === null ? said : `${said} ${text.same(same, placeCode(to.place))}`
}

/** 'M6': as every school says it. */
export const placeCode = ({ moment, yearGroup }: Pick<Place, 'moment' | 'yearGroup'>): string =>
  `${moment}${yearGroup}`

function sayLowest(language: Language, { share, subject, others, chance, place }: Said<'lowest'>): string {
  const text = sentenceWords(language)
  const number = ({ value, n }: Share) =>
    `${numberText(language, value, share)}${n !== undefined && cautionOf(n) !== null ? ` (n ${n})` : ''}`
  const name = (one: Share) => subjectName(language, one.subject)
  const rest = others
    .map(
      (one, at) =>
        `${at === 0 ? capital(name(one)) : subjectInSentence(language, one.subject)} ${number(one)}`,
    )
    .join(', ')
  const level = text.share[share]
  const on = place ? text.inGroup(level, place.yearGroup, yearText(place)) : level
  return (chance ? text.lowestMaybe : text.lowest)(capital(name(subject)), on, number(subject), rest)
}

const countWord = (language: Language, count: number) => inWords(count, language)

/** What a chart of the reference levels is called: no more than the sentence beneath it says, and nothing that can be chance. */
export function titleText(language: Language, share: LevelShare, statements: readonly Statement[]): string {
  const { title, share: level } = sentenceWords(language)
  const moved =
    statements.find(({ says }) => says === 'change') ?? statements.find(({ says }) => says === 'run')
  const span = moved ? spanOf(moved) : null
  if (!moved || !span || span.chance !== false) return title.neutral(level[share])
  const isUp = span.to.value > span.from.value
  if (moved.says === 'run') return title[isUp ? 'more-and-more' : 'fewer-and-fewer'](level[share])
  return title[isUp ? 'more' : 'fewer'](level[share], yearText(span.from.place))
}

const chartWords = words({
  nl: {
    chart: (of: string, said: string) => `Lijngrafiek: ${of}. ${said} De tabel eronder geeft alle getallen.`,
    bars: (of: string, said: string) => `Staafgrafiek: ${of}. ${said} De tabel eronder geeft alle getallen.`,
  },
  en: {
    chart: (of, said) => `Line chart: ${of}. ${said} The table below gives all numbers.`,
    bars: (of, said) => `Bar chart: ${of}. ${said} The table below gives all numbers.`,
  },
})

/** What a chart shows, for who doesn't see it. */
export const chartText = (language: Language, of: string, statements: readonly Statement[]): string =>
  tidy(chartWords(language).chart(of, statements.map((one) => say(language, one)).join(' ')))

/** What bars of shares show, for who doesn't see them. */
export const barsText = (
  language: Language,
  of: string,
  statements: readonly Statement[],
  more: readonly string[] = [],
): string =>
  tidy(chartWords(language).bars(of, [...statements.map((one) => say(language, one)), ...more].join(' ')))

const tidy = (text: string) => text.replaceAll(/ {2,}/g, ' ')
