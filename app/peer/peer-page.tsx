import type { Context } from 'hono'
import { isRefusal } from '../kernel/refusal.ts'
import { QuestionTabs } from '../school/question-tabs-view.tsx'
import type { OnDesk } from '../session/desk.ts'
import { formFields } from '../session/form-fields.ts'
import { shellFrom } from '../session/shell.ts'
import { ArrowLink, BackLink } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import type { ShellNotice } from '../ui/shell.ts'
import { isIn, type PeerGroup, peerAsks, peopleIn } from './peer.ts'
import { actOnPeers, type PeerDone } from './peer-act-desk.ts'
import {
  type AtPeers,
  atPeers,
  colleaguesOf,
  endChoices,
  endsFor,
  peerSentence,
  peerStatus,
  peersAt,
  topicChoices,
} from './peer-desk.ts'
import { peerOneText } from './peer-one-text.ts'
import type { PeerTried } from './peer-sheet.ts'
import { peerText } from './peer-text.ts'
import { PeerView } from './peer-view.tsx'
import { askedBy, peersHref, titleWords } from './peer-words-view.ts'

/** /peers/:peers: one pair or triad, for who is in it or is asked. */
export const peerPage = {
  get: async (c: Context<OnDesk>) => {
    const at = await atPeers(c)
    return show(c, at, await peersAt(c, at), { notice: noticeOf(c, at) })
  },

  post: async (c: Context<OnDesk>) => {
    const at = await atPeers(c)
    const group = await peersAt(c, at)
    const form = await formFields(c)
    const done = await actOnPeers({ ...at, group, form })
    if (!isRefusal(done)) return c.redirect(goesTo(group, done), 303)
    const tried = { act: form['act'] ?? '', values: form, no: done }
    return show(c, at, await peersAt(c, at), { tried })
  },
}

/** Where on the page it was done; after a no there is no such page any more. */
const PLACES: Partial<Record<PeerDone, string>> = {
  agreed: '#afspraken',
  dropped: '#afspraken',
  moment: '#momenten',
  moved: '#momenten',
  'called-off': '#momenten',
  brought: '#brengt',
  kept: '#brengt',
}

const goesTo = (group: PeerGroup, done: PeerDone) =>
  done === 'no' || done === 'gone'
    ? `/peers?done=${done}`
    : `${peersHref(group)}?done=${done}${PLACES[done] ?? ''}`

function noticeOf(c: Context<OnDesk>, { eyes }: AtPeers): ShellNotice | null {
  const { says } = peerOneText(eyes.language)
  const done = c.req.query('done') ?? ''
  return Object.hasOwn(says, done) ? { kind: 'good', text: says[done as keyof typeof says] } : null
}

/** A no that no field on the page shows. */
function unplaced({ act, no }: PeerTried, { reader }: AtPeers): ShellNotice | null {
  const isAtField = 'field' in no && no.field !== undefined && act !== ''
  return isAtField ? null : { kind: 'refusal', text: peerSentence(no, reader) }
}

type Show = { readonly notice?: ShellNotice | null; readonly tried?: PeerTried }

async function show(c: Context<OnDesk>, at: AtPeers, group: PeerGroup, { notice, tried }: Show) {
  const { desk, reader, eyes } = at
  const text = peerText(eyes.language)
  const asked = peerAsks(group, eyes.me, eyes.today) === 'answer'
  const title = asked ? text.headingAsked(askedBy(group, eyes)) : titleWords(group, eyes)
  const there = group.members.flatMap(({ personId, state }) => (state === 'taken-back' ? [] : [personId]))
  const sheet = {
    group,
    colleagues: colleaguesOf(at, there),
    topics: topicChoices(at, group.topic),
    ends: endChoices(at, await endsFor(at), group.to),
    coordinator: reader.terms.coordinator,
    tried: tried ?? null,
  }
  return c.html(
    <Page
      shell={shellFrom(desk, notice ?? (tried ? unplaced(tried, at) : null))}
      title={title}
      here="questions"
    >
      <PageHead title={title} />
      <QuestionTabs here={null} reader={reader} />
      <p class="rij">
        <BackLink href="/peers">{text.toPeers}</BackLink>
        {isIn(group, eyes.me) &&
          peopleIn(group)
            .filter((person) => person !== eyes.me)
            .map((person) => (
              <ArrowLink href={`/visits/new?with=${person}`}>{text.lookAt(eyes.nameOf(person))}</ArrowLink>
            ))}
      </p>
      <div class="bezoek">
        <PeerView {...{ sheet, eyes }} />
      </div>
    </Page>,
    tried ? peerStatus(tried.no) : 200,
  )
}
