import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Moment } from '../kernel/day.ts'
import { type PersonId, parseId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { whoIsIn } from '../office/days-store.ts'
import { momentInAmsterdam } from '../round/round-form.ts'
import { QuestionTabs } from '../school/question-tabs-view.tsx'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { formFields } from '../session/form-fields.ts'
import { shellFrom } from '../session/shell.ts'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import type { ShellNotice } from '../ui/shell.ts'
import type { HeavyNo } from './heavy.ts'
import { HeavyCards } from './heavy-card-view.tsx'
import { heavyCardsFor, heavySending, heavyStrip, safeSheet, standInsIn } from './heavy-desk.ts'
import { tellHeavyBy } from './heavy-letter-desk.ts'
import { SafePart } from './heavy-safe-view.tsx'
import type { HeavyTried } from './heavy-sheet-view.ts'
import {
  askTooHeavy,
  type ChangingHeavy,
  callHeavy,
  cameHeavy,
  cannotGoHeavy,
  comeHeavy,
  handOnHeavy,
  seeHeavy,
  takeBackHeavy,
} from './heavy-store.ts'
import { heavyText } from './heavy-text.ts'
import { HeavyStrip } from './heavy-view.tsx'

type Form = Readonly<Record<string, string | undefined>>
type Done = keyof ReturnType<typeof heavyText>['done']

/** /questions/heavy: 'Het is nu te zwaar', and to whom one goes when somebody is not safe. */
export const heavyPage = {
  get: (c: Context<OnDesk>) => {
    const done = c.req.query('done') ?? ''
    const said = heavyText(readerOf(c).language).done
    return show(c, {
      notice: Object.hasOwn(said, done) ? { kind: 'good', text: said[done as Done] } : null,
    })
  },

  post: async (c: Context<OnDesk>) => {
    const form = await formFields(c)
    const name = form['act'] ?? ''
    const act = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined
    if (!act) throw new HTTPException(404)
    const done = await act(c, form)
    if (!isRefusal(done)) return c.redirect(backTo(form, done), 303)
    const says = heavyText(readerOf(c).language).refusal[done.refused]
    const status = done.refused === 'may-not' ? 403 : 422
    if (done.field === 'at') {
      const tried = { call: form['call'] ?? '', clock: form['clock'] ?? '', says }
      return show(c, { tried, status })
    }
    return show(c, { notice: { kind: 'refusal', text: says }, status })
  },
}

const backTo = (form: Form, done: Done) =>
  form['back'] === 'tray' ? `/questions/tray?heavy=${done}` : `/questions/heavy?done=${done}`

type Act = (c: Context<OnDesk>, form: Form) => Promise<Done | HeavyNo>

const call: Act = async (c, form) => {
  const { db, now } = deskOf(c)
  const { actor } = readerOf(c)
  const strip = await heavyStrip(c)
  const to = parseId<'person'>(form['to'])
  if (strip.coordinators.length === 0 && strip.standIn === null) return refuse('nobody-there')
  // Who stands in is asked by the asker only while no coordinator is known to be there; else it goes to them alone.
  const also = strip.standIn !== null && strip.standIn.id === to ? to : null
  if (strip.coordinators.length === 0 && also === null) return refuse('nobody-there')
  const question = parseId<'question'>(form['question'])
  const made = await callHeavy(db, actor, { question, to: also }, { now, tell: tellHeavyBy(heavySending(c)) })
  return isRefusal(made) ? made : 'called'
}

type Changing = (c: Context<OnDesk>, at: ChangingHeavy, form: Form) => Promise<'done' | HeavyNo | null>

/** A call that is not there (any more), or not theirs to know of, is no page: 404. */
const changing =
  (done: Done, act: Changing): Act =>
  async (c, form) => {
    const id = parseId<'heavy-call'>(form['call'])
    const at = id && { id, now: deskOf(c).now, tell: tellHeavyBy(heavySending(c)) }
    const answer = at ? await act(c, at, form) : null
    if (answer === null) throw new HTTPException(404)
    return isRefusal(answer) ? answer : done
  }

const by = (c: Context<OnDesk>) => [deskOf(c).db, readerOf(c).actor] as const

const come: Changing = async (c, at, form) => {
  const moment = momentIn(c, form)
  return isRefusal(moment) ? moment : comeHeavy(...by(c), at, moment)
}

/** 'now', a clock that was offered, or the own clock: today. */
function momentIn(c: Context<OnDesk>, form: Form): Moment | null | HeavyNo {
  if (form['at'] === 'now') return null
  const value = (form['at'] === 'clock' ? form['clock'] : form['at']) ?? ''
  return momentInAmsterdam(`${deskOf(c).today}T${value}`) ?? refuse('clock-unknown', 'at')
}

const handOn: Changing = async (c, at, form) => {
  const [db, actor] = by(c)
  const to = parseId<'person'>(form['to'])
  const standIns: readonly PersonId[] = standInsIn(await whoIsIn(db, actor, deskOf(c).today)).map(
    ({ id }) => id,
  )
  if (to === null || to === actor.personId || !standIns.includes(to)) return refuse('stand-in-unknown', 'to')
  return handOnHeavy(db, actor, at, to)
}

/** Who stands in as well, after all: as long as the asker could have done so at once. */
const askToo: Changing = async (c, at, form) => {
  const { standIn } = await heavyStrip(c)
  const to = parseId<'person'>(form['to'])
  if (to === null || standIn?.id !== to) return refuse('stand-in-unknown', 'to')
  return askTooHeavy(...by(c), at, to)
}

const ACTS: Readonly<Record<string, Act>> = {
  call,
  see: changing('seen', (c, at) => seeHeavy(...by(c), at)),
  come: changing('coming', come),
  'ask-too': changing('called', askToo),
  'hand-on': changing('handed', handOn),
  cannot: changing('cannot', (c, at) => cannotGoHeavy(...by(c), at)),
  came: changing('came', (c, at) => cameHeavy(...by(c), at)),
  'take-back': changing('back', (c, at) => takeBackHeavy(...by(c), at)),
}

type Show = {
  readonly notice?: ShellNotice | null
  readonly tried?: HeavyTried
  readonly status?: 200 | 403 | 422
}

async function show(c: Context<OnDesk>, { notice = null, tried, status = 200 }: Show) {
  const reader = readerOf(c)
  const text = heavyText(reader.language)
  const cards = await heavyCardsFor(c, { tried: tried ?? null })
  const strip = await heavyStrip(c)
  return c.html(
    <Page shell={shellFrom(deskOf(c), notice)} title={text.page} here="questions">
      <PageHead title={cards.cards.length > 0 ? text.calls : strip.call ? text.running : text.page} />
      <QuestionTabs here={null} reader={reader} />
      <div class="twee">
        <div class="kolom">
          <HeavyCards sheet={cards} />
          <HeavyStrip strip={strip} isPage={cards.cards.length === 0} />
        </div>
        <div class="kolom">
          <SafePart sheet={await safeSheet(c)} />
        </div>
      </div>
    </Page>,
    status,
  )
}
