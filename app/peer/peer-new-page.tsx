import type { Context } from 'hono'
import { isRefusal } from '../kernel/refusal.ts'
import { QuestionTabs } from '../school/question-tabs-view.tsx'
import type { OnDesk } from '../session/desk.ts'
import { formFields } from '../session/form-fields.ts'
import { shellFrom } from '../session/shell.ts'
import { BackLink } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import { tellPeersBy } from './letter-desk.ts'
import {
  type AtPeers,
  atPeers,
  colleaguesOf,
  endChoices,
  endsFor,
  peerSentence,
  peerStatus,
  topicChoices,
} from './peer-desk.ts'
import { type PeerForm, parsePeers } from './peer-form.ts'
import { NewPeersView } from './peer-new-view.tsx'
import type { PeerTried } from './peer-sheet.ts'
import { peerText } from './peer-text.ts'
import { startPeers } from './peer-write-store.ts'

/** /peers/new?with=…&third=…&topic=…: asks one or two colleagues to learn together. */
export const newPeersPage = {
  get: async (c: Context<OnDesk>) => show(c, await atPeers(c), null),

  post: async (c: Context<OnDesk>) => {
    const at = await atPeers(c)
    const form = await formFields(c)
    const answer = await ask(at, form)
    if (!isRefusal(answer)) return c.redirect(`/peers/${answer}?done=asked`, 303)
    return show(c, at, { act: 'ask', values: form, no: answer })
  },
}

async function ask(at: AtPeers, form: PeerForm) {
  const { desk, reader, topics, sending } = at
  const ends = (await endsFor(at)).map(({ to }) => to)
  const given = parsePeers(form, reader.actor.personId, { topics, ends, before: null })
  if (isRefusal(given)) return given
  return startPeers(desk.db, reader.actor, given, { now: desk.now, tell: tellPeersBy(sending) })
}

async function show(c: Context<OnDesk>, at: AtPeers, tried: PeerTried | null) {
  const { desk, reader, eyes } = at
  const text = peerText(eyes.language)
  const ends = endChoices(at, await endsFor(at))
  const first = {
    who: c.req.query('with') ?? '',
    third: c.req.query('third') ?? '',
    topic: c.req.query('topic') ?? '',
    aim: '',
    to: ends[0]?.value ?? '',
  }
  const isAtField = tried !== null && 'field' in tried.no && tried.no.field !== undefined
  const notice =
    tried && !isAtField ? ({ kind: 'refusal', text: peerSentence(tried.no, reader) } as const) : null
  return c.html(
    <Page shell={shellFrom(desk, notice)} title={text.newTitle} here="questions">
      <PageHead title={text.newTitle} under={text.newUnder} />
      <QuestionTabs here={null} reader={reader} />
      <p class="rij">
        <BackLink href="/peers">{text.toPeers}</BackLink>
      </p>
      <NewPeersView
        colleagues={colleaguesOf(at)}
        topics={topicChoices(at)}
        {...{ ends, first, tried, eyes }}
      />
    </Page>,
    tried ? peerStatus(tried.no) : 200,
  )
}
