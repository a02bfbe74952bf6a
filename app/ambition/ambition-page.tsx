import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { parseId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { found } from '../school/school-desk.tsx'
import type { OnDesk } from '../session/desk.ts'
import { formFields } from '../session/form-fields.ts'
import { shellFrom } from '../session/shell.ts'
import { Page } from '../ui/page.tsx'
import type { ShellNotice } from '../ui/shell.ts'
import { AMBITION_ENDS, type AmbitionEnd, isRunning } from './ambition.ts'
import { type AtAmbitions, atAmbitions, statusOf, thisYearAt, triedOf } from './ambition-desk.ts'
import { type AmbitionTried, heightFrom, type SentAmbition } from './ambition-form.ts'
import { goalChoices, goalOf } from './ambition-goal-desk.ts'
import { type AmbitionNo, mayKeepAmbition } from './ambition-may.ts'
import { teamNumbers } from './ambition-numbers-store.ts'
import { AmbitionView } from './ambition-one-view.tsx'
import type { AmbitionSheet } from './ambition-sheet.ts'
import { ambitionSheetsOf } from './ambition-sheet-store.ts'
import { changeAmbition, endAmbition } from './ambition-store.ts'
import { ambitionText } from './ambition-text.ts'
import { isTalkKept, tieAmbition } from './ambition-tie-store.ts'
import { ambitionHref } from './ambition-view.tsx'
import { yearsAhead } from './height.ts'
import { yearsOf } from './measured.ts'
import { ambitionTitle } from './stand-text.ts'

/** /trends/ambitions/:ambition: one ambition, where it stands, its history, and changing it. */
export const ambitionPage = {
  get: async (c: Context<OnDesk>) => {
    const at = atAmbitions(c)
    return show(c, at, await sheetAt(c, at), {})
  },

  post: async (c: Context<OnDesk>) => {
    const at = atAmbitions(c)
    const sheet = await sheetAt(c, at)
    const sent = await formFields(c)
    const name = sent['act'] ?? ''
    const act = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined
    if (!act) throw new HTTPException(404)
    const done = await act(at, sheet, sent)
    if (!isRefusal(done)) return c.redirect(`${ambitionHref(sheet.ambition.id)}?done=${done}`, 303)
    const tried = { act: name, ...triedOf(at, sent, done) }
    return show(c, at, await sheetAt(c, at), { tried, status: statusOf(done) })
  },
}

async function sheetAt(c: Context<OnDesk>, { desk, reader }: AtAmbitions): Promise<AmbitionSheet> {
  const id = parseId<'ambition'>(c.req.param('ambition'))
  const sheets = id ? await ambitionSheetsOf(desk.db, reader.actor) : []
  return found(sheets.find(({ ambition }) => ambition.id === id))
}

type Done = keyof ReturnType<typeof ambitionText>['done']
type Act = (at: AtAmbitions, sheet: AmbitionSheet, sent: SentAmbition) => Promise<Done | AmbitionNo>

const change: Act = async ({ desk, reader }, { ambition }, sent) => {
  const height = heightFrom(sent)
  if (isRefusal(height)) return height
  const revision = Number(sent['revision'])
  const done = await changeAmbition(desk.db, reader.actor, ambition.id, { ...height, revision }, desk.now)
  return isRefusal(done) ? done : 'changed'
}

const tie: Act = async ({ desk, reader }, { ambition }, sent) => {
  const asked = sent['goal'] ?? ''
  const goal = asked === '' ? null : parseId<'entry'>(asked)
  const planId = parseId<'plan'>(sent['plan'])
  if (asked !== '' && (goal === null || planId === null)) return refuse('tie-odd', 'goal')
  const given = goal && planId ? { planId, entryId: goal, amendmentId: null } : null
  const done = await tieAmbition(desk.db, reader.actor, ambition.id, given)
  return isRefusal(done) ? done : given ? 'tied' : 'untied'
}

const end: Act = async ({ desk, reader }, { ambition }, sent) => {
  const how = sent['how'] as AmbitionEnd
  if (!AMBITION_ENDS.includes(how)) throw new HTTPException(404)
  const done = await endAmbition(desk.db, reader.actor, ambition.id, how, desk.now)
  return isRefusal(done) ? done : 'ended'
}

const ACTS: Readonly<Record<string, Act>> = { change, tie, end }

type Show = {
  readonly tried?: AmbitionTried & { readonly act: string }
  readonly status?: 200 | 403 | 422
}

async function show(
  c: Context<OnDesk>,
  at: AtAmbitions,
  sheet: AmbitionSheet,
  { tried, status = 200 }: Show,
) {
  const { desk, reader } = at
  const { ambition } = sheet
  const { shown, standings } = await teamNumbers(desk.db, reader.actor)
  const may = mayKeepAmbition(reader.actor, ambition.teamId).may
  const keeps = isRunning(ambition) && may
  const ahead = yearsAhead(ambition.from?.schoolYear ?? null, thisYearAt(at))
  return c.html(
    <Page
      shell={shellFrom(desk, noticeOf(c, at))}
      title={ambitionTitle(reader.language, ambition)}
      here="trends"
    >
      <AmbitionView
        {...{ sheet, keeps, tried: tried ?? null }}
        readsTalk={(may || ambition.teamId === null) && (await isTalkKept(desk.db, reader.actor, ambition))}
        years={yearsOf(ambition.about, shown, standings)}
        ahead={ahead.includes(ambition.by) ? ahead : [ambition.by, ...ahead]}
        goal={await goalOf(at, ambition)}
        goals={keeps ? await goalChoices(at) : null}
        language={reader.language}
      />
    </Page>,
    status,
  )
}

function noticeOf(c: Context<OnDesk>, { reader }: AtAmbitions): ShellNotice | null {
  const { done } = ambitionText(reader.language)
  const key = c.req.query('done') ?? ''
  return Object.hasOwn(done, key) ? { kind: 'good', text: done[key as Done] } : null
}
