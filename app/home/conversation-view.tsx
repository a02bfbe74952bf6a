import { isTrackAbout } from '../adoption/amendment.ts'
import { amendmentLabel, amendmentTitle } from '../adoption/amendment-item-view.ts'
import type { EvaluationText } from '../evaluation/evaluation.ts'
import { isReadByTeam } from '../evaluation/evaluation-may.ts'
import { evaluationText } from '../evaluation/evaluation-text.ts'
import { dayOf, longDay, type Moment } from '../kernel/day.ts'
import { plainOf } from '../kernel/rich.ts'
import type { Entry, EntryText } from '../plan/entry.ts'
import { isOwner, mayPropose, mayReadProposal } from '../plan/plan-may.ts'
import { trackName } from '../plan/plan-sheet.ts'
import { cardId, type Drawing, labelsOf, longName } from '../plan/plan-sheet-view.ts'
import { isWaiting, type Proposal } from '../plan/proposal.ts'
import { ProposalCards } from '../plan/proposal-view.tsx'
import { ArrowLink, BackLink } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { PageHead } from '../ui/head.tsx'
import { isWithdrawn, type Thread } from '../writing/comment.ts'
import { ThreadCard } from '../writing/comment-view.tsx'
import { conversationText } from '../writing/conversation-text.ts'
import { type OpenSpeech, Speak } from '../writing/speak-view.tsx'
import { isWaitingSuggestion } from '../writing/suggestion.ts'
import { AnsweredSuggestion, SuggestionCard } from '../writing/suggestion-view.tsx'
import type { TalkScene } from '../writing/talk-scene-view.ts'
import type { PassageTalk, Subject } from './conversation.ts'
import { talkPageText } from './conversation-text.ts'

/** What was typed in an answer that could not be placed. */
export type OpenReply = { readonly threadId: string; readonly typed: string; readonly error: string }

export type ConversationProps = {
  readonly d: Drawing
  readonly subject: Subject
  readonly scene: TalkScene
  readonly passages: readonly PassageTalk[]
  readonly speech: { readonly key: string; readonly open: OpenSpeech } | null
  readonly reply: OpenReply | null
}

export const subjectTitle = (d: Drawing, subject: Subject) => {
  const text = talkPageText(d.language)
  if (subject.kind === 'amendment') {
    const { plan, amendment, roster } = subject.scene
    return text.aboutAmendment(amendmentTitle(plan, amendment, roster, d))
  }
  if (subject.kind === 'evaluation') return text.aboutEvaluation(entryTitle(d, subject.entry), subject.time)
  return text.about(subject.kind === 'principles' ? text.principles : entryTitle(d, subject.entry))
}

/** 'doel 3 (Elk kind leest)', 'het traject van Anouk', 'jouw traject': how one speaks about it, never of a person. */
export function entryTitle(d: Drawing, entry: Entry) {
  if (!isTrack(entry)) return longName(entry, d)
  const text = talkPageText(d.language)
  const isMine = entry.learningTeamId === null && isOwner(d.actor, entry)
  return isMine ? text.yours : text.trackOf(trackName(entry, d.lookup))
}

/** All that is said about a goal, a track or the principles: text by text, with what waits on top. */
export function ConversationView(props: ConversationProps) {
  const { d, subject, passages } = props
  const text = talkPageText(d.language)
  return (
    <>
      <PageHead title={subjectTitle(d, subject)} under={text.lead[readBy(subject)]}>
        <p class="rij">
          <BackLink href={`${d.href}${backOf(subject)}`}>{text.backTo[subject.kind]}</BackLink>
        </p>
      </PageHead>
      {subject.kind === 'entry' && <Wholes d={d} entry={subject.entry} />}
      {passages.filter(hasSomething).map((passage) => (
        <PassageSection {...props} passage={passage} />
      ))}
      <StillEmpty {...props} />
    </>
  )
}

/** The whole team, or only who reads the text now: before it is agreed, or because it is not shared. */
function readBy(subject: Subject): 'team' | 'few' | 'kept' | 'shared' {
  if (subject.kind === 'principles') return 'team'
  if (subject.kind === 'entry')
    return subject.entry.agreedAt === null && isTrack(subject.entry) ? 'few' : 'team'
  if (subject.kind === 'evaluation') {
    if (!isReadByTeam(subject.entry)) return 'kept'
    return isTrack(subject.entry) ? 'shared' : 'team'
  }
  const { about, ended } = subject.scene.amendment
  return isTrackAbout(about) && ended?.is !== 'agreed' ? 'few' : 'team'
}

function backOf(subject: Subject) {
  if (subject.kind === 'principles') return '#principles'
  if (subject.kind === 'amendment') return `/amendment/${subject.scene.amendment.id}`
  if (subject.kind === 'evaluation') return `/evaluation?time=${subject.time}#e-${subject.entry.id}`
  return `?shown=${subject.entry.id}#${cardId(subject.entry.id)}`
}

const isTrack = ({ kind }: Entry) => kind === 'teacher-track' || kind === 'learning-team-track'

function labelOf({ d, subject }: ConversationProps, { ownerId, field }: PassageTalk): string {
  if (subject.kind === 'amendment') return amendmentLabel(subject.scene, field, d)
  if (subject.kind === 'entry') return labelsOf(subject.entry, d)[field as EntryText]
  if (subject.kind === 'evaluation') return evaluationText(d.language).read[field as EvaluationText]
  const number = d.plan.principles.findIndex(({ id }) => id === ownerId) + 1
  const text = talkPageText(d.language)
  return field === 'talk' ? text.theTalk(number) : text.principle(number)
}

