import { type Language, words } from '../kernel/language.ts'
import { yearTitle } from '../kernel/school-year.ts'
import { capital, inWords } from '../kernel/sentence.ts'
import type { LevelShare } from './reference-line.ts'
import type { Seen, Share, Statement } from './sentence.ts'
import type { Measure } from './series.ts'

const NL = {
  share: { at1F: 'minstens 1F', target: '1S/2F' },
  title: {
    'more-and-more': (level: string) => `Een steeds groter deel haalt ${level}`,
    more: (level: string, since: string) => `Een groter deel dan in ${since} haalt ${level}`,
    'fewer-and-fewer': (level: string) => `Een steeds kleiner deel haalt ${level}`,
    fewer: (level: string, since: string) => `Een kleiner deel dan in ${since} haalt ${level}`,
    neutral: (level: string) => `Waar staan we met ${level}?`,
  },
  run: {
    up: (steps: string) => `${steps} jaar op rij omhoog.`,
    down: (steps: string) => `${steps} jaar op rij omlaag.`,
  },
  change: {
    share: (from: string, since: string, to: string, until: string) =>
      `Van ${from} in ${since} naar ${to} in ${until}.`,
    score: (from: string, since: string, to: string, until: string) =>
      `Van gemiddeld ${from} in ${since} naar ${to} in ${until}.`,
    median: (from: string, since: string, to: string, until: string) =>
      `De middelste score ging van ${from} in ${since} naar ${to} in ${until}.`,
    same: (value: string, since: string, until: string) => `In ${since} en ${until} gelijk: ${value}.`,
    chance: 'Dat verschil kan toeval zijn.',
    real: 'Zo’n verschil is zelden toeval.',
  },
  line: {
    signal: 'de signaleringswaarde',
    comparable: 'het gemiddelde van vergelijkbare scholen',
    national: 'het landelijk gemiddelde',
    ambition: 'onze ambitie',
  },
  beside: {
    above: (line: string, value: string) => `Boven ${line} (${value}).`,
    equal: (line: string, value: string) => `Precies op ${line} (${value}).`,
    below: (line: string, value: string) => `Onder ${line} (${value}).`,
    justAbove: (line: string, value: string) => `Net boven ${line} (${value}).`,
    justBelow: (line: string, value: string) => `Net onder ${line} (${value}).`,
    equalCounts: 'Gelijk telt als boven.',
    noVerdict: 'Een signaal is geen oordeel.',
  },
  turn: {
    one: (level: string, line: string) =>
      `Eén leerling meer met ${level} bij één vak zou voor ${line} het verschil maken.`,
    more: (pupils: string, level: string, line: string) =>
      `${pupils} leerlingen meer met ${level} bij één vak zouden voor ${line} het verschil maken.`,
    oneFewer: (level: string, line: string) =>
      `Eén leerling minder met ${level} bij één vak zou voor ${line} het verschil maken.`,
    fewer: (pupils: string, level: string, line: string) =>
      `${pupils} leerlingen minder met ${level} bij één vak zouden voor ${line} het verschil maken.`,
  },
  lowest: (subject: string, value: string, others: string) =>
    `${subject} blijft achter: ${value}. ${others}.`,
  lowestMaybe: (subject: string, value: string, others: string) =>
    `${subject} ligt het laagst: ${value}. ${others}. Dat verschil kan toeval zijn.`,
  few: (n: number) => `Het gaat om weinig leerlingen (n ${n}). Een verschil kan dan toeval zijn.`,
  veryFew: (n: number) =>
    `Dit zijn minder dan vijf leerlingen (n ${n}). Het team ziet dit niet: ga er voorzichtig mee om.`,
  hidden: 'Dit gaat over minder dan vijf leerlingen, of je zou dat kunnen uitrekenen. We tonen het niet.',
  newSeries: (year: string) =>
    `In ${year} begint een andere toets of normering. Getallen van ervoor en erna zijn niet te vergelijken.`,
  chart: (of: string, said: string) => `Lijngrafiek: ${of}. ${said} De tabel eronder geeft alle getallen.`,
}

/** Sentences on figures: what is seen, without a judgement. */
const sentenceWords = words({
  nl: NL,
  en: {
    share: { at1F: 'at least 1F', target: '1S/2F' },
    title: {
      'more-and-more': (level) => `A larger and larger share reaches ${level}`,
      more: (level, since) => `A larger share than in ${since} reaches ${level}`,
      'fewer-and-fewer': (level) => `A smaller and smaller share reaches ${level}`,
      fewer: (level, since) => `A smaller share than in ${since} reaches ${level}`,
      neutral: (level) => `Where do we stand with ${level}?`,
    },
    run: {
      up: (steps) => `Up ${steps} years in a row.`,
      down: (steps) => `Down ${steps} years in a row.`,
    },
    change: {
      share: (from, since, to, until) => `From ${from} in ${since} to ${to} in ${until}.`,
      score: (from, since, to, until) => `On average from ${from} in ${since} to ${to} in ${until}.`,
      median: (from, since, to, until) =>
        `The middle score went from ${from} in ${since} to ${to} in ${until}.`,
      same: (value, since, until) => `The same in ${since} and ${until}: ${value}.`,
      chance: 'That difference may be chance.',
      real: 'Such a difference is seldom chance.',
    },
    line: {
      signal: 'the signal value',
      comparable: 'the mean of comparable schools',
      national: 'the national mean',
      ambition: 'our ambition',
    },
    beside: {
      above: (line, value) => `Above ${line} (${value}).`,
      equal: (line, value) => `Exactly at ${line} (${value}).`,
      below: (line, value) => `Below ${line} (${value}).`,
      justAbove: (line, value) => `Just above ${line} (${value}).`,
      justBelow: (line, value) => `Just below ${line} (${value}).`,
      equalCounts: 'Equal counts as above.',
      noVerdict: 'A signal is not a verdict.',
    },
    turn: {
      one: (level, line) =>
        `One more pupil with ${level} in one subject would make the difference for ${line}.`,
      more: (pupils, level, line) =>
        `${pupils} more pupils with ${level} in one subject would make the difference for ${line}.`,
      oneFewer: (level, line) =>
        `One pupil fewer with ${level} in one subject would make the difference for ${line}.`,
      fewer: (pupils, level, line) =>
        `${pupils} pupils fewer with ${level} in one subject would make the difference for ${line}.`,
    },
    lowest: (subject, value, others) => `${subject} stays behind: ${value}. ${others}.`,
    lowestMaybe: (subject, value, others) =>
      `${subject} is lowest: ${value}. ${others}. That difference may be chance.`,
    few: (n) => `These are few pupils (n ${n}). A difference may be chance then.`,
    veryFew: (n) =>
      `These are fewer than five pupils (n ${n}). The team does not see this: handle it with care.`,
    hidden: 'This is about fewer than five pupils, or they could be worked out from it. We do not show it.',
    newSeries: (year) =>
      `In ${year} another test or other norms begin. Numbers from before and after can’t be compared.`,
    chart: (of, said) => `Line chart: ${of}. ${said} The table below gives all numbers.`,
  },
})

