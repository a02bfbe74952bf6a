import type { Moment } from '../kernel/day.ts'
import type { EntryId, PersonId, QuestionId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import type { Ask } from './ask.ts'

/** A colleague who is offered, with the words of why and when. */
export type Offered = {
  readonly person: PersonId
  /** 'Youssef (groep 7)' */
  readonly name: string
  /** 'Omdat Youssef graag helpt bij ‘rekenen’.' */
  readonly because: string
  /** 'Heeft tijd op dinsdag 24 november om 15.15 uur'; '' when nothing is known. */
  readonly when: string
  readonly recommended: boolean
}

/** What asking is drawn from, for who asks and for who is asked. */
export type AskEyes = {
  readonly language: Language
  readonly now: Moment
  readonly nameOf: (person: PersonId | null) => string
}

export type ColleagueOption = { readonly value: string; readonly label: string }

/** What was sent and refused: values as sent, and what to do now. */
export type AskTried = {
  readonly act: string
  readonly chosen: readonly string[]
  readonly values: Readonly<Record<string, string | undefined>>
  readonly field: string | null
  readonly says: string
}

/** Asking at the second rung, for the asker. */
export type AskSheet = {
  readonly question: QuestionId
  /** The own track that the question is tied to: a visit goes with it. */
  readonly entry: EntryId | null
  readonly offered: readonly Offered[]
  readonly asks: readonly Ask[]
  /** Whom colleagues named and who was not asked yet. */
  readonly named: ReadonlySet<PersonId>
  /** Everybody who can be asked by name: those who are not offered. */
  readonly others: readonly ColleagueOption[]
  /** Who is ticked when the page opens; null: who is recommended, as long as nobody was asked. */
  readonly first: PersonId | null
  readonly tried: AskTried | null
  /** It has a page of its own, where nothing stands between it and the head of the page. */
  readonly isAlone: boolean
  readonly eyes: AskEyes
}

/** The answer of who is asked. */
export type AnswerSheet = {
  readonly question: QuestionId
  readonly asker: PersonId
  readonly ask: Ask
  /** Whom one could name instead. */
  readonly others: readonly ColleagueOption[]
  readonly tried: AskTried | null
  readonly eyes: AskEyes
}