const hasSomething = ({ text, threads, suggestions }: PassageTalk) =>
  text !== '' || threads.length > 0 || suggestions.length > 0

/** What nobody has written or said anything in, folded away; left out for who has nothing to do there. */
function StillEmpty(props: ConversationProps) {
  const { d, passages, speech } = props
  const empty = passages.filter((one) => !hasSomething(one) && one.speaks)
  if (empty.length === 0) return null
  const open = empty.some(({ key }) => key === speech?.key)
  return (
    <Fold summary={talkPageText(d.language).stillEmpty} open={open}>
      {empty.map((passage) => (
        <PassageSection {...props} passage={passage} />
      ))}
    </Fold>
  )
}

type SectionProps = ConversationProps & { passage: PassageTalk }

function PassageSection(props: SectionProps) {
  const { scene, passage, speech, d } = props
  const label = labelOf(props, passage)
  const id = `p-${passage.key.replace('.', '-')}`
  const waiting = passage.suggestions.filter(isWaitingSuggestion)
  const open = passage.threads.filter((thread) => thread.resolvedAt === null && !isWithdrawn(thread))
  return (
    <section class="praatvak" aria-labelledby={id}>
      <h2 id={id}>{label}</h2>
      {passage.text === '' && <p class="noot">{talkPageText(d.language).nothing}</p>}
      <Speak
        scene={scene}
        passageKey={passage.key}
        label={label}
        text={passage.text}
        speaks={passage.speaks}
        suggests={passage.suggests}
        open={speech?.key === passage.key ? speech.open : null}
      />
      {waiting.map((suggestion) => (
        <SuggestionCard {...passage} scene={scene} suggestion={suggestion} />
      ))}
      {open.map((thread) => (
        <OneThread {...props} thread={thread} />
      ))}
      <Earlier {...props} />
    </section>
  )
}

const OneThread = ({ scene, passage, reply, thread }: SectionProps & { thread: Thread }) => (
  <ThreadCard
    scene={scene}
    thread={thread}
    text={passage.text}
    speaks={passage.speaks}
    waits={passage.waits.get(thread.id) ?? null}
    typed={reply?.threadId === thread.id ? reply.typed : null}
    error={reply?.threadId === thread.id ? reply.error : null}
  />
)

/** What was suggested and talked about before, and what became of it. */
function Earlier(props: SectionProps) {
  const { scene, passage } = props
  const answered = passage.suggestions.filter((one) => !isWaitingSuggestion(one))
  const done = passage.threads.filter((thread) => thread.resolvedAt !== null && !isWithdrawn(thread))
  if (answered.length + done.length === 0) return null
  return (
    <Fold summary={conversationText(scene.language).earlier}>
      {answered.map((suggestion) => (
        <AnsweredSuggestion scene={scene} suggestion={suggestion} />
      ))}
      {done.map((thread) => (
        <OneThread {...props} thread={thread} />
      ))}
    </Fold>
  )
}

/** Proposals of several texts at once: those that wait, those that were answered, and the way to make one. */
function Wholes({ d, entry }: { d: Drawing; entry: Entry }) {
  const text = talkPageText(d.language)
  const mine = d.sheet.proposals.filter(
    (one) => one.entryId === entry.id && mayReadProposal(d.actor, entry, one).may,
  )
  const proposes = mayPropose(d.actor, d.plan, entry).may
  if (mine.length === 0 && !proposes) return null
  const answered = mine.filter((one) => !isWaiting(one))
  return (
    <section class="praatvak" aria-labelledby="wholes">
      <h2 id="wholes">{text.wholes}</h2>
      <ProposalCards entry={entry} d={d} />
      {answered.length > 0 && (
        <Fold summary={text.earlierWholes}>
          {answered.map((proposal) => (
            <AnsweredProposal {...{ d, entry, proposal }} />
          ))}
        </Fold>
      )}
      {proposes && <ArrowLink href={`${d.href}/entry/${entry.id}/proposal`}>{text.proposeWhole}</ArrowLink>}
    </section>
  )
}

function AnsweredProposal({ d, entry, proposal }: { d: Drawing; entry: Entry; proposal: Proposal }) {
  const text = talkPageText(d.language)
  const labels = labelsOf(entry, d)
  const nameOf = (id: Proposal['madeBy']) =>
    (id && d.lookup.people.get(id)?.name) || conversationText(d.language).someone
  const when = (at: Moment | null) => (at ? longDay(dayOf(new Date(at)), d.language) : '')
  const from = proposal.source === 'import' || proposal.source === 'last-year' ? text.fromBefore : null
  return (
    <div class="geweest">
      <p class="wiezegt">{text.proposedBy(from ?? nameOf(proposal.madeBy), when(proposal.madeAt))}</p>
      {proposal.note && <p>{conversationText(d.language).says(proposal.note)}</p>}
      <dl class="velden">
        {Object.entries(proposal.texts).map(([field, value]) => (
          <div>
            <dt>{labels[field as EntryText]}</dt>
            <dd>{plainOf(value ?? '')}</dd>
          </div>
        ))}
      </dl>
      <p class="noot">
        {proposal.outcome &&
          text.outcome[proposal.outcome](nameOf(proposal.answeredBy), when(proposal.answeredAt))}{' '}
        {proposal.answer && conversationText(d.language).says(proposal.answer)}
      </p>
    </div>
  )
}
