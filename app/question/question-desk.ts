import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { parseId } from '../kernel/id.ts'
import { lookupOf } from '../plan/plan-sheet.ts'
import type { Roster } from '../plan/roster.ts'
import { readRoster } from '../plan/roster-store.ts'
import type { Reader } from '../session/actor.ts'
import { type Desk, deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import type { Question } from './question.ts'
import type { QuestionNo } from './question-may.ts'
import { questionNo } from './question-no-text.ts'
import type { QuestionEyes, QuestionTried } from './question-sheet.ts'
import { readQuestion } from './question-store.ts'
import { markRead } from './question-write-store.ts'

/** Who asks for a page of questions, with everybody's names. */
export type AtQuestions = {
  readonly desk: Desk
  readonly reader: Reader
  readonly roster: Roster
  readonly eyes: QuestionEyes
}

export async function atQuestions(c: Context<OnDesk>): Promise<AtQuestions> {
  const desk = deskOf(c)
  const reader = readerOf(c)
  const roster = await readRoster(desk.db, reader.actor)
  const lookup = lookupOf(roster)
  return {
    desk,
    reader,
    roster,
    eyes: {
      me: reader.actor.personId,
      today: desk.today,
      language: reader.language,
      people: roster.people,
      nameOf: (person) => (person && lookup.people.get(person)?.name) || '',
    },
  }
}

export type AtOne = AtQuestions & { readonly question: Question }

/**
 * The question that an address names, for its circle; else 404: that there is one is nobody else's business. Whoever
 * else gets it before the eyes has read it.
 */
export async function questionAt(c: Context<OnDesk>): Promise<AtOne> {
  const at = await atQuestions(c)
  const id = parseId<'question'>(c.req.param('question'))
  const question = id && (await readQuestion(at.desk.db, at.reader.actor, id))
  if (!question) throw new HTTPException(404)
  await markRead(at.desk.db, at.reader.actor, [question], at.desk.now)
  return { ...at, question }
}

export type SentForm = Readonly<Record<string, string | undefined>>

/** What was sent and refused, to be shown again. */
export function triedOf({ reader }: AtQuestions, act: string, form: SentForm, no: QuestionNo): QuestionTried {
  const values: Record<string, string> = Object.create(null)
  for (const [name, value] of Object.entries(form)) if (value !== undefined) values[name] = value
  return {
    act,
    values,
    field: 'field' in no ? (no.field ?? null) : null,
    says: questionNo(no, reader.language),
  }
}
