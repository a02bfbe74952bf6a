import type { Context } from 'hono'
import { isRefusal } from '../kernel/refusal.ts'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { formFields } from '../session/form-fields.ts'
import { originForMember } from '../session/origin.ts'
import { shellFrom } from '../session/shell.ts'
import { isLoopback } from '../settings.ts'
import { ArrowLink } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import type { ShellNotice } from '../ui/shell.ts'
import { calendarsText } from './calendars-text.ts'
import { CalendarsView, type NewAddress } from './calendars-view.tsx'
import { type FeedKind, isFeedKind } from './feed.ts'
import { type FeedBecause, mayStopAll } from './feed-may.ts'
import { countTeamFeeds, feedsOf, makeFeed, stopFeed, stopTeamFeeds } from './feed-store.ts'

/** /calendars: the addresses at which one's own calendar reads, and how to put them there. */
export const calendarsPage = {
  get: async (c: Context<OnDesk>) => {
    const text = calendarsText(deskOf(c).language)
    const said = c.req.query('done')
    if (said === 'stopped') return show(c, { notice: { kind: 'good', text: text.stopped } })
    const count = /^\d{1,4}$/.test(c.req.query('all') ?? '') ? Number(c.req.query('all')) : null
    return show(c, { notice: count === null ? null : { kind: 'good', text: text.allStopped(count) } })
  },

  post: async (c: Context<OnDesk>) => {
    const { act, kind } = await formFields(c)
    if (act === 'stop-all') return stopAll(c)
    if (!isFeedKind(kind)) return c.redirect('/calendars', 303)
    return act === 'stop' ? stop(c, kind) : make(c, kind)
  },
}

/** The address stands in this answer alone: nobody can show it again. */
async function make(c: Context<OnDesk>, kind: FeedKind) {
  const { db, house, now } = deskOf(c)
  const made = await makeFeed(db, readerOf(c).actor, kind, now)
  if (isRefusal(made)) return refused(c, made.because)
  const origin = originForMember(house.baseUrl, c.req.header('host'))
  const href = `${origin}/feeds/${made.token}.ics`
  const answer = await show(c, { made: { kind, href, isOnlyHere: isLoopback(new URL(href).hostname) } })
  answer.headers.set('cache-control', 'no-store')
  return answer
}

async function stop(c: Context<OnDesk>, kind: FeedKind) {
  const no = await stopFeed(deskOf(c).db, readerOf(c).actor, kind)
  return no ? refused(c, no.because) : c.redirect('/calendars?done=stopped', 303)
}

async function stopAll(c: Context<OnDesk>) {
  const done = await stopTeamFeeds(deskOf(c).db, readerOf(c).actor)
  return isRefusal(done) ? refused(c, done.because) : c.redirect(`/calendars?all=${done.stopped}`, 303)
}

const refused = (c: Context<OnDesk>, because: FeedBecause) => {
  const text = calendarsText(deskOf(c).language)
  return show(c, {
    notice: { kind: 'refusal', text: `${text.notDone} ${text.because[because]}` },
    status: 403,
  })
}

type Show = {
  readonly made?: NewAddress
  readonly notice?: ShellNotice | null
  readonly status?: 200 | 403
}

async function show(c: Context<OnDesk>, { made, notice = null, status = 200 }: Show) {
  const desk = deskOf(c)
  const { actor, language } = readerOf(c)
  const text = calendarsText(language)
  const teamFeeds = mayStopAll(actor).may ? await countTeamFeeds(desk.db, actor) : null
  return c.html(
    <Page shell={shellFrom(desk, notice)} title={text.title} here="year">
      <PageHead title={text.title} under={text.under} />
      <p class="rij">
        <ArrowLink href="/year">{text.toYear}</ArrowLink>
      </p>
      <CalendarsView feeds={await feedsOf(desk.db, actor)} made={made ?? null} {...{ teamFeeds, language }} />
    </Page>,
    status,
  )
}
