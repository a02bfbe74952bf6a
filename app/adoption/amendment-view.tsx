import type { Child } from 'hono/jsx'
import { plainOf } from '../kernel/rich.ts'
import { takesAmendments } from '../plan/plan.ts'
import { cardId } from '../plan/plan-sheet-view.ts'
import { onDay } from '../round/round-text.ts'
import type { NameOf } from '../round/round-view.tsx'
import type { Reader } from '../session/actor.ts'
import { ArrowLink, BackLink } from '../ui/button.tsx'
import { PostButton } from '../ui/form.tsx'
import { PageHead } from '../ui/head.tsx'
import { Notice } from '../ui/notice.tsx'
import { RichText } from '../ui/rich.tsx'
import { WordDiff } from '../ui/word-diff.tsx'
import { conversationText } from '../writing/conversation-text.ts'
import { type Amendment, changesIn, isAmended, isOfTeam, tiesOfGoal } from './amendment.ts'
import { amendmentLabel, amendmentTitle, ownerName, tiesLine } from './amendment-item-view.ts'
import { isBeforeTeam } from './amendment-may.ts'
import { amendmentSays } from './amendment-say-text.ts'
import type { SeenAmendment } from './amendment-scene.ts'
import { amendmentText } from './amendment-text.ts'
import { secondsFor } from './seconds.ts'

export type AmendmentViewProps = {
  scene: SeenAmendment
  reader: Reader
  nameOf: NameOf
  /** The address of the plan, and of this page, where its forms post to. */
  href: string
  action: string
  mayWrite: boolean
}

/** One amendment to read: what it is about, who reads and writes it, why, and what becomes different. */
export function AmendmentHead({ scene, reader, nameOf, href }: Omit<AmendmentViewProps, 'mayWrite'>) {
  const text = amendmentText(reader.language)
  const { amendment, plan, roster } = scene
  return (
    <PageHead
      title={amendmentTitle(plan, amendment, roster, reader)}
      under={[readersOf(scene, reader, nameOf), penOf(scene, reader, nameOf)].filter(Boolean).join(' ')}
    >
      <p class="rij">
        <BackLink href={planPlace(href, amendment)}>{text.toPlan}</BackLink>
        <ArrowLink href={`${href}/amendments`}>{text.toList}</ArrowLink>
      </p>
    </PageHead>
  )
}

/** Where in the plan it stands. */
const planPlace = (href: string, { about, subjectId }: Amendment) => {
  if (about === 'principle') return `${href}#principles`
  return subjectId === null ? href : `${href}?shown=${subjectId}#${cardId(subjectId)}`
}

type Speaks = Pick<AmendmentViewProps, 'scene' | 'reader' | 'nameOf'>

/** The names on both sides of a track: 'Anouk', 'Karin'. */
export function sidesOf({ entry, roster, amendment }: SeenAmendment, nameOf: NameOf, { language }: Reader) {
  const text = amendmentText(language)
  const seconds = entry ? secondsFor(entry, roster, amendment.standIn !== null).people : []
  return {
    owner: ownerName(entry, roster) || text.someone,
    second: seconds.length === 0 ? text.nobody : seconds.map(nameOf).join(` ${text.or} `),
  }
}

function readersOf(scene: SeenAmendment, reader: Reader, nameOf: NameOf) {
  const text = amendmentText(reader.language)
  const { ended } = scene.amendment
  if (isOfTeam(scene.amendment)) return ended ? text.readTrackEnded : text.readTeam
  if (ended?.is === 'agreed') return text.readTrackEnded
  const { owner, second } = sidesOf(scene, nameOf, reader)
  return ended ? text.readTrackClosed(owner, second) : text.readTrack(owner, second)
}

function penOf(scene: SeenAmendment, reader: Reader, nameOf: NameOf) {
  const text = amendmentText(reader.language)
  const { amendment, roster } = scene
  if (amendment.ended !== null) return ''
  if (!isOfTeam(amendment)) {
    const coordinators = scene.entry ? secondsFor(scene.entry, roster, false) : null
    const { owner } = sidesOf(scene, nameOf, reader)
    return coordinators?.as === 'coordinator'
      ? text.penTrack(owner, coordinators.people.map(nameOf).join(` ${text.or} `))
      : text.penOwner(owner)
  }
  if (isBeforeTeam(scene.decision)) return amendmentSays(reader.language).because['before-team']
  const maker = roster.people.find(({ id }) => id === amendment.madeBy)
  return !maker || maker.roles.includes('coordinator')
    ? text.penCoordinator(reader.terms)
    : text.penTeam(maker.name, reader.terms)
}

