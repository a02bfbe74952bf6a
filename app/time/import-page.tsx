import type { Context } from 'hono'
import { readCalendarFile } from '../calendar/calendar-reading-desk.ts'
import type { Day } from '../kernel/day.ts'
import { plusDays } from '../kernel/days.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { calendarReadingText } from '../post/calendar-reading-text.ts'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { Page } from '../ui/page.tsx'
import { textsIn } from './estimate.ts'
import { importText } from './import-text.ts'
import { ImportView, ProposalsView } from './import-view.tsx'
import { subjectFrom } from './log.ts'
import {
  type Confirmed,
  type Proposal,
  parseConfirmed,
  proposalsOf,
  type SentProposal,
  sentProposals,
  windowOf,
} from './proposals.ts'
import { type AtTime, timeAt, typedIn } from './time-desk.ts'
import { activitiesOf, logWithin, type TimeNo } from './time-store.ts'
import { timeText } from './time-text.ts'

/**
 * /time/import: the own calendar as proposals. The file is read and forgotten; its titles go to the screen of who sent
 * it, once, and come back in no field.
 */
export const importPage = {
  get: async (c: Context<OnDesk>) => start(c, await timeAt(c), '4', null),

  post: async (c: Context<OnDesk>) => {
    const at = await timeAt(c)
    const form = await c.req.formData()
    const typed = typedIn(form)
    if (typed('act') === 'confirm') return confirm(c, at, sentProposals(textsIn(form)))
    const file = form.get('file')
    const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : null
    if (!bytes || bytes.length === 0) return start(c, at, typed('span'), importText(at.language).noFile)
    return read(c, at, bytes, typed('span'))
  },
}

function start(c: Context<OnDesk>, at: AtTime, span: string, says: string | null) {
  const text = importText(at.language)
  return c.html(
    <Page shell={shellFrom(at.desk)} title={says === null ? text.title : text.notRead} here="time">
      <ImportView language={at.language} span={span} says={says} />
    </Page>,
    says === null ? 200 : 422,
  )
}

async function read(c: Context<OnDesk>, at: AtTime, bytes: Uint8Array<ArrayBuffer>, span: string) {
  const { desk, reader, language } = at
  const window = windowOf(span, desk.today)
  const reading = await readCalendarFile(bytes, window)
  if (isRefusal(reading)) return start(c, at, span, calendarReadingText(language).refusal[reading.refused])
  const known = await activitiesOf(desk.db, reader.actor, plusDays(window.from, -7), window.until)
  const proposals = proposalsOf(reading.items, known, at, desk.now)
  return list(c, at, proposals, reading.leftOut.unreadable, null)
}

function list(
  c: Context<OnDesk>,
  at: AtTime,
  proposals: readonly Proposal[],
  unreadable: number,
  says: string | null,
) {
  return c.html(
    <Page shell={shellFrom(at.desk)} title={importText(at.language).choose} here="time">
      <ProposalsView proposals={proposals} unreadable={unreadable} names={at} says={says} />
    </Page>,
    says === null ? 200 : 422,
  )
}

async function confirm(c: Context<OnDesk>, at: AtTime, sent: readonly SentProposal[]) {
  const { desk, plan, language } = at
  const confirmed = parseConfirmed(sent, plan, desk.now)
  const taken = isRefusal(confirmed) ? confirmed : await take(at, confirmed)
  if (!isRefusal(taken))
    return c.redirect(`/time/entries?week=${taken.day}&added=${taken.number}&there=${taken.there}`, 303)
  const text = timeText(language)
  const says = taken.refused === 'may-not' ? text.because[taken.because] : text.refusal[taken.refused]
  return list(c, at, sent.map(asProposal(at)), 0, says)
}

/** How many pieces were taken along, how many were there already, and the day of the last one. */
type Taken = { readonly number: number; readonly there: number; readonly day: Day }

/** All that was chosen or nothing. */
function take({ desk, reader }: AtTime, confirmed: readonly Confirmed[]): Promise<Taken | TimeNo> {
  return desk.db.write<Taken | TimeNo>(reader.actor, async (sql, tx) => {
    let number = 0
    for (const one of confirmed) {
      const given = { ...one, source: 'calendar', once: 'calendar' } as const
      const made = await logWithin(sql, tx, reader.actor, given, desk.now)
      if (isRefusal(made)) return made
      if (made.isNew) number += 1
    }
    return { number, there: confirmed.length - number, day: confirmed.at(-1)?.day ?? desk.today }
  })
}

const asProposal =
  ({ plan }: AtTime) =>
  ({ startsAt, minutes, key }: SentProposal): Proposal => {
    const subject = subjectFrom(key, plan)
    return {
      title: '',
      startsAt,
      minutes,
      subject: isRefusal(subject) ? null : subject,
      isThere: false,
      isEstimated: false,
    }
  }
