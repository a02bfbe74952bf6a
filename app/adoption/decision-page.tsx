import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Db } from '../db/database.ts'
import { isRefusal, type Refusal } from '../kernel/refusal.ts'
import { yearTitle } from '../kernel/school-year.ts'
import { hasText } from '../plan/entry.ts'
import { writeEntryText } from '../plan/entry-store.ts'
import { entryOf, type Plan } from '../plan/plan.ts'
import { writePrinciple } from '../plan/principle-store.ts'
import type { Decision, RoundRefusal } from '../round/round.ts'
import { parseAnswer, parseClosing, parseReason, parseRound, parseWay } from '../round/round-form.ts'
import { mayLead } from '../round/round-may.ts'
import { changeDecision, speakIn } from '../round/round-store.ts'
import { closeEarly } from '../round/round-voice.ts'
import { onLastRound, settle, withdraw } from '../round/round-way.ts'
import { type Refused, type Typed, typedText } from '../round/voice-view.tsx'
import { hasRole } from '../session/actor.ts'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { Page } from '../ui/page.tsx'
import type { Item } from './adoption.ts'
import { mayRenew } from './adoption-may.ts'
import type { AdoptionNo } from './adoption-no.ts'
import { renewItem } from './adoption-store.ts'
import { adoptionText } from './adoption-text.ts'
import { amendmentHref } from './amendment-desk.ts'
import {
  type AtAdoption,
  type AtDecision,
  adoptionAt,
  adoptionSentence,
  decisionAt,
  formOf,
  inAWeek,
  refusedIn,
} from './decision-desk.ts'
import { DecisionView, textFields } from './decision-view.tsx'
import { heldIn, tellRoom } from './held-desk.ts'
import { decisionTitle, itemWords } from './item-view.ts'

/** /plan/:plan/decision/:decision: one text that is put to the team. */
export const decisionPage = {
  get: async (c: Context<OnDesk>) => {
    const amendment = amendmentIn(c, await adoptionAt(c))
    return amendment ? c.redirect(amendment, 303) : show(c, await decisionAt(c))
  },

  post: async (c: Context<OnDesk>) => {
    const at = await decisionAt(c)
    const typed = await formOf(c)
    const result = await act(at, typed)
    if (result === null) throw new HTTPException(404)
    if (!isRefusal(result)) {
      await tellRoom(at.desk, at.reader.actor, at.decision)
      return c.redirect(`${at.action}?done=${typedText(typed, 'act')}`, 303)
    }
    return show(c, await decisionAt(c), result, typed)
  },
}

/** The round on an amendment stands on the page of that amendment. */
function amendmentIn(c: Context<OnDesk>, { adoption, href }: AtAdoption) {
  const asked = adoption.decisions.find(({ id }) => id === c.req.param('decision'))
  return asked?.about === 'amendment' ? amendmentHref(href, asked.subjectId) : null
}

const DONE = ['speak', 'close', 'renew', 'settle', 'withdraw'] as const

async function show(c: Context<OnDesk>, at: AtDecision, no: AdoptionNo | null = null, typed: Typed = {}) {
  const { reader, decision, item, action, adoption, desk } = at
  const { language, terms, actor } = reader
  const refused: Refused | null = no && refusedIn(no, typed, language)
  const text = adoptionText(language)
  const told = DONE.find((one) => one === c.req.query('done'))
  const notice = no
    ? ({ kind: 'refusal', text: adoptionSentence(no, language, terms) } as const)
    : told
      ? ({ kind: 'good', text: text.done[told] } as const)
      : null
  const nameOf = (id: string) =>
    adoption.roster.people.find((person) => person.id === id)?.name ?? text.someone
  const may = { lead: mayRenew(actor, decision).may, write: hasRole(actor, 'coordinator') }
  return c.html(
    <Page
      shell={shellFrom(desk, notice)}
      title={`${decisionTitle(adoption.plan, decision, reader)} · ${yearTitle(at.plan.schoolYear)}`}
      here="plan"
    >
      <DecisionView
        {...{ decision, item, reader, nameOf, action, may, refused }}
        plan={adoption.plan}
        href={`${at.href}/decision`}
        closesAt={inAWeek(desk.now)}
        held={await heldIn(desk, actor, decision)}
      />
    </Page>,
    no ? (no.refused === 'may-not' ? 403 : 422) : 200,
  )
}

