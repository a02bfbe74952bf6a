import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { OnDesk } from '../session/desk.ts'
import { formFields } from '../session/form-fields.ts'
import { shellFrom } from '../session/shell.ts'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import type { ShellNotice } from '../ui/shell.ts'
import { alongSentences } from './along-view.ts'
import type { Untrue } from './fact-act-desk.ts'
import type { AtTalk } from './numbers-desk.ts'
import { actOnTalk, type Did } from './talk-act-desk.ts'
import { talkActText } from './talk-act-text.ts'
import { sheetFor, talkAt } from './talk-desk.ts'
import { TalkLive } from './talk-live-view.tsx'
import { type TalkActNo, talkSentence } from './talk-no-desk.ts'
import { TALKS, type TalkSheet, type TalkTried, talkHref } from './talk-sheet.ts'
import { readsSentence, TalkView } from './talk-view.tsx'

type Fields = Readonly<Record<string, string | undefined>>

/** /trends/talks/:talk: a talk over data. */
export const talkPage = {
  get: async (c: Context<OnDesk>) => {
    const at = await talkAt(c)
    return show(c, at, { done: c.req.query('done') ?? '' })
  },

  post: async (c: Context<OnDesk>) => {
    const at = await talkAt(c)
    const form = await formFields(c)
    const acting = actOnTalk(at, form)
    if (acting === undefined) throw new HTTPException(404)
    const answer = await acting
    if (answer === null) throw new HTTPException(404)
    if ('done' in answer) return c.redirect(placeAfter(at, answer), 303)
    const tried = triedOf(at, form, answer)
    const now = await talkAt(c)
    return show(c, now, { tried }, 'refused' in answer && answer.refused === 'may-not' ? 403 : 422)
  },
}

function placeAfter({ talk, side }: AtTalk, { done, at }: Did): string {
  if (done === 'away') return `${TALKS}?done=away`
  return `${talkHref(talk, side)}${side === 'plg' ? '&' : '?'}done=${done}${at && `#${at}`}`
}

/** What was typed, with the sentence; what can't be placed beside a field stands on top of the page. */
function triedOf({ reader }: AtTalk, form: Fields, answer: TalkActNo | Untrue): TalkTried {
  const act = form['act'] ?? ''
  if ('untrue' in answer)
    return { act, fields: form, field: answer.at, sentence: answer.untrue, fact: answer.fact }
  const field = 'field' in answer ? (answer.field ?? null) : null
  return { act, fields: form, field, sentence: talkSentence(answer, reader), fact: null }
}

/** Forms that show the sentence themselves, at the field that it is about. */
function isPlaced({ act, field }: TalkTried): boolean {
  if (act === 'claim') return true
  if (act === 'goal') return field === 'title' || field === 'vision' || field === 'day'
  return (act === 'line' || act === 'change' || act === 'tie') && field !== null
}

type Show = { readonly done?: string; readonly tried?: TalkTried }

/** What was done, in a sentence; with the ambitions that went along, as they hang now. */
function noticeOf(sheet: TalkSheet, done: string): ShellNotice | null {
  const says = talkActText(sheet.language).done
  if (!Object.hasOwn(says, done)) return null
  const text = says[done as keyof typeof says]
  const isTied = done === 'goal' || done === 'proposed' || done === 'tied'
  return { kind: 'good', text: [text, ...(isTied ? alongSentences(sheet) : [])].join(' ') }
}

async function show(
  c: Context<OnDesk>,
  at: AtTalk,
  { done = '', tried }: Show,
  status: 200 | 403 | 422 = 200,
) {
  const sheet = await sheetFor(at, tried ?? null)
  const told: ShellNotice | null =
    tried && !isPlaced(tried) ? { kind: 'refusal', text: tried.sentence } : noticeOf(sheet, done)
  return c.html(
    <Page shell={shellFrom(at.desk, told)} title={sheet.title} here="trends" refresh="morph">
      <TalkLive sheet={sheet} />
      <PageHead title={sheet.title} under={readsSentence(sheet)} />
      <TalkView sheet={sheet} />
    </Page>,
    status,
  )
}
