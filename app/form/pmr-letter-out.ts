import { type Day, longDay } from '../kernel/day.ts'
import type { Language, Terms } from '../kernel/language.ts'
import { capital } from '../kernel/sentence.ts'
import { type Block, type Paper, plainText, textRun } from '../paper/paper.ts'
import { makeWord } from '../paper/paper-word.ts'
import { pmrLetterText } from './pmr-letter-text.ts'

/** What the letter to the PMR is filled with: the school's own settings. */
export type PmrLetter = {
  schoolName: string
  language: Language
  terms: Terms
  day: Day
  /** who signs as coordinator, and answers questions */
  coordinatorName: string
  principalName: string | null
  /** an e-mail address or telephone number; null leaves it out */
  contact: string | null
  /** the school's own overview of who reads what, as its page says it */
  reads: readonly { what: string; who: string }[]
  /** years after somebody left until the text of that person's track is erased */
  retentionYears: number
  /** where the data stands, in a sentence: 'Op de computer van de school zelf, in Nederland.' */
  dataPlace: string
}

/** The letter to the PMR as a Word file, for the school to go on writing in. */
export const pmrLetterAsWord = (letter: PmrLetter): Promise<Uint8Array> => makeWord(pmrLetter(letter))

/** The letter as a document. */
export function pmrLetter(letter: PmrLetter): Paper {
  const text = pmrLetterText(letter.language)
  const school = plainText(letter.schoolName)
  return {
    title: text.title,
    author: school,
    language: letter.language,
    head: '',
    foot: text.foot(school),
    pageWords: { page: text.page, of: text.of },
    sheets: [{ boxed: false, blocks: [...opening(letter), ...answers(letter), ...closing(letter)] }],
  }
}

function opening(letter: PmrLetter): Block[] {
  const text = pmrLetterText(letter.language)
  return [
    lead(text.to),
    lead(text.from(plainText(letter.schoolName), longDay(letter.day, letter.language))),
    { kind: 'title', runs: [textRun(text.subject)] },
    said(text.greeting),
    said(text.intro(letter.terms)),
  ]
}

function answers(letter: PmrLetter): Block[] {
  const { terms } = letter
  const text = pmrLetterText(letter.language)
  const answer = (one: { question: string; answer: (terms: Terms) => string }) =>
    asked(one.question, one.answer(terms))
  return [
    ...answer(text.purpose),
    ...answer(text.appraisal),
    ...answer(text.ranking),
    ...answer(text.whoReads),
    readers(letter),
    ...answer(text.principalReads),
    ...answer(text.correct),
    ...asked(text.keep, `${text.keepPlans} ${text.keepTracks(letter.retentionYears)}`),
    ...answer(text.logging),
    ...asked(text.place, plainText(letter.dataPlace)),
    ...answer(text.pupils),
    ...asked(text.ask, text.law),
    said(text.request),
  ]
}

const readers = (letter: PmrLetter): Block => {
  const text = pmrLetterText(letter.language)
  return {
    kind: 'table',
    head: [text.what, text.who],
    rows: letter.reads.map(({ what, who }) => [plainText(what), plainText(who)]),
  }
}

function closing(letter: PmrLetter): Block[] {
  const text = pmrLetterText(letter.language)
  const coordinator = plainText(letter.coordinatorName)
  const signers = [
    `${coordinator}, ${letter.terms.coordinator}`,
    ...(letter.principalName === null ? [] : [`${plainText(letter.principalName)}, ${text.principal}`]),
  ]
  return [
    said(text.questions(coordinator, plainText(letter.contact ?? ''))),
    said(text.regards),
    { kind: 'signatures', labels: signers.map(capital) },
  ]
}

const asked = (question: string, answer: string): Block[] => [
  { kind: 'heading', level: 2, quiet: true, runs: [textRun(question)] },
  said(answer),
]
const said = (sentence: string): Block => ({ kind: 'paragraph', runs: [textRun(sentence)] })
const lead = (sentence: string): Block => ({ kind: 'lead', runs: [textRun(sentence)] })
