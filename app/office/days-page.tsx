import { parseDay } from '../kernel/day.ts'
import { parseId } from '../kernel/id.ts'
import { refuse } from '../kernel/refusal.ts'
import { QuestionTabs } from '../school/question-tabs-view.tsx'
import { parseWeek } from './days.ts'
import { chooseStandIn, daysOf, isSchoolDay, tellDay, tellWeek, whoIsIn } from './days-store.ts'
import { daysText } from './days-text.ts'
import { type DaysTried, DaysView } from './days-view.tsx'
import { type AtOffice, colleagueChoices, hasAppointment } from './office-desk.ts'
import { mayKeepHours } from './office-may.ts'
import { type PartAct, partPage } from './part-desk.tsx'

const week: PartAct = async ({ desk, reader }, form) =>
  (await tellWeek(desk.db, reader.actor, parseWeek(form))) ?? 'week'

const HOW: Readonly<Record<string, boolean | null>> = { away: false, in: true, usual: null }

const day: PartAct = async (at, form) => {
  const { desk, reader } = at
  const given = form['day'] === 'today' ? desk.today : parseDay(form['day'])
  const how = form['how'] ?? ''
  const isIn = Object.hasOwn(HOW, how) ? HOW[how] : undefined
  if (given === null || isIn === undefined) return refuse('day-unknown', 'day')
  const no = await tellDay(desk.db, reader.actor, { day: given, isIn }, desk.today)
  if (no) return no
  return how === 'away' && (await hasAppointment(at, given)) ? 'day-away-busy' : `day-${how}`
}

const standIn: PartAct = async ({ desk, reader }, form) => {
  const value = form['standIn'] ?? ''
  const person = value === '' ? null : parseId<'person'>(value)
  if (value !== '' && person === null) return refuse('stand-in-unknown', 'standIn')
  return (await chooseStandIn(desk.db, reader.actor, person, desk.now)) ?? 'stand-in'
}

async function draw(at: AtOffice, tried: DaysTried | null) {
  const { desk, reader, eyes } = at
  const days = await daysOf(desk.db, reader.actor)
  const sheet = {
    own: days.get(eyes.me) ?? { week: {}, single: new Map() },
    whoIsIn: await whoIsIn(desk.db, reader.actor, desk.today),
    isSchoolDay: await isSchoolDay(desk.db, reader.actor, desk.today),
    colleagues: mayKeepHours(reader.actor).may ? colleagueChoices(at) : null,
    tried,
    eyes,
  }
  const view = (
    <>
      <QuestionTabs here={null} reader={reader} />
      <DaysView sheet={sheet} />
    </>
  )
  return { text: daysText(eyes.language), view }
}

/** /office/days: when one is in school, and (a coordinator) who stands in. */
export const daysPage = partPage({
  path: '/office/days',
  here: 'questions',
  acts: { week, day, 'stand-in': standIn },
  draw,
})
