import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { nextNumber } from '../adoption/adoption.ts'
import { readAdoption } from '../adoption/adoption-store.ts'
import { formOf } from '../adoption/decision-desk.ts'
import { readVersions } from '../adoption/seal-store.ts'
import { parseDay } from '../kernel/day.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { yearTitle } from '../kernel/school-year.ts'
import { memberAt } from '../meeting/seat-desk.ts'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { BackLink } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Empty } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { flushWriting } from '../writing/flush-desk.ts'
import { adoptStand, wholeItem } from './adopt.ts'
import { mayAdopt } from './adopt-may.ts'
import { sealInMeeting, tellMr } from './adopt-store.ts'
import { adoptText } from './adopt-text.ts'
import { AdoptView } from './adopt-view.tsx'
import type { DecideNo } from './decide.ts'
import { decideSentence } from './decide-say-desk.ts'
import { decideText } from './decide-text.ts'

type At = Awaited<ReturnType<typeof memberAt>>

const DONE = ['adopt', 'mr'] as const

/** /meeting/:meeting/adopt: what the team decided becomes a sealed version, by who chaired or the coordinator. */
export const adoptPage = {
  get: async (c: Context<OnDesk>) => show(c, await memberAt(c), null, c.req.query('from') === 'board'),

  post: async (c: Context<OnDesk>) => {
    const at = await memberAt(c)
    const form = await formOf(c)
    const act = DONE.find((one) => one === form['act'])
    if (!act) throw new HTTPException(404)
    const done = await take(at, act, [form['mrDay']].flat()[0] ?? '')
    if (done === null) throw new HTTPException(404)
    if (isRefusal(done)) return show(c, await memberAt(c), done, form['back'] === 'board')
    const { id } = at.scene.meeting
    if (act === 'adopt' && form['back'] === 'board') return c.redirect(`/meeting/${id}/board`, 303)
    return c.redirect(`/meeting/${id}/adopt?done=${act}`, 303)
  },
}

async function take({ desk, seat, scene, language, reader }: At, act: (typeof DONE)[number], raw: string) {
  const { meeting } = scene
  const day = parseDay(raw)
  if (raw !== '' && day === null) return refuse('day-unknown', 'mrDay')
  if (act === 'mr') return tellMr(desk.db, seat, meeting.id, day)
  if (meeting.planId !== null) await flushWriting(desk.db, meeting.planId)
  const why = (number: string) => decideText(language).adopted(number, meeting.title)
  const words = { why, schoolName: reader.school.name }
  const where = { db: desk.db, seat, meetingId: meeting.id, now: desk.now }
  return sealInMeeting({ ...where, words, mrInformedOn: day })
}

/** `onWall`: opened from the board, so it is read at the wall and leads back there. */
async function show(c: Context<OnDesk>, at: At, no: DecideNo | null, onWall: boolean) {
  const { desk, scene, language, terms, seat } = at
  const text = adoptText(language)
  const adoption =
    scene.meeting.planId && (await readAdoption(desk.db, seat.actor, scene.meeting.planId, desk.now))
  const told = DONE.find((one) => one === c.req.query('done'))
  const notice = no
    ? ({ kind: 'refusal', text: decideSentence(no, { language, terms }) } as const)
    : told
      ? ({ kind: 'good', text: text.done[told] } as const)
      : null
  const href = `/meeting/${scene.meeting.id}`
  const content = (
    <>
      <PageHead
        title={text.title}
        under={adoption ? text.under(yearTitle(adoption.plan.schoolYear)) : undefined}
      />
      {adoption ? await standing(at, adoption, no, onWall) : <Empty sentence={text.noPlan} />}
    </>
  )
  const toBoard = onWall || scene.meeting.phase === 'running'
  return c.html(
    <Page shell={shellFrom(desk, notice)} title={text.title} here="plan">
      <p>
        <BackLink href={toBoard ? `${href}/board` : href}>{toBoard ? text.toBoard : text.toMeeting}</BackLink>
      </p>
      {onWall ? <div class="aandewand">{content}</div> : content}
    </Page>,
    no ? 422 : 200,
  )
}

async function standing(
  { desk, scene, language, terms, seat }: At,
  { plan, states }: NonNullable<Awaited<ReturnType<typeof readAdoption>>>,
  no: DecideNo | null,
  onWall: boolean,
) {
  const versions = await readVersions(desk.db, seat.actor, plan.id)
  return (
    <AdoptView
      {...{ scene, plan, states, language, terms, onWall }}
      stand={adoptStand(states)}
      isHere={wholeItem(scene, states) !== null}
      may={mayAdopt(seat, scene.meeting).may}
      next={nextNumber(versions)}
      latest={versions[0] ?? null}
      dayError={no?.refused === 'day-unknown' ? decideSentence(no, { language, terms }) : null}
    />
  )
}