type Result = Decision | AdoptionNo | 'renewed' | null

function act(at: AtDecision, typed: Typed): Promise<Result> | Result {
  switch (typedText(typed, 'act') ?? '') {
    case 'speak':
      return speakNow(at, typed)
    case 'withdraw':
      return change(at, (decision) => withdraw(decision, at.reader.actor.personId, at.desk.now))
    case 'close':
      mustLead(at)
      return change(
        at,
        onLastRound((frame, round) => closeEarly(frame, round, at.reader.actor.personId, at.desk.now)),
      )
    case 'settle':
      mustLead(at)
      return settleNow(at, typed)
    case 'renew':
      return renewNow(at, typed)
    default:
      return null
  }
}

const change = (
  { desk, reader, decision }: AtDecision,
  by: (decision: Decision) => Decision | Refusal<RoundRefusal>,
) => changeDecision(desk.db, reader.actor, decision.id, desk.now, by)

function mustLead({ reader, decision }: AtDecision) {
  const may = mayLead(decision, reader.actor)
  if (!may.may) throw new HTTPException(403, { message: may.because })
}

function speakNow({ desk, reader, decision }: AtDecision, typed: Typed) {
  const answer = parseAnswer(typed)
  if (isRefusal(answer)) return answer
  return speakIn(desk.db, reader.actor, decision.id, answer, desk.now, parseRound(typed))
}

function settleNow(at: AtDecision, typed: Typed) {
  const way = parseWay(typed)
  if (isRefusal(way)) return way
  const note = parseReason(typedText(typed, 'note') ?? '', 'note')
  if (isRefusal(note)) return note
  return change(at, (decision) => settle(decision, way, note, at.reader.actor.personId, at.desk.now))
}

function renewNow(at: AtDecision, typed: Typed) {
  const { desk, reader, decision, plan } = at
  const may = mayRenew(reader.actor, decision)
  if (!may.may) throw new HTTPException(403, { message: may.because })
  const changeNote = parseReason(typedText(typed, 'changeNote') ?? '', 'changeNote')
  if (isRefusal(changeNote)) return changeNote
  const closesAt = parseClosing(typed, desk.now)
  if (isRefusal(closesAt)) return closesAt
  const { language, terms } = reader
  const text = adoptionText(language)
  const writes = hasRole(reader.actor, 'coordinator')
  const renewal = {
    changeNote,
    closesAt,
    words: itemWords({ language, terms }),
    why: text.why.open,
    change: writes ? changeFrom(at, typed) : null,
  }
  return renewItem(desk.db, reader.actor, plan.id, decision.id, renewal, desk.now)
}

/** While the team decides the plan itself stands still: the text of an item changes by its own round alone. */
const changeFrom =
  ({ reader, desk }: AtDecision, typed: Typed) =>
  async (tx: Db, plan: Plan, item: Item): Promise<AdoptionNo | null> => {
    const open: Plan = { ...plan, phase: 'input' }
    for (const { name } of textFields(plan, item, reader)) {
      const raw = typedText(typed, name)
      if (raw === null) continue
      const saved = await writeField({ tx, reader, now: desk.now }, open, item, name, raw)
      if (isRefusal(saved)) return saved
    }
    return null
  }

type Writing = { tx: Db; reader: AtDecision['reader']; now: AtDecision['desk']['now'] }

async function writeField({ tx, reader, now }: Writing, plan: Plan, item: Item, name: string, raw: string) {
  if (item.about === 'principle') {
    const principle = plan.principles.find((one) => one.id === item.subjectId)
    return principle ? writePrinciple(tx, reader.actor, plan, principle, 'text', raw, null, now) : null
  }
  const goal = item.about === 'goal' ? entryOf(plan, item.subjectId) : null
  const field = name.replace(/^text-/, '')
  return goal && hasText(goal.kind, field)
    ? writeEntryText(tx, reader.actor, plan, goal, field, raw, null, now)
    : null
}
