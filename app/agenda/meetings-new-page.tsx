import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { formOf } from '../adoption/decision-desk.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { mayPlanMeetings } from '../meeting/meeting-may.ts'
import type { NewMeeting, PlanningNo } from '../meeting/meeting-plan.ts'
import { planMeeting } from '../meeting/meeting-write-store.ts'
import { isAdopted } from '../plan/plan.ts'
import type { Reader } from '../session/actor.ts'
import { type Desk, deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { Page } from '../ui/page.tsx'
import { lengthFor } from './agenda.ts'
import { tickOf } from './agenda-point-view.ts'
import type { Trouble } from './meeting-trouble-view.ts'
import { allOf, type MeetingForm, oneOf, parseDeciding, parseDetails } from './meetings-form.ts'
import { type Planning, readPlanning } from './meetings-new-desk.ts'
import { NewMeetingView } from './meetings-new-view.tsx'
import { meetingsText } from './meetings-text.ts'

/** /meetings/new: plans a meeting. */
export const newMeetingPage = {
  get: async (c: Context<OnDesk>) => {
    const { desk, reader } = plannerAt(c)
    const asked = { template: c.req.query('template'), plan: c.req.query('plan') }
    return show(c, await readPlanning(desk, reader, asked), null)
  },

  post: async (c: Context<OnDesk>) => {
    const { desk, reader } = plannerAt(c)
    const sent: MeetingForm = await formOf(c)
    const asked = { template: oneOf(sent, 'template'), plan: oneOf(sent, 'plan') }
    const planning = await readPlanning(desk, reader, asked)
    const typed = withLength(planning, sent)
    const made = await plan(desk, reader, planning, typed)
    if (!isRefusal(made)) return c.redirect(`/meeting/${made}?done=planned`, 303)
    return show(c, planning, { no: made, typed, form: 'new' })
  },
}

function plannerAt(c: Context<OnDesk>) {
  const reader = readerOf(c)
  const may = mayPlanMeetings(reader.actor)
  if (!may.may) throw new HTTPException(403, { message: may.because })
  return { desk: deskOf(c), reader }
}

async function plan({ db, now }: Desk, { actor }: Reader, planning: Planning, typed: MeetingForm) {
  const given = newMeetingIn(planning, typed)
  if (isRefusal(given)) return given
  if (given.startsAt <= now) return refuse('time-past', 'startsAt')
  return planMeeting(db, actor, given, now)
}

function newMeetingIn(planning: Planning, typed: MeetingForm): NewMeeting | PlanningNo {
  const details = parseDetails(typed)
  if (isRefusal(details)) return details
  const deciding = parseDeciding(
    typed,
    planning.people.map(({ id }) => id),
  )
  if (isRefusal(deciding)) return deciding
  const { template, planId } = planning
  return { ...details, template, planId, deciding, items: tickedItems(planning, typed) }
}

function tickedItems({ offer }: Planning, typed: MeetingForm) {
  const ticked = allOf(typed, 'point')
  const points = [...offer.suggested, ...offer.rest].filter(({ key }) => ticked.includes(key))
  return points.map(({ item }) => item)
}

/** A length that was left as it was proposed follows what is ticked. */
function withLength(planning: Planning, sent: MeetingForm): MeetingForm {
  const isAsProposed = oneOf(sent, 'proposed') !== '' && oneOf(sent, 'minutes') === oneOf(sent, 'proposed')
  return isAsProposed ? { ...sent, minutes: String(lengthFor(tickedItems(planning, sent))) } : sent
}

function show(c: Context<OnDesk>, planning: Planning, trouble: Trouble | null) {
  const { language } = readerOf(c)
  const { offer, ...rest } = planning
  return c.html(
    <Page shell={shellFrom(deskOf(c), null)} title={meetingsText(language).newTitle} here="plan">
      <NewMeetingView
        {...rest}
        suggested={offer.suggested.map((one) => tickOf(one, language))}
        rest={offer.rest.map((one) => tickOf(one, language))}
        {...{ trouble, language }}
        isDraft={planning.scene.plan?.phase === 'draft'}
        looksBack={planning.scene.plan !== null && isAdopted(planning.scene.plan.phase)}
      />
    </Page>,
    trouble ? 422 : 200,
  )
}