/** Why, what it changes word by word, and the way to write on. */
export function AmendmentText(props: AmendmentViewProps) {
  const { scene, reader, nameOf, action, mayWrite } = props
  const text = amendmentText(reader.language)
  const { amendment } = scene
  return (
    <>
      <section class="blok" aria-labelledby="aw-waarom">
        <h2 id="aw-waarom">{text.why}</h2>
        <p class="serif regels">{amendment.why}</p>
        <p class="noot">
          {text.madeBy(
            amendment.madeBy ? nameOf(amendment.madeBy) : text.someone,
            onDay(amendment.madeAt, reader.language),
          )}
        </p>
      </section>
      <section class="blok" aria-labelledby="aw-anders">
        <h2 id="aw-anders">{becomesOf(amendment, text)}</h2>
        <Changes {...props} />
        {amendment.kind !== 'remove' && (
          <p class="daden">
            {mayWrite && <ArrowLink href={`${action}?write=yes`}>{text.write}</ArrowLink>}
            <ArrowLink href={`${action}/conversation`}>
              {amendment.ended ? text.talkedThen : conversationText(reader.language).speak}
            </ArrowLink>
          </p>
        )}
      </section>
    </>
  )
}

const becomesOf = ({ ended }: Amendment, text: ReturnType<typeof amendmentText>) =>
  ended === null ? text.becomes : ended.version === null ? text.wouldBecome : text.became

/** Word by word; of something new its text, of what goes out the text that goes. */
export function Changes({
  scene,
  reader,
  mayWrite,
}: Pick<AmendmentViewProps, 'scene' | 'reader' | 'mayWrite'>) {
  const { amendment } = scene
  const text = amendmentText(reader.language)
  if (amendment.kind === 'remove') return <Leaves scene={scene} reader={reader} />
  if (!isAmended(amendment)) return <p>{mayWrite ? text.nothingYet : text.isWritten}</p>
  return (
    <dl class="velden">
      {changesIn(amendment).map(({ field, before, after }) => (
        <Line label={amendmentLabel(scene, field, reader)}>
          {amendment.kind === 'new' ? (
            <RichText text={after} />
          ) : (
            <WordDiff {...{ before, after }} language={reader.language} />
          )}
        </Line>
      ))}
      {amendment.ties && (
        <Line label={text.ties}>
          <WordDiff
            before={tiesLine(tiesOfGoal(scene.entry), scene.roster, reader)}
            after={tiesLine(amendment.ties, scene.roster, reader)}
            language={reader.language}
          />
        </Line>
      )}
    </dl>
  )
}

const Line = ({ label, children }: { label: string; children: Child }) => (
  <div>
    <dt>{label}</dt>
    <dd class="wijziging">{children}</dd>
  </div>
)

function Leaves({ scene, reader }: Pick<Speaks, 'scene' | 'reader'>) {
  const text = amendmentText(reader.language)
  const { base, about } = scene.amendment
  const words = base[about === 'principle' ? 'text' : 'title'] ?? ''
  return (
    <p>
      {text.outText} <b>{plainOf(words)}</b>
    </p>
  )
}

/** What stands in its way now: the plan was adopted anew, it left the plan, or the plan is not in force. */
export function AmendmentHindered({ scene, reader, action, mayWrite }: Omit<AmendmentViewProps, 'nameOf'>) {
  const text = amendmentText(reader.language)
  if (scene.amendment.ended !== null) return null
  if (!takesAmendments(scene.plan.phase)) return <Notice title={text.rests} />
  if (!scene.isOvertaken) return null
  const gone = scene.entry === null && scene.amendment.about !== 'principle'
  return (
    <Notice title={gone ? text.subjectGone : text.basedOn}>
      {mayWrite && !gone && (
        <PostButton kind="quiet" action={action} hidden={{ act: 'base' }}>
          {text.startFromNow}
        </PostButton>
      )}
    </Notice>
  )
}

/** How it ended: who, when, in which words, and the version that holds it. */
export function AmendmentEnd({ scene, reader, nameOf, href }: Speaks & { href: string }) {
  const text = amendmentText(reader.language)
  const { ended } = scene.amendment
  if (ended === null) return null
  return (
    <Notice kind={ended.version ? 'good' : 'plain'} title={endedLine(scene.amendment, reader, nameOf)}>
      {ended.words !== '' && <p class="regels">“{ended.words}”</p>}
      {ended.version && (
        <p>
          {text.sealedAs(ended.version)}{' '}
          <ArrowLink href={`${href}/version/${ended.version}`}>{text.toVersion}</ArrowLink>
        </p>
      )}
    </Notice>
  )
}

/** 'Teruggenomen door Anouk, 20 november 2026.' */
export function endedLine({ ended }: Amendment, { language }: Reader, nameOf: NameOf) {
  const text = amendmentText(language)
  if (ended === null) return ''
  return text.ended[ended.is](ended.by ? nameOf(ended.by) : text.someone, onDay(ended.at, language))
}
