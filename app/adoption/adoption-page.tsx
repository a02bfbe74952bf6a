import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { yearTitle } from '../kernel/school-year.ts'
import { budgetAt } from '../plan/budget-desk.ts'
import { OverBudget } from '../plan/budget-view.tsx'
import { isOpen, type Plan } from '../plan/plan.ts'
import { parseClosing, parseFrame } from '../round/round-form.ts'
import { type Typed, typedText } from '../round/voice-view.tsx'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { BackLink } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import { isOfNow, itemKey, parseItem } from './adoption.ts'
import { mayPutForward, maySeal } from './adoption-may.ts'
import type { AdoptionNo } from './adoption-no.ts'
import { putForward, votersOf } from './adoption-store.ts'
import { adoptionText } from './adoption-text.ts'
import { AdoptionView } from './adoption-view.tsx'
import { readChangedSince, sealBeside } from './beside-store.ts'
import {
  type AtAdoption,
  adoptionAt,
  adoptionSentence,
  firstQuorum,
  formOf,
  inAWeek,
  refusedIn,
} from './decision-desk.ts'
import { heldIn } from './held-desk.ts'
import { itemWords, nameOfEntry } from './item-view.ts'
import { adoptPlan, readVersions } from './seal-store.ts'

const ACTS = ['put', 'adopt', 'beside'] as const

/** /plan/:plan/decision: what is put to the team, how it stands, and the sealed version. */
export const adoptionPage = {
  get: async (c: Context<OnDesk>) => show(c, await adoptionAt(c)),

  post: async (c: Context<OnDesk>) => {
    const at = await adoptionAt(c)
    const typed = await formOf(c)
    const name = typedText(typed, 'act')
    const act = ACTS.find((one) => one === name)
    if (!act) throw new HTTPException(404)
    const result = await (act === 'put' ? put(at, typed) : act === 'adopt' ? adopt(at) : beside(at))
    if (!isRefusal(result)) return c.redirect(`${at.href}/decision?done=${act}`, 303)
    return show(c, await adoptionAt(c), result, typed)
  },
}

async function show(c: Context<OnDesk>, at: AtAdoption, no: AdoptionNo | null = null, typed: Typed = {}) {
  const { reader, adoption, desk, href } = at
  const { language, terms } = reader
  const text = adoptionText(language)
  const told = ACTS.find((one) => one === c.req.query('done'))
  const notice = no
    ? ({ kind: 'refusal', text: adoptionSentence(no, language, terms) } as const)
    : told
      ? ({ kind: 'good', text: text.done[told] } as const)
      : null
  const people = votersOf(adoption.roster)
  const versions = await readVersions(desk.db, reader.actor, at.plan.id)
  const { plan, roster } = adoption
  const ids = await readChangedSince(desk.db, reader.actor, plan, roster, versions[0] ?? null)
  const changed = plan.entries.filter(({ id }) => ids.includes(id)).map((entry) => nameOfEntry(entry, roster))
  return c.html(
    <Page shell={shellFrom(desk, notice)} title={text.title(yearTitle(at.plan.schoolYear))} here="plan">
      <PageHead title={text.title(yearTitle(at.plan.schoolYear))} under={text.under(terms)} />
      <p>
        <BackLink href={href}>{text.toPlan}</BackLink>
      </p>
      {isBefore(plan) && (
        <OverBudget budget={await budgetAt(at)} {...{ roster, reader }} href={`${href}/budget`} />
      )}
      <AdoptionView
        {...{ versions, changed, people, reader, href }}
        plan={adoption.plan}
        states={adoption.states}
        earlier={adoption.decisions.filter(
          (decision) => decision.about !== 'amendment' && !isOfNow(adoption.plan, decision),
        )}
        {...mayHere(at)}
        refused={no && refusedIn(no, typed, language)}
        quorum={firstQuorum(people.length)}
        closesAt={inAWeek(desk.now)}
      />
    </Page>,
    no ? 422 : 200,
  )
}

/** As long as what is asked can still be changed. */
const isBefore = ({ phase }: Plan) => isOpen(phase) || phase === 'decision'

const wholeOf = ({ adoption }: AtAdoption) =>
  adoption.states.find((state) => itemKey(state.item) === 'plan')?.decision ?? null

function mayHere(at: AtAdoption) {
  const whole = wholeOf(at)
  return {
    mayPutForward: mayPutForward(at.reader.actor).may,
    maySeal: whole !== null && maySeal(at.reader.actor, whole).may,
  }
}

function put(at: AtAdoption, typed: Typed) {
  const { desk, reader, plan, adoption } = at
  const may = mayPutForward(reader.actor)
  if (!may.may) throw new HTTPException(403, { message: may.because })
  const parts = [typed['part']].flat().flatMap((value) => (value === undefined ? [] : [parseItem(value)]))
  if (parts.includes(null)) return refuse('item-unknown', 'part')
  const frame = parseFrame(
    typed,
    votersOf(adoption.roster).map((person) => person.id),
  )
  if (isRefusal(frame)) return frame
  const closesAt = parseClosing(typed, desk.now)
  if (isRefusal(closesAt)) return closesAt
  const { language, terms } = reader
  const known = parts.filter((part) => part !== null)
  const asked = {
    parts: known,
    frame,
    closesAt,
    words: itemWords({ language, terms }),
    why: adoptionText(language).why.open,
  }
  return putForward(desk.db, reader.actor, plan.id, asked, desk.now)
}

async function adopt(at: AtAdoption) {
  const { desk, reader, plan } = at
  const whole = wholeOf(at)
  const may = whole === null ? mayPutForward(reader.actor) : maySeal(reader.actor, whole)
  if (!may.may) throw new HTTPException(403, { message: may.because })
  const held = await heldIn(desk, reader.actor, whole)
  const why = adoptionText(reader.language).why.adopted
  const words = { why, schoolName: reader.school.name, meeting: held?.record ?? null }
  return adoptPlan(desk.db, reader.actor, plan.id, words, desk.now)
}

function beside({ desk, reader, plan }: AtAdoption) {
  const may = mayPutForward(reader.actor)
  if (!may.may) throw new HTTPException(403, { message: may.because })
  return sealBeside(desk.db, reader.actor, plan.id, reader.school.name, desk.now)
}
