import type { Context } from 'hono'
import { mayPlanMeetings } from '../meeting/meeting-may.ts'
import { minutesStates } from '../minutes/minutes-list-store.ts'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { Page } from '../ui/page.tsx'
import { sortMeetings } from './meetings.ts'
import { readMeetings } from './meetings-store.ts'
import { meetingsText } from './meetings-text.ts'
import { MeetingsView } from './meetings-view.tsx'

/** /meetings: what runs, what comes, what has been. */
export async function meetingsPage(c: Context<OnDesk>) {
  const desk = deskOf(c)
  const { actor, language } = readerOf(c)
  const lines = await readMeetings(desk.db, actor)
  return c.html(
    <Page shell={shellFrom(desk, null)} title={meetingsText(language).title} here="plan">
      <MeetingsView
        {...sortMeetings(lines, desk.now)}
        minutes={await minutesStates(desk.db, actor)}
        me={actor.personId}
        mayPlan={mayPlanMeetings(actor).may}
        language={language}
      />
    </Page>,
  )
}