/** A number as a reader writes it, with one decimal at most; per cent with its sign. */
export function numberText(language: Language, value: number, measure: Measure): string {
  const number = new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    maximumFractionDigits: 1,
  }).format(value)
  return measure === 'mean' || measure === 'median' ? number : `${number}\u00a0%`
}

/** '2026' for the doorstroomtoets of 2025-2026; else the school year, for half of it lies before New Year. */
export const yearText = ({ schoolYear, moment }: Seen['place']): string =>
  moment === 'D' ? schoolYear.slice(5) : yearTitle(schoolYear)

/** One thing that a chart shows, as a sentence. */
export function say(language: Language, statement: Statement): string {
  const text = sentenceWords(language)
  switch (statement.says) {
    case 'run':
      return capital(text.run[statement.way](countWord(language, statement.steps)))
    case 'change':
      return sayChange(language, statement)
    case 'beside':
      return sayBeside(language, statement)
    case 'would-turn':
      return sayTurn(language, statement)
    case 'lowest':
      return sayLowest(language, statement)
    case 'few':
      return statement.caution === 'few' ? text.few(statement.n) : text.veryFew(statement.n)
    case 'hidden':
      return text.hidden
    case 'new-series':
      return text.newSeries(yearText(statement.place))
  }
}

type Said<Kind extends Statement['says']> = Extract<Statement, { says: Kind }>

function sayChange(language: Language, { measure, way, from, to, chance }: Said<'change'>): string {
  const { change } = sentenceWords(language)
  const [since, until] = [yearText(from.place), yearText(to.place)]
  const number = (seen: Seen) => numberText(language, seen.value, measure)
  if (way === 'same') return change.same(number(to), since, until)
  const tell = measure === 'mean' ? change.score : measure === 'median' ? change.median : change.share
  const sentence = tell(number(from), since, number(to), until)
  return chance === null ? sentence : `${sentence} ${chance ? change.chance : change.real}`
}

function sayBeside(language: Language, { kind, side, close, value }: Said<'beside'>): string {
  const { beside, line } = sentenceWords(language)
  const key = side === 'equal' || !close ? side : side === 'above' ? 'justAbove' : 'justBelow'
  const sentence = beside[key](line[kind], numberText(language, value, 'target'))
  if (kind !== 'signal' || side === 'above') return sentence
  return `${sentence} ${side === 'equal' ? beside.equalCounts : beside.noVerdict}`
}

function sayTurn(language: Language, { kind, share, way, pupils }: Said<'would-turn'>): string {
  const { turn, line, share: level } = sentenceWords(language)
  if (pupils === 1) return (way === 'more' ? turn.one : turn.oneFewer)(level[share], line[kind])
  return capital(turn[way](countWord(language, pupils), level[share], line[kind]))
}

function sayLowest(language: Language, { share, subject, others, chance }: Said<'lowest'>): string {
  const text = sentenceWords(language)
  const number = ({ value }: Share) => numberText(language, value, share)
  const rest = others
    .map((one, at) => `${at === 0 ? capital(one.subject) : lowered(one.subject)} ${number(one)}`)
    .join(', ')
  return (chance ? text.lowestMaybe : text.lowest)(capital(subject.subject), number(subject), rest)
}

const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

const countWord = (language: Language, count: number) => inWords(count, language)

/** What a chart of the reference levels is called: no more than the numbers bear. */
export function titleText(language: Language, share: LevelShare, statements: readonly Statement[]): string {
  const { title, share: level } = sentenceWords(language)
  const change = statements.find((one) => one.says === 'change')
  const run = statements.find((one) => one.says === 'run')
  if (!change || change.way === 'same') return title.neutral(level[share])
  const up = change.way === 'up'
  if (run?.way === change.way && run.steps === yearsBetween(change))
    return title[up ? 'more-and-more' : 'fewer-and-fewer'](level[share])
  if (change.chance === true) return title.neutral(level[share])
  return title[up ? 'more' : 'fewer'](level[share], yearText(change.from.place))
}

const yearsBetween = ({ from, to }: Said<'change'>) =>
  Number(to.place.schoolYear.slice(0, 4)) - Number(from.place.schoolYear.slice(0, 4))

/** What a chart shows, for who doesn't see it. */
export const chartText = (language: Language, of: string, statements: readonly Statement[]): string =>
  sentenceWords(language).chart(of, statements.map((one) => say(language, one)).join(' '))
