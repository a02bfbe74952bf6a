import type { Context } from 'hono'
import { isBlank } from '../profile/profile.ts'
import { profilesOf, readProfile } from '../profile/profile-store.ts'
import { QuestionTabs } from '../school/question-tabs-view.tsx'
import { hasRole } from '../session/actor.ts'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { LinkButton } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import type { ShellNotice } from '../ui/shell.ts'
import { type PeerGroup, peerAsks, phaseOf } from './peer.ts'
import { type AtPeers, atPeers } from './peer-desk.ts'
import { type PeerProposal, proposePeers } from './peer-match.ts'
import { peerOneText } from './peer-one-text.ts'
import { groupsEach, peersOf, peersSeen } from './peer-store.ts'
import { peerText } from './peer-text.ts'
import { askedBy, namesOf, othersIn } from './peer-words-view.ts'
import { PeersView } from './peers-view.tsx'

/** /peers: learning together in pairs and triads. */
export const peersPage = {
  get: async (c: Context<OnDesk>) => {
    const at = await atPeers(c)
    const { desk, reader, eyes } = at
    const text = peerText(eyes.language)
    const groups = await peersOf(desk.db, reader.actor)
    const seen = await peersSeen(desk.db, reader.actor, desk.today)
    const own = groups.map(({ id }) => id)
    const exist = hasRole(reader.actor, 'coordinator') ? seen.filter(({ id }) => !own.includes(id)) : null
    return c.html(
      <Page shell={shellFrom(desk, noticeOf(c, at))} title={text.title} here="questions">
        <PageHead title={headingOf(groups, at)} under={text.under}>
          {groups.some(({ closedAt }) => closedAt === null) && (
            <p>
              <LinkButton href="/peers/new">{text.ask}</LinkButton>
            </p>
          )}
        </PageHead>
        <QuestionTabs here="peers" reader={reader} />
        <PeersView {...{ groups, exist, eyes }} {...(await proposalsFor(at, groups))} />
      </Page>,
    )
  },
}

/** After these one is no longer in the group: the list tells it. */
const HERE = ['no', 'gone'] as const

function noticeOf(c: Context<OnDesk>, { eyes }: AtPeers): ShellNotice | null {
  const done = HERE.find((one) => one === c.req.query('done'))
  return done === undefined ? null : { kind: 'good', text: peerOneText(eyes.language).says[done] }
}

function headingOf(groups: readonly PeerGroup[], { eyes }: AtPeers): string {
  const text = peerText(eyes.language)
  const asked = groups.find((group) => peerAsks(group, eyes.me, eyes.today) === 'answer')
  if (asked) return text.headingAsked(askedBy(asked, eyes))
  const running = groups.find((group) => phaseOf(group, eyes.today) === 'running')
  return running ? text.headingRuns(namesOf(othersIn(running, eyes), eyes)) : text.heading
}

/** From the profiles; not who is in a group with me now, or said no to one that runs. */
async function proposalsFor(
  { desk, reader: { actor } }: AtPeers,
  groups: readonly PeerGroup[],
): Promise<{ proposals: readonly PeerProposal[]; hasWishes: boolean }> {
  const mine = await readProfile(desk.db, actor, actor.personId)
  if (!mine || isBlank(mine) || mine.learns.length + mine.helps.length + mine.specialties.length === 0)
    return { proposals: [], hasWishes: false }
  const open = groups.filter(({ closedAt }) => closedAt === null)
  const notAgain = new Set(
    open.flatMap(({ members }) =>
      members.flatMap(({ personId, state }) => (state === 'taken-back' ? [] : [personId])),
    ),
  )
  const profiles = await profilesOf(desk.db, actor)
  const groupsOf = await groupsEach(desk.db, actor, desk.today)
  return { proposals: proposePeers(mine, profiles, { notAgain, groups: groupsOf }), hasWishes: true }
}
