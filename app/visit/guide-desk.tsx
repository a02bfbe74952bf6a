import { HTTPException } from 'hono/http-exception'
import { parseId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { type GuideNo, LONGEST_NOTE, parsePoints, type WrittenNote } from './guide.ts'
import { mayReadNotes } from './guide-may.ts'
import { keepNote, writeNotes } from './guide-note-store.ts'
import type { GuideTried } from './guide-sheet-view.ts'
import { choosePoints, dropNote, readGuide, shareGuide } from './guide-store.ts'
import { GuideView } from './guide-view.tsx'
import type { Visit } from './visit.ts'
import type { AtVisits } from './visit-desk.ts'
import { mayReadQuestion } from './visit-may.ts'

/** A form of the guide: names with their texts; what is ticked more than once has them all. */
export type GuideForm = Readonly<Record<string, string | readonly string[] | undefined>>

const oneOf = (form: GuideForm, name: string) => {
  const value = form[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}
const allOf = (form: GuideForm, name: string): readonly string[] => {
  const value = form[name]
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}

export type AtGuide = AtVisits & { readonly visit: Visit; readonly form: GuideForm }
type Act = (at: AtGuide) => Promise<string | GuideNo>

async function after(result: Promise<'done' | GuideNo | null>, done: string) {
  const answer = await result
  if (answer === null) throw new HTTPException(404)
  return isRefusal(answer) ? answer : done
}

const points: Act = async ({ desk, reader, visit, form }) => {
  const chosen = parsePoints(allOf(form, 'point').slice(0, 60), oneOf(form, 'own'), visit.question)
  if (isRefusal(chosen)) return chosen
  return after(choosePoints(desk.db, reader.actor, visit.id, chosen), 'points')
}

const notes: Act = async ({ desk, reader, visit, form }) =>
  after(writeNotes(desk.db, reader.actor, visit.id, writtenIn(form), desk.now), 'noted')

/** What came back from each place to write. */
const writtenIn = (form: GuideForm): WrittenNote[] =>
  Object.keys(form)
    .filter((name) => name.startsWith('note-'))
    .slice(0, 40)
    .map((name) => {
      const key = name.slice('note-'.length)
      return {
        point: parseId<'visit-point'>(key),
        // One more than fits, so that what is too long is refused and not cut.
        text: oneOf(form, name).slice(0, 2 * LONGEST_NOTE),
        base: numberIn(oneOf(form, `base-${key}`)),
        print: oneOf(form, `print-${key}`),
      }
    })

const numberIn = (value: string) => (/^\d{1,9}$/.test(value) ? Number(value) : 0)

const noteIn = (form: GuideForm) => parseId<'visit-note'>(oneOf(form, 'note'))

const keep: Act = async ({ desk, reader, visit, form }) => {
  const note = noteIn(form)
  if (note === null) return refuse('note-gone')
  const text = form['text'] === undefined ? null : oneOf(form, 'text')
  const keeping = { note, base: numberIn(oneOf(form, 'base')), text }
  return after(keepNote(desk.db, reader.actor, visit.id, keeping, desk.now), 'noted')
}

const drop: Act = async ({ desk, reader, visit, form }) => {
  const note = noteIn(form)
  return note === null ? refuse('note-gone') : after(dropNote(desk.db, reader.actor, visit.id, note), 'noted')
}

const share: Act = async ({ desk, reader, visit, form }) => {
  const ticked = allOf(form, 'with')
  const shared = {
    visitor: ticked.includes('visitor'),
    coordinator: ticked.includes('coordinator'),
    team: ticked.includes('team'),
  }
  return after(shareGuide(desk.db, reader.actor, visit.id, shared, desk.now), 'shared')
}

/** What can be done with an observation guide, by the name of the act in its form. */
export const GUIDE_ACTS: Readonly<Record<string, Act>> = { points, notes, keep, drop, share }

/** The guide as this reader sees it; null: it is not theirs to see. */
export async function guidePiece(at: AtVisits, visit: Visit, tried: GuideTried | null) {
  const { desk, reader, eyes } = at
  const guide = await readGuide(desk.db, reader.actor, visit)
  if (guide === null) return null
  const as = eyes.me === visit.host ? 'host' : eyes.me === visit.visitor ? 'visitor' : 'reader'
  return (
    <GuideView
      visit={visit.id}
      guide={guide}
      as={as}
      me={eyes.me}
      host={eyes.nameOf(visit.host)}
      visitor={as === 'reader' ? '' : eyes.nameOf(visit.visitor)}
      visitorId={visit.visitor}
      question={mayReadQuestion(reader.actor, visit).may ? visit.question : ''}
      isAgreed={visit.state === 'agreed'}
      readsKept={mayReadNotes(reader.actor, visit).may}
      shared={visit.shared}
      coordinatorWord={reader.terms.coordinator}
      tried={tried}
      language={eyes.language}
    />
  )
}
