import type { Context } from 'hono'
import { pmrLetter } from '../form/pmr-letter-out.ts'
import { makeWord } from '../paper/paper-word.ts'
import { readRoster } from '../plan/roster-store.ts'
import { readSchool } from '../school/school-store.ts'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { fileAnswer } from '../session/file-desk.ts'
import { shellFrom } from '../session/shell.ts'
import { letterText, readsOf } from './letter-text.ts'
import { StandView } from './stand-view.tsx'

/** `/who-reads-what`: what becomes of what you write, in plain words. */
export async function standPage(context: Context<OnDesk>) {
  const { db } = deskOf(context)
  const { actor, terms } = readerOf(context)
  const school = await readSchool(db, actor)
  return context.html(
    <StandView
      shell={shellFrom(deskOf(context))}
      terms={terms}
      erasedAfterYears={school.retentionYears}
      letterHref="/who-reads-what/letter"
    />,
  )
}

/** `/who-reads-what/letter`: the letter to the PMR in Word, filled with the school's settings. */
export async function pmrLetterFeed(context: Context<OnDesk>) {
  const { db, today, language } = deskOf(context)
  const { actor, school, terms } = readerOf(context)
  const roster = await readRoster(db, actor)
  const named = (role: 'coordinator' | 'principal') =>
    roster.people.find((person) => !person.hasLeft && person.roles.includes(role))?.name ?? null
  const letter = pmrLetter({
    schoolName: school.name,
    language,
    terms,
    day: today,
    coordinatorName: named('coordinator') ?? actor.name,
    principalName: named('principal'),
    contact: null,
    reads: readsOf(language, terms),
    retentionYears: (await readSchool(db, actor)).retentionYears,
    dataPlace: letterText(language).dataPlace,
  })
  const file = { name: letterText(language).fileName, ending: 'docx' } as const
  return fileAnswer(context, file, await makeWord(letter))
}
