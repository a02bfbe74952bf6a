import { parseDay } from '../kernel/day.ts'
import { parseId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { QuestionTabs } from '../school/question-tabs-view.tsx'
import { daysText } from './days-text.ts'
import type { DaysTried } from './days-view.tsx'
import { addHours, closeDay, closedOf, dropHours, officeHoursOf } from './hours-store.ts'
import { HoursView } from './hours-view.tsx'
import { type AtOffice, hasAppointment } from './office-desk.ts'
import { mayKeepHours } from './office-may.ts'
import { type PartAct, partPage } from './part-desk.tsx'
import { officeAhead } from './slot-store.ts'

const add: PartAct = async ({ desk, reader }, form) => {
  const made = await addHours(desk.db, reader.actor, form)
  return isRefusal(made) ? made : 'hours'
}

const drop: PartAct = async ({ desk, reader }, form) => {
  const id = parseId<'office-hours'>(form['hours'])
  return (id ? await dropHours(desk.db, reader.actor, id) : refuse('hours-gone')) ?? 'hours-gone'
}

const close =
  (isClosed: boolean): PartAct =>
  async (at, form) => {
    const { desk, reader } = at
    const day = parseDay(form['day'])
    if (day === null) return refuse('day-unknown', 'day')
    const no = await closeDay(desk.db, reader.actor, { day, isClosed }, desk.today)
    if (no) return no
    if (!isClosed) return 'open'
    return (await hasAppointment(at, day)) ? 'closed-busy' : 'closed'
  }

async function draw({ desk, reader, eyes }: AtOffice, tried: DaysTried | null) {
  const all = await officeHoursOf(desk.db, reader.actor)
  const sheet = {
    hours: all.filter(({ person }) => person === eyes.me),
    closed: await closedOf(desk.db, reader.actor, desk.today),
    ahead: await officeAhead(desk.db, reader.actor, desk.now),
    tried,
    eyes,
  }
  const view = (
    <>
      <QuestionTabs here={null} reader={reader} />
      <HoursView sheet={sheet} />
    </>
  )
  return { text: daysText(eyes.language).hours, view }
}

/** /office/hours: a coordinator sets the own office hours. */
export const hoursPage = partPage({
  path: '/office/hours',
  here: 'questions',
  may: mayKeepHours,
  acts: { add, drop, close: close(true), open: close(false) },
  draw,
})
