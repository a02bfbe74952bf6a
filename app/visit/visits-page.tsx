import type { Context } from 'hono'
import { parseId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import type { OnDesk } from '../session/desk.ts'
import { formFields } from '../session/form-fields.ts'
import { shellFrom } from '../session/shell.ts'
import { Page } from '../ui/page.tsx'
import type { ShellNotice } from '../ui/shell.ts'
import { sharedWithMe } from './guide-store.ts'
import type { VisitTried } from './moment-view.tsx'
import { type GivenOffers, parseOffers } from './offer.ts'
import { offerMoments, offersOf, openOffers, withdrawOffer } from './offer-store.ts'
import type { OfferTried } from './offer-view.tsx'
import { onSchoolDays } from './school-day-desk.ts'
import { canSwap } from './swap.ts'
import { noToSwap, swapsAsked, yesToSwap } from './swap-desk.tsx'
import { type AtVisits, atVisits, doneWords } from './visit-desk.ts'
import type { VisitForm } from './visit-form.ts'
import { comingOffers, sortVisits } from './visit-list.ts'
import { visitNo } from './visit-no-text.ts'
import { visitsOf } from './visit-store.ts'
import { visitText } from './visit-text.ts'
import { dayWords } from './visit-words-view.ts'
import { VisitsView } from './visits-view.tsx'

/** /visits: going to look at each other's, and at which moments somebody takes a class over. */
export const visitsPage = {
  get: async (c: Context<OnDesk>) => {
    const at = await atVisits(c)
    return show(c, at, { notice: noticeOf(c, at) })
  },

  post: async (c: Context<OnDesk>) => {
    const at = await atVisits(c)
    const form = await formFields(c)
    if (form['act'] === 'withdraw') return withdraw(c, at, form)
    if (form['act'] === 'swap-yes' || form['act'] === 'swap-end') return answerSwap(c, at, form)
    return offer(c, at, form)
  },
}

async function offer(c: Context<OnDesk>, at: AtVisits, form: VisitForm) {
  const given = parseOffers(form, at.desk.now)
  const answer = isRefusal(given) ? given : await offerSchoolDays(at, given)
  if (!isRefusal(answer))
    return c.redirect(`/visits?done=offered&added=${answer.added}&out=${answer.leftOut}#aanbod`, 303)
  return show(c, at, { tried: { values: form, no: answer }, status: 422 })
}

/** Of a series the weeks without school are left out. */
async function offerSchoolDays(at: AtVisits, { slots, words }: GivenOffers) {
  const { desk, reader } = at
  const there = await onSchoolDays(at, slots)
  if (there.length === 0) return refuse('no-school-day', 'startsAt')
  const answer = await offerMoments(desk.db, reader.actor, { slots: there, words }, desk.now)
  if (isRefusal(answer)) return answer
  return { ...answer, leftOut: answer.leftOut + slots.length - there.length }
}

async function withdraw(c: Context<OnDesk>, at: AtVisits, form: VisitForm) {
  const { desk, reader, eyes } = at
  const id = parseId<'offer'>(form['offer'])
  const no = id ? await withdrawOffer(desk.db, reader.actor, id, desk.now) : refuse('offer-gone')
  if (no === null) return c.redirect('/visits?done=withdrawn#aanbod', 303)
  return show(c, at, { notice: { kind: 'refusal', text: visitNo(no, eyes.language) }, status: 422 })
}

async function answerSwap(c: Context<OnDesk>, at: AtVisits, form: VisitForm) {
  const answer = await (form['act'] === 'swap-yes' ? yesToSwap(at, form) : noToSwap(at, form))
  if (!isRefusal(answer)) return c.redirect(`/visits?done=${answer}`, 303)
  return show(c, at, {
    notice: { kind: 'refusal', text: visitNo(answer, at.eyes.language) },
    swapTried: { act: 'swap-yes', values: form, no: answer },
    status: answer.refused === 'may-not' ? 403 : 422,
  })
}

const countIn = (value: string | undefined) => (/^\d{1,2}$/.test(value ?? '') ? Number(value) : 0)

function noticeOf(c: Context<OnDesk>, at: AtVisits): ShellNotice | null {
  const text = visitText(at.eyes.language).done
  const done = c.req.query('done') ?? ''
  const leftOut = countIn(c.req.query('out'))
  const more = leftOut > 0 ? text.leftOut(leftOut) : ''
  const says =
    done === 'offered' ? `${text.offered(countIn(c.req.query('added')))}${more}` : doneWords(at, done)
  return says === null ? null : { kind: 'good', text: says }
}

type Show = {
  readonly notice?: ShellNotice | null
  readonly tried?: OfferTried
  readonly swapTried?: VisitTried
  readonly status?: 200 | 403 | 422
}

async function show(
  c: Context<OnDesk>,
  at: AtVisits,
  { notice = null, tried, swapTried, status = 200 }: Show,
) {
  const { desk, reader, eyes } = at
  const { db, now } = desk
  const visits = await visitsOf(db, reader.actor)
  const free = await openOffers(db, reader.actor, now)
  return c.html(
    <Page shell={shellFrom(desk, notice)} title={visitText(eyes.language).page} here="visits">
      <VisitsView
        sorted={sortVisits(visits, eyes.me, now)}
        mine={comingOffers(await offersOf(db, reader.actor), now)}
        free={free.filter(({ cover }) => cover !== eyes.me)}
        shared={(await sharedWithMe(db, reader.actor)).map((visit) => ({
          id: visit.id,
          host: eyes.nameOf(visit.host),
          day: dayWords(visit, eyes.language),
        }))}
        swaps={await swapsAsked(at)}
        toSwap={visits.filter((one) => one.visitor === eyes.me && canSwap(one, now))}
        swapTried={swapTried ?? null}
        tried={tried ?? null}
        eyes={eyes}
      />
    </Page>,
    status,
  )
}
