import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { goalHref } from '../adoption/goal-place.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { QuestionTabs } from '../school/question-tabs-view.tsx'
import type { OnDesk } from '../session/desk.ts'
import { formFields } from '../session/form-fields.ts'
import { shellFrom } from '../session/shell.ts'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import type { ShellNotice } from '../ui/shell.ts'
import { actOnPatterns, type Did, patternsSentence } from './pattern-act-desk.ts'
import { patternActText } from './pattern-act-text.ts'
import { type AtPatterns, patternsAt } from './pattern-desk.ts'
import { TOGETHER } from './pattern-sheet.ts'
import { patternText } from './pattern-text.ts'
import { PatternsView } from './patterns-view.tsx'

/** /questions/together: questions that come back, in numbers of the whole team. */
export const togetherPage = {
  get: async (c: Context<OnDesk>) => {
    const at = await patternsAt(c)
    return show(c, at, noticeOf(at, { done: c.req.query('done') ?? '', goal: c.req.query('goal') ?? '' }))
  },

  post: async (c: Context<OnDesk>) => {
    const at = await patternsAt(c)
    const answer = await actOnPatterns(at, await formFields(c))
    if (answer === null) throw new HTTPException(404)
    if (!isRefusal(answer)) return c.redirect(placeAfter(answer), 303)
    const notice = { kind: 'refusal', text: patternsSentence(answer, at.reader) } as const
    return show(c, await patternsAt(c), notice, answer.refused === 'may-not' ? 403 : 422)
  },
}

const placeAfter = ({ done, goal }: Did) => `${TOGETHER}?done=${done}${goal ? `&goal=${goal}` : ''}`

/** What was done just now; with a goal the way to it. */
function noticeOf({ reader, sheet }: AtPatterns, { done, goal }: Did): ShellNotice | null {
  const says = patternActText(reader.language).done
  if (!Object.hasOwn(says, done)) return null
  const text = says[done as keyof typeof says]
  const made = sheet.scene.effects.find(({ record }) =>
    [record.goal?.entryId, record.goal?.amendmentId].some((id) => id === goal),
  )
  const place = made?.record.goal
  if (!place) return { kind: 'good', text }
  const { toGoal, toAmendment } = patternText(reader.language)
  return {
    kind: 'good',
    text,
    next: { href: goalHref(place), label: place.entryId ? toGoal : toAmendment },
  }
}

function show(
  c: Context<OnDesk>,
  { desk, reader, sheet }: AtPatterns,
  notice: ShellNotice | null,
  status: 200 | 403 | 422 = 200,
) {
  const text = patternText(reader.language)
  return c.html(
    <Page shell={shellFrom(desk, notice)} title={text.title} here="questions">
      <PageHead title={text.title} under={text.under} />
      <QuestionTabs here="together" reader={reader} />
      <PatternsView sheet={sheet} />
    </Page>,
    status,
  )
}
