import { parseId } from '../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import { type AtPlan, drawingFor } from '../plan/plan-desk.tsx'
import type { CommentId, TalkNo, ThreadId } from '../writing/comment.ts'
import { markSeen } from '../writing/comment-read-store.ts'
import {
  changeComment,
  openThread,
  replyIn,
  resolveThread,
  withdrawComment,
} from '../writing/comment-store.ts'
import { type Deed, talkRefusalText } from '../writing/conversation-text.ts'
import type { FindPassage } from '../writing/passage-keeper-desk.ts'
import type { OpenSpeech } from '../writing/speak-view.tsx'
import type { SuggestionId } from '../writing/suggestion.ts'
import { isIn } from '../writing/suggestion-place.ts'
import { answerSuggestion, suggest } from '../writing/suggestion-store.ts'
import { parsePlace, parseRevision, type Subject } from './conversation.ts'
import { passageIn, passagesFor } from './conversation-desk.ts'
import type { OpenReply } from './conversation-view.tsx'

/** A form that could not be carried out, with what was typed in it. */
export type Failed = {
  readonly no: TalkNo | Refusal<string>
  readonly speech: { readonly key: string; readonly open: OpenSpeech } | null
  readonly reply: OpenReply | null
}

type Work = {
  readonly at: AtPlan
  readonly find: FindPassage
  readonly subject: Subject
  readonly said: (name: string) => string
}
type Result = TalkNo | Refusal<string> | string | null

/** What was done, and where on the page it is seen. */
export type Done = { readonly deed: Deed; readonly place: string }

/** Carries out what a form of a conversation page asks; answers the deed, or why not. */
export async function carryOut(
  at: AtPlan,
  find: FindPassage,
  subject: Subject,
  form: FormData,
): Promise<Done | Failed> {
  const said = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const work = { at, find, subject, said }
  const act = said('act')
  if (act === 'comment' || act === 'suggest') return speak(work, act)
  const deed = Object.hasOwn(DEEDS, act) ? DEEDS[act] : undefined
  if (!deed) return { no: refuse('no-longer-here'), speech: null, reply: null }
  const result = await deed.act(work)
  if (!isRefusal(result)) return { deed: deed.done, place: placeOf(work) }
  return { no: result, speech: null, reply: act === 'reply' ? replyOf(work, result) : null }
}

const placeOf = ({ said }: Work) =>
  said('suggestion') ? `suggestion-${suggestionIn(said)}` : `talk-${threadIn(said)}`

function replyOf({ at, said }: Work, no: { refused: string }): OpenReply {
  return { threadId: said('thread'), typed: said('text'), error: sentence(at, no) }
}

const sentence = ({ reader }: AtPlan, { refused }: { refused: string }) => {
  const all = talkRefusalText(reader.language)
  return all[refused as keyof typeof all] ?? all['may-not']
}

const threadIn = (said: Work['said']) => (parseId<'comment-thread'>(said('thread')) ?? '') as ThreadId
const commentIn = (said: Work['said']) => ({
  thread: threadIn(said),
  comment: (parseId<'comment'>(said('comment')) ?? '') as CommentId,
})
const suggestionIn = (said: Work['said']) => (parseId<'suggestion'>(said('suggestion')) ?? '') as SuggestionId

const DEEDS: Readonly<Record<string, { done: Deed; act: (work: Work) => Promise<Result> }>> = {
  reply: {
    done: 'replied',
    act: ({ at: { desk, reader }, find, said }) =>
      replyIn(desk.db, reader.actor, find, threadIn(said), said('text'), desk.now),
  },
  change: {
    done: 'changed',
    act: ({ at: { desk, reader }, find, said }) =>
      changeComment(desk.db, reader.actor, find, commentIn(said), said('text'), desk.now),
  },
  withdraw: {
    done: 'withdrawn',
    act: ({ at: { desk, reader }, find, said }) =>
      withdrawComment(desk.db, reader.actor, find, commentIn(said), desk.now),
  },
  resolve: { done: 'resolved', act: (work) => resolve(work, true) },
  reopen: { done: 'reopened', act: (work) => resolve(work, false) },
  seen: {
    done: 'seen',
    act: async ({ at: { desk, reader }, said }) => {
      await markSeen(desk.db, reader.actor, threadIn(said))
      return null
    },
  },
  accept: { done: 'accepted', act: (work) => decide(work, 'accepted') },
  decline: { done: 'declined', act: (work) => decide(work, 'declined') },
  'take-back': { done: 'taken-back', act: (work) => decide(work, 'withdrawn') },
}

const resolve = ({ at: { desk, reader }, find, said }: Work, done: boolean) =>
  resolveThread(desk.db, reader.actor, find, threadIn(said), done, desk.now)

/** With a place when a person pointed at one; a form that asks to point and names none says so again. */
async function decide(
  { at: { desk, reader }, find, said }: Work,
  outcome: 'accepted' | 'declined' | 'withdrawn',
): Promise<Result> {
  const id = suggestionIn(said)
  const range = parsePlace(said('place'))
  const pointed = range && { range, revision: parseRevision(said('revision')) }
  const given = { id, answer: said('answer'), outcome, pointed }
  return answerSuggestion(desk.db, reader.actor, find, given, desk.now)
}

/** A comment or suggestion on one of the texts of this page. */
async function speak(work: Work, as: 'comment' | 'suggest'): Promise<Done | Failed> {
  const { at, find, subject, said } = work
  const { desk, reader } = at
  const passages = await passagesFor(at, await drawingFor(at), subject, find)
  const passage = passageIn(passages, said('passage'))
  if (!passage) return { no: refuse('no-longer-here'), speech: null, reply: null }
  const range = parsePlace(said('place'))
  const revision = parseRevision(said('revision'))
  const [text, reason] = [said('text'), said('reason')]
  const was = said('was') || null
  const result =
    as === 'comment'
      ? await openThread(
          desk.db,
          reader.actor,
          find,
          passage,
          { text, about: range && { range, revision, was } },
          desk.now,
        )
      : await suggest(desk.db, reader.actor, find, passage, { revision, was, range, text, reason }, desk.now)
  if (!isRefusal(result))
    return as === 'comment'
      ? { deed: 'commented', place: `talk-${result}` }
      : { deed: 'suggested', place: `suggestion-${result}` }
  // The form comes back as it was sent: on the text that it was drawn with.
  const open: OpenSpeech = {
    as,
    range: range && was !== null && isIn(was, range) ? range : null,
    text: was ?? passage.text,
    revision: was === null ? passage.revision : revision,
    typed: text,
    reason,
    error: sentence(at, result),
  }
  return { no: result, speech: { key: passage.key, open }, reply: null }
}
