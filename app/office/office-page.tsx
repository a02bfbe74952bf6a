import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { dayOf } from '../kernel/day.ts'
import { type PersonId, parseId, type QuestionId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { QuestionTabs } from '../school/question-tabs-view.tsx'
import type { OnDesk } from '../session/desk.ts'
import { formFields } from '../session/form-fields.ts'
import { shellFrom } from '../session/shell.ts'
import { Page } from '../ui/page.tsx'
import { type Appointment, type AppointmentNo, isComing } from './appointment.ts'
import {
  appointmentsOf,
  bookSlot,
  type ChangingAppointment,
  cancelAppointment,
  clashesOf,
  moveAppointment,
} from './appointment-store.ts'
import { type PersonDays, presenceOn } from './days.ts'
import { daysOf, isSchoolDay, whoIsIn } from './days-store.ts'
import type { FreeSlot } from './hours.ts'
import { officeHoursOf } from './hours-store.ts'
import { tellAppointmentsBy } from './letter-desk.ts'
import {
  type AtOffice,
  appointmentIn,
  atOffice,
  doneNotice,
  type OfficeForm,
  revisionIn,
} from './office-desk.ts'
import { parseOwnTime, parseSlotKey } from './office-form.ts'
import { mayKeepHours } from './office-may.ts'
import { officeNo } from './office-no-text.ts'
import { type AppointmentSheet, type OfficeTried, slotKey } from './office-sheet-view.ts'
import { officeText } from './office-text.ts'
import { OfficeHead, OfficeView } from './office-view.tsx'
import { myQuestionsIn } from './questions-slot-desk.ts'
import { freeSlots } from './slot-store.ts'

/** /office: free moments in office hours, and the own appointments. */
export const officePage = {
  get: async (c: Context<OnDesk>) => show(c, await atOffice(c), {}),

  post: async (c: Context<OnDesk>) => {
    const at = await atOffice(c)
    const form = await formFields(c)
    const name = form['act'] ?? ''
    const act = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined
    if (!act) throw new HTTPException(404)
    const done = await act(at, form)
    if (!isRefusal(done)) return c.redirect(`/office?done=${done}#afspraken`, 303)
    const tried = {
      act: name,
      id: form['appointment'] ?? '',
      values: form,
      field: done.field ?? null,
      says: officeNo(done, at.eyes.language),
    }
    return show(c, at, { tried, status: done.refused === 'may-not' ? 403 : 422 })
  },
}

type Act = (at: AtOffice, form: OfficeForm) => Promise<string | AppointmentNo>

const book: Act = async (at, form) => {
  const slot = parseSlotKey(form['slot'])
  if (slot === null) return refuse('slot-gone', 'slot')
  const about = await questionIn(at, form)
  if (isRefusal(about)) return about
  const { desk, reader } = at
  const tell = tellAppointmentsBy(at.sending)
  const made = await desk.db.write(reader.actor, async (_sql, tx) => {
    const answer = await bookSlot(tx, reader.actor, { ...slot, about }, { now: desk.now, tell })
    const brings = about !== null && form['bring'] === 'yes' && !isRefusal(answer)
    if (brings) await myQuestionsIn(desk.house).bring(tx, reader.actor, about, desk.now)
    return answer
  })
  return isRefusal(made) ? made : 'booked'
}

/** One of the own questions that run; null: none was chosen. */
async function questionIn(
  { desk, reader }: AtOffice,
  form: OfficeForm,
): Promise<QuestionId | null | AppointmentNo> {
  if ((form['about'] ?? '') === '') return null
  const id = parseId<'question'>(form['about'])
  const mine = await myQuestionsIn(desk.house).list(desk.db, reader.actor)
  return mine.find((one) => one.id === id)?.id ?? refuse('question-unknown', 'about')
}

type Changing = (
  at: AtOffice,
  changing: ChangingAppointment,
  form: OfficeForm,
) => Promise<'done' | AppointmentNo | null>

const changing =
  (done: string, act: Changing): Act =>
  async (at, form) => {
    const id = appointmentIn(form)
    const asked = id && {
      id,
      revision: revisionIn(form),
      now: at.desk.now,
      tell: tellAppointmentsBy(at.sending),
    }
    const answer = asked ? await act(at, asked, form) : null
    if (answer === null) throw new HTTPException(404)
    return isRefusal(answer) ? answer : done
  }

const move: Changing = async ({ desk, reader }, asked, form) => {
  if (form['moment'] !== 'own') {
    const slot = parseSlotKey(form['moment'])
    return slot ? moveAppointment(desk.db, reader.actor, asked, slot) : refuse('slot-gone', 'moment')
  }
  const own = parseOwnTime(form, desk.now)
  return isRefusal(own) ? own : moveAppointment(desk.db, reader.actor, asked, own)
}

const ACTS: Readonly<Record<string, Act>> = {
  book,
  move: changing('moved', move),
  cancel: changing('cancelled', ({ desk, reader }, asked) => cancelAppointment(desk.db, reader.actor, asked)),
}

type Show = { readonly tried?: OfficeTried; readonly status?: 200 | 403 | 422 }

async function show(c: Context<OnDesk>, at: AtOffice, { tried, status = 200 }: Show) {
  const { desk, reader, eyes } = at
  const free = await freeSlots(desk.db, reader.actor, { now: desk.now })
  const hours = await officeHoursOf(desk.db, reader.actor)
  const others = free.filter(({ host }) => host !== eyes.me)
  const sheet = {
    free: others,
    mine: await mineFor(at, free),
    chosen: chosenIn(c.req.query('slot') ?? tried?.values['slot'], others),
    questions: await myQuestionsIn(desk.house).list(desk.db, reader.actor),
    whoIsIn: await whoIsIn(desk.db, reader.actor, desk.today),
    isSchoolDay: await isSchoolDay(desk.db, reader.actor, desk.today),
    holdsHours: hours.some(({ person }) => person === eyes.me),
    mayHold: mayKeepHours(reader.actor).may,
    tried: tried ?? null,
    eyes,
  }
  return c.html(
    <Page shell={shellFrom(desk, doneNotice(c))} title={officeText(eyes.language).page} here="questions">
      <OfficeHead sheet={sheet} />
      <QuestionTabs here="office" reader={reader} />
      <OfficeView sheet={sheet} />
    </Page>,
    status,
  )
}

/** The moment that an address or a refused form names; `gone`: it is not free (any more). */
function chosenIn(value: string | undefined, free: readonly FreeSlot[]): FreeSlot | 'gone' | null {
  if (value === undefined) return null
  return free.find((slot) => slotKey(slot) === value) ?? 'gone'
}

async function mineFor(
  { desk, reader, eyes }: AtOffice,
  free: readonly FreeSlot[],
): Promise<AppointmentSheet[]> {
  const all = await appointmentsOf(desk.db, reader.actor, eyes.me, { from: desk.now })
  const coming = all.filter((one) => isComing(one, desk.now))
  const clashes = await clashesOf(desk.db, reader.actor, coming)
  const days = await daysOf(desk.db, reader.actor)
  const { opens } = myQuestionsIn(desk.house)
  const hrefOf = async (about: QuestionId | null) =>
    about !== null && (await opens(desk.db, reader.actor, about)) ? `/questions/${about}` : null
  return Promise.all(
    coming.map(async (one) => ({
      one,
      clashes: clashes.has(one.id),
      away: awayOf(one, days, eyes.me),
      free: free.filter(({ host }) => host === one.host),
      questionHref: await hrefOf(one.about),
    })),
  )
}

/** Who of the two is away that once; of both, the other one: that is what one does not know. */
function awayOf(
  { host, guest, startsAt }: Appointment,
  days: ReadonlyMap<PersonId, PersonDays>,
  me: PersonId,
) {
  const day = dayOf(new Date(startsAt))
  const away = [host, guest].filter((person) => presenceOn(days.get(person), day) === 'away')
  return away.find((person) => person !== me) ?? away[0] ?? null
}
