import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { timeOf } from '../evaluation/evaluation.ts'
import { lookAt, lookText } from '../evaluation/team-look.ts'
import { mayWriteLook } from '../evaluation/team-look-may.ts'
import { readTeamLooks, writeLook } from '../evaluation/team-look-store.ts'
import { firstDay, schoolYearOf, yearTitle } from '../kernel/school-year.ts'
import { budgetAt } from '../plan/budget-desk.ts'
import type { Plan } from '../plan/plan.ts'
import { readRoster } from '../plan/roster-store.ts'
import type { Reader } from '../session/actor.ts'
import { type Desk, deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { ArrowLink, BackLink } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/script-button.tsx'
import { agreedAim } from './aim-store.ts'
import { sharePlan } from './share-desk.ts'
import { mayShare } from './share-may.ts'
import { readOwnYear } from './share-store.ts'
import { talkOf } from './talk.ts'
import { conditionLine } from './talk-sentence-view.ts'
import { talkLines } from './talk-slot-desk.ts'
import { talkText } from './talk-text.ts'
import { TalkView } from './talk-view.tsx'

/** /time/talk: what came in between as material for the yearly talk, and one sentence of it for looking back. */
export const talkPage = {
  get: async (c: Context<OnDesk>) => show(c, await talkAt(c), null),

  post: async (c: Context<OnDesk>) => {
    const at = await talkAt(c)
    const form = await c.req.formData()
    const raw = form.get('line')
    const typed = typeof raw === 'string' ? raw : ''
    const says = await take(at, typed)
    if (says !== null) return show(c, at, { text: typed, error: says })
    return c.redirect(`${lookBackOf(at.plan) ?? '/time/talk'}#samen-conditions`, 303)
  },
}

type AtTalk = { readonly desk: Desk; readonly reader: Reader; readonly plan: Plan | null }

/** For who keeps no time there is no such page; nothing of it is kept on the way. */
async function talkAt(c: Context<OnDesk>): Promise<AtTalk> {
  c.header('cache-control', 'no-store')
  const [desk, reader] = [deskOf(c), readerOf(c)]
  if (!mayShare(reader.actor).may) throw new HTTPException(404)
  return { desk, reader, plan: await sharePlan(desk, reader.actor) }
}

const LONGEST = 600

/** Adds the sentence behind what stands with the conditions; a sentence why not, or null when it stands there. */
async function take({ desk, reader, plan }: AtTalk, typed: string): Promise<string | null> {
  const text = talkText(reader.language)
  const line = typed.trim()
  if (line === '') return text.lineEmpty
  if (line.length > LONGEST) return text.lineLong
  if (plan === null || !mayWriteLook(reader.actor, plan, 'conditions').may) return text.lineLater
  const time = timeOf(plan.phase)
  const look = lookAt(await readTeamLooks(desk.db, reader.actor, plan), time)
  const there = lookText(look, 'conditions')
  // Sent twice it stands there once.
  const isThere = there === line || there.endsWith(`\n\n${line}`)
  const whole = isThere ? there : there === '' ? line : `${there}\n\n${line}`
  const base = look?.texts.conditions?.revision ?? 0
  const done = await writeLook(desk.db, reader.actor, { plan, time }, 'conditions', whole, base, desk.now)
  return 'saved' in done ? null : 'collision' in done ? text.clash : text.lineLong
}

/** Where the conditions stand; null: not the time to write there. */
const lookBackOf = (plan: Plan | null) =>
  plan === null ? null : `/plan/${plan.id}/evaluation?time=${timeOf(plan.phase)}&done=saved`

async function show(c: Context<OnDesk>, at: AtTalk, tried: { text: string; error: string } | null) {
  const { desk, reader, plan } = at
  const text = talkText(reader.language)
  const own = plan && (await readOwnYear(desk.db, reader.actor, plan, desk.today))
  const talk = own && talkOf(own.from, own.until, own.counted)
  const budget = plan && (await budgetAt({ desk, reader, plan }))
  const aim = plan && (await agreedAim(desk.db, reader.actor, plan))
  const mayTake = plan !== null && mayWriteLook(reader.actor, plan, 'conditions').may
  const line = {
    text: tried?.text ?? (talk ? conditionLine(talk, aim, budget, reader.language) : ''),
    error: tried?.error ?? null,
    lookBack: mayTake ? `/plan/${plan.id}/evaluation?time=${timeOf(plan.phase)}#samen` : null,
  }
  const notice = tried ? ({ kind: 'refusal', text: tried.error } as const) : null
  return c.html(
    <Page shell={shellFrom(desk, notice)} title={text.title} here="today">
      <p class="rij alleen-scherm">
        <BackLink href="/time">{text.toTime}</BackLink>
        <ArrowLink href="/time/share">{text.toShare}</ArrowLink>
      </p>
      <PageHead
        title={text.title}
        under={`${reader.actor.name}. ${plan ? text.ofYear(yearTitle(plan.schoolYear)) : ''}`}
      >
        <div class="alleen-scherm">
          <PrintButton language={reader.language} />
        </div>
      </PageHead>
      <TalkView
        {...{ talk, aim, budget, line, reader }}
        between={await betweenOf(at)}
        roster={await readRoster(desk.db, reader.actor)}
      />
    </Page>,
    tried ? 422 : 200,
  )
}

/** What came in between besides, of the year of the plan, else of this one. */
const betweenOf = ({ desk, reader, plan }: AtTalk) =>
  talkLines({ desk, reader, from: firstDay(plan?.schoolYear ?? schoolYearOf(desk.today)), until: desk.today })
