import { Hono } from 'hono'
import type { Db } from '../db/database.ts'
import { momentOf } from '../kernel/day.ts'
import { parseId } from '../kernel/id.ts'
import { looseEnds } from '../plan/loose-end.ts'
import { entryOf } from '../plan/plan.ts'
import { sightOf } from '../plan/plan-sight.ts'
import { readPlan, readPlans } from '../plan/plan-store.ts'
import { readRoster } from '../plan/roster-store.ts'
import type { Program } from '../session/actor.ts'
import { flushWriting } from '../writing/flush-desk.ts'
import { patchBody, postBody, readBody, suggestionBody } from './api-body.ts'
import { entryAnswer, planAnswer } from './api-entry.ts'
import { postSuggestion, suggestionsOn } from './api-suggestion.ts'
import { patchEntry, postEntry, staleProblem } from './api-write.ts'
import { bearer, type OnToken } from './bearer.ts'
import { openApi } from './openapi.ts'
import { planOfEntry } from './plan-of-entry-store.ts'
import { ApiProblem, notFound, problemAnswer } from './problem.ts'

type Given = { readonly db: Db; readonly now: () => Date }

/** The public API under `/api/v1`: one school by its token, JSON in and out, problems as RFC 9457. */
export function api(given: Given): Hono<OnToken> {
  const app = new Hono<OnToken>()
  app.onError((error, context) => {
    if (error instanceof ApiProblem) return problemAnswer(context, error.problem, error.headers)
    throw error
  })
  app.notFound((context) => problemAnswer(context, notFound().problem))
  app.get('/openapi.json', (context) => context.json(openApi))
  app.use('*', bearer(given))
  reading(app, given)
  writing(app, given)
  suggesting(app, given)
  return app
}

function reading(app: Hono<OnToken>, given: Given) {
  app.get('/plans', async (context) => {
    const plans = await readPlans(given.db, context.get('program'))
    return context.json(plans.map(({ id, schoolYear, phase }) => ({ id, schoolYear, phase })))
  })
  app.get('/plans/:plan', async (context) => {
    const { plan, roster } = await planFor(given, context.get('program'), context.req.param('plan'))
    return context.json(planAnswer(plan, roster), 200, { etag: tagOf(plan.revision) })
  })
  app.get('/plans/:plan/loose-ends', async (context) => {
    const { whole, roster } = await planFor(given, context.get('program'), context.req.param('plan'))
    return context.json(
      looseEnds(whole, roster).map(({ kind, subjectId, letLoose }) => ({
        kind,
        subjectId,
        letLoose: letLoose?.reason ?? null,
      })),
    )
  })
  app.get('/entries/:entry', async (context) => {
    const { entry, body } = await entryFor(given, context.get('program'), context.req.param('entry'))
    return context.json(body, 200, { etag: tagOf(entry.revision) })
  })
}

function suggesting(app: Hono<OnToken>, given: Given) {
  app.get('/entries/:entry/suggestions', async (context) => {
    const program = context.get('program')
    const { whole, entry } = await entryFor(given, program, context.req.param('entry'))
    return context.json(await suggestionsOn(given.db, program, whole, entry))
  })
  app.post('/entries/:entry/suggestions', async (context) => {
    const program = context.get('program')
    const { whole, entry } = await entryFor(given, program, context.req.param('entry'))
    const body = await readBody(context, suggestionBody)
    const now = momentOf(given.now())
    return context.json(await postSuggestion(given.db, program, whole, entry, body, now), 201)
  })
}

function writing(app: Hono<OnToken>, given: Given) {
  app.post('/plans/:plan/entries', async (context) => {
    const program = context.get('program')
    const { whole, roster } = await planFor(given, program, context.req.param('plan'))
    const body = await readBody(context, postBody)
    const { id, proposed } = await postEntry(given.db, program, whole, roster, body, momentOf(given.now()))
    const answer = await entryFor(given, program, id)
    const headers = { etag: tagOf(answer.entry.revision), location: `/api/v1/entries/${id}` }
    return context.json({ ...answer.body, ...waiting(proposed) }, 201, headers)
  })
  app.patch('/entries/:entry', async (context) => {
    const program = context.get('program')
    const { whole, entry } = await entryFor(given, program, context.req.param('entry'))
    const revision = revisionAsked(context.req.header('if-match'), entry.revision)
    const body = await readBody(context, patchBody)
    const proposed = await patchEntry(given.db, program, whole, entry, revision, body, momentOf(given.now()))
    const after = await entryFor(given, program, entry.id)
    return context.json({ ...after.body, ...waiting(proposed) }, proposed ? 202 : 200, {
      etag: tagOf(after.entry.revision),
    })
  })
}

/** Texts for somebody's own track wait for that person's yes; the program is told so. */
const waiting = (proposed: boolean) => (proposed ? { proposal: 'waiting-for-owner' } : {})

const tagOf = (revision: number) => `"${revision}"`

/** The revision that `If-Match` names: 428 without it, 412 when it is not an ETag of ours. */
function revisionAsked(header: string | undefined, current: number): number {
  if (header === undefined) {
    throw new ApiProblem({
      status: 428,
      code: 'if-match-missing',
      title: 'Say which version you change',
      detail: 'Send If-Match with the ETag that you got from GET.',
    })
  }
  if (header.trim() === '*') return current
  const found = /^\s*(?:W\/)?"(\d{1,9})"\s*$/.exec(header)
  if (!found) throw staleProblem()
  return Number(found[1])
}

async function planFor({ db }: Given, actor: Program, raw: string) {
  const id = parseId<'plan'>(raw)
  if (id) await flushWriting(db, id)
  const whole = id && (await readPlan(db, actor, id))
  if (!whole) throw notFound()
  return { whole, plan: sightOf(whole, actor), roster: await readRoster(db, actor) }
}

async function entryFor(given: Given, actor: Program, raw: string) {
  const id = parseId<'entry'>(raw)
  const planId = id && (await planOfEntry(given.db, actor, id))
  if (!id || !planId) throw notFound()
  const { whole, plan, roster } = await planFor(given, actor, planId)
  const entry = entryOf(plan, id)
  const mine = entryOf(whole, id)
  if (!entry || !mine) throw notFound()
  return { whole, entry: mine, body: entryAnswer(entry, roster) }
}
