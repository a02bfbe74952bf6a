import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { amendmentAt } from '../adoption/amendment-desk.ts'
import { evaluationAt } from '../evaluation/evaluation-desk.ts'
import { mayReadEvaluation } from '../evaluation/evaluation-may.ts'
import { readEvaluations } from '../evaluation/evaluation-store.ts'
import { evaluationText } from '../evaluation/evaluation-text.ts'
import { type AtPlan, drawingFor, entryAt, planAt, planRefuses } from '../plan/plan-desk.tsx'
import { mayReadTexts } from '../plan/plan-may.ts'
import { mayText } from '../plan/plan-may-text.ts'
import { unless } from '../plan/plan-no.ts'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { Page } from '../ui/page.tsx'
import type { ShellNotice } from '../ui/shell.ts'
import { conversationText, type Deed, talkRefusalText } from '../writing/conversation-text.ts'
import { keepersOf } from '../writing/passage-keeper-desk.ts'
import type { OpenSpeech } from '../writing/speak-view.tsx'
import { rangeOfWords } from '../writing/suggestion-place.ts'
import { type PassageTalk, parsePlace, type Subject } from './conversation.ts'
import { carryOut, type Failed } from './conversation-act-desk.ts'
import { passageIn, passagesFor } from './conversation-desk.ts'
import { talkPageText } from './conversation-text.ts'
import { ConversationView, subjectTitle } from './conversation-view.tsx'

type Whose = (c: Context<OnDesk>, at: AtPlan) => Subject | Promise<Subject>

/** /plan/:plan/entry/:entry/conversation: what is said and suggested about one goal or track. */
export const conversationPage = talkPage((c, at) => ({ kind: 'entry', entry: entryAt(c, at.plan) }))

/** /plan/:plan/principles/conversation: the same about the principles. */
export const principlesConversationPage = talkPage(() => ({ kind: 'principles' }))

/** /plan/:plan/amendment/:amendment/conversation: the same about an amendment, for whoever reads it. */
export const amendmentConversationPage = talkPage(async (c) => {
  const { scene } = await amendmentAt(c)
  return { kind: 'amendment', scene }
})

/** /plan/:plan/evaluation/:entry/:time/conversation: the same about looking back, for whoever reads it. */
export const evaluationConversationPage = talkPage(async (c, { desk, reader, plan }) => {
  const { entry, time } = await evaluationAt(c)
  const may = mayReadEvaluation(reader.actor, entry)
  if (!may.may) throw new HTTPException(403, { message: may.because })
  const all = await readEvaluations(desk.db, reader.actor, plan)
  const evaluation = all.find((one) => one.entryId === entry.id && one.time === time) ?? null
  return { kind: 'evaluation', entry, time, evaluation }
})

function talkPage(whose: Whose) {
  return {
    get: async (c: Context<OnDesk>) => {
      const at = await planAt(c)
      return answer(c, at, await whose(c, at), null)
    },
    post: async (c: Context<OnDesk>) => {
      const at = await planAt(c)
      const subject = await whose(c, at)
      const form = await c.req.formData()
      const done = await carryOut(at, keepersOf(at.desk.house), subject, form)
      if ('no' in done) return answer(c, at, subject, done)
      return c.redirect(`${hrefOf(at, subject)}?done=${done.deed}#${done.place}`, 303)
    },
  }
}

function hrefOf({ href }: AtPlan, subject: Subject) {
  if (subject.kind === 'principles') return `${href}/principles/conversation`
  if (subject.kind === 'amendment') return `${href}/amendment/${subject.scene.amendment.id}/conversation`
  if (subject.kind === 'evaluation')
    return `${href}/evaluation/${subject.entry.id}/${subject.time}/conversation`
  return `${href}/entry/${subject.entry.id}/conversation`
}

async function answer(c: Context<OnDesk>, at: AtPlan, subject: Subject, failed: Failed | null) {
  const { desk, reader } = at
  if (subject.kind === 'entry') {
    const no = unless(mayReadTexts(reader.actor, subject.entry))
    if (no) return planRefuses(c, at, no, { shown: subject.entry.id })
  }
  const d = await drawingFor(at)
  const passages = await passagesFor(at, d, subject, keepersOf(desk.house))
  const begun = failed ? null : speechAsked(c, at, passages)
  const scene = {
    language: reader.language,
    me: reader.actor.personId,
    nameOf: (id: Parameters<typeof d.lookup.people.get>[0]) => d.lookup.people.get(id)?.name ?? '',
    href: hrefOf(at, subject),
  }
  return c.html(
    <Page
      shell={shellFrom(desk, noticeOf(c, at, failed, begun))}
      title={subjectTitle(d, subject)}
      here="plan"
    >
      <ConversationView
        {...{ d, subject, scene, passages }}
        speech={failed?.speech ?? begun?.speech ?? null}
        reply={failed?.reply ?? null}
      />
    </Page>,
    failed ? statusOf(failed) : 200,
  )
}

const statusOf = ({ no }: Failed) => (no.refused === 'may-not' ? 403 : 422)

type Begun = { speech: { key: string; open: OpenSpeech } | null; lost: boolean }

/** What the address asks to begin: about the whole, about a sentence, or about words that were selected. */
function speechAsked(c: Context<OnDesk>, { reader }: AtPlan, passages: readonly PassageTalk[]): Begun | null {
  const passage = passageIn(passages, c.req.query('speak'))
  const as = c.req.query('as') === 'suggest' ? 'suggest' : 'comment'
  if (!passage?.speaks || (as === 'suggest' && !passage.suggests) || !reader) return null
  const about = c.req.query('about') ?? 'whole'
  const range =
    about === 'words'
      ? rangeOfWords(passage.text, (c.req.query('words') ?? '').slice(0, 4000), c.req.query('lead') ?? '')
      : parsePlace(about)
  const isThere = range !== null && range.end <= passage.text.length
  if (about === 'words' && !isThere) return { speech: null, lost: true }
  const { text, revision, key } = passage
  const open = { as, text, revision, typed: null, reason: null, error: null } as const
  return { speech: { key, open: { ...open, range: isThere ? range : null } }, lost: false }
}

function noticeOf(
  c: Context<OnDesk>,
  { reader }: AtPlan,
  failed: Failed | null,
  begun: Begun | null,
): ShellNotice | null {
  const { language, terms } = reader
  if (failed) {
    const { no } = failed
    const because = no.refused === 'may-not' && 'because' in no ? no.because : null
    const reasons = { ...evaluationText(language).because, ...mayText(language) }
    const text =
      because && because in reasons
        ? reasons[because as keyof typeof reasons](terms)
        : (talkRefusalText(language)[no.refused as keyof ReturnType<typeof talkRefusalText>] ??
          talkRefusalText(language)['may-not'])
    return { kind: 'refusal', text }
  }
  if (begun?.lost) return { kind: 'refusal', text: talkPageText(language).wordsNotFound }
  const { done } = conversationText(language)
  const key = c.req.query('done') ?? ''
  return Object.hasOwn(done, key) ? { kind: 'good', text: done[key as Deed] } : null
}
