import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { parseDay } from '../kernel/day.ts'
import { parseId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { entryOf, type Plan } from '../plan/plan.ts'
import { lookupOf, trackName } from '../plan/plan-sheet.ts'
import { readRoster } from '../plan/roster-store.ts'
import type { OnDesk } from '../session/desk.ts'
import { planningText } from './planning-text.ts'
import type { DayProposal } from './proposal.ts'
import { answerDay, dayProposalsOf, openDayProposals, withdrawDay } from './proposal-store.ts'
import { ProposalsView, type ProposalTried } from './proposals-view.tsx'
import { type AtYear, planOfYear, typed, yearAnswer, yearAt } from './year-desk.tsx'
import type { YearNo } from './year-may.ts'

/** /year/proposals: other days that were proposed, for whose track it is and for who proposed them. */
export const proposalsPage = {
  get: (c: Context<OnDesk>) => show(c, yearAt(c), null),

  post: async (c: Context<OnDesk>) => {
    const form = await c.req.formData()
    const at = yearAt(c, typed(form, 'year') || undefined)
    const plan = await planOfYear(at.desk, at.reader.actor, at.schoolYear)
    const id = parseId<'year-proposal'>(form.get('proposal'))
    if (!plan || id === null) throw new HTTPException(404)
    const no = await answer(at, plan, id, form)
    if (no) return show(c, at, { id, day: typed(form, 'day'), no })
    return c.redirect(`/year/proposals?year=${at.schoolYear}&done=saved`, 303)
  },
}

async function answer(at: AtYear, plan: Plan, id: DayProposal['id'], form: FormData): Promise<YearNo | null> {
  const { db, now } = at.desk
  const { actor } = at.reader
  const act = typed(form, 'act')
  if (act === 'withdraw') return withdrawDay(db, actor, plan, id, now)
  if (act === 'yes' || act === 'no') return answerDay(db, actor, plan, id, act, now)
  const day = parseDay(typed(form, 'day').trim())
  const no = day === null ? refuse('day-unknown', 'day') : await answerDay(db, actor, plan, id, day, now)
  return isRefusal(no) ? no : null
}

async function show(c: Context<OnDesk>, at: AtYear, tried: ProposalTried | null) {
  const { desk, reader, schoolYear } = at
  const { language, terms, actor } = reader
  const text = planningText(language)
  const plan = await planOfYear(desk, actor, schoolYear)
  const lookup = lookupOf(await readRoster(desk.db, actor))
  const all = plan ? await dayProposalsOf(desk.db, actor, plan) : []
  const props = {
    forMe: plan ? await openDayProposals(desk.db, actor, plan) : [],
    byMe: all.filter((one) => one.proposedBy === actor.personId),
    nameOf: (one: DayProposal) =>
      (one.proposedBy && lookup.people.get(one.proposedBy)?.name) || text.somebody,
    aboutOf: (one: DayProposal) => {
      const entry = plan && entryOf(plan, one.entryId)
      return entry ? trackName(entry, lookup) : ''
    },
    tried,
    schoolYear,
    language,
    terms,
  }
  const notice = c.req.query('done') === 'saved' ? { kind: 'good' as const, text: text.done } : null
  const status = tried === null ? 200 : tried.no.refused === 'may-not' ? 403 : 422
  return yearAnswer(c, { title: text.proposalsTitle, notice }, <ProposalsView {...props} />, status)
}
