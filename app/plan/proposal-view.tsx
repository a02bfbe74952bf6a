import { Button, LinkButton } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { TextField } from '../ui/field.tsx'
import { Form, PostButton } from '../ui/form.tsx'
import { WordDiff } from '../ui/word-diff.tsx'
import { SignsFold } from '../writing/signs-view.tsx'
import { drawnOnce } from './drawn-view.ts'
import { type Entry, type EntryText, textOf } from './entry.ts'
import { isOwner, mayAmend, mayReadProposal, mayTakeOver } from './plan-may.ts'
import { because } from './plan-may-text.ts'
import { trackName } from './plan-sheet.ts'
import { type Drawing, labelsOf } from './plan-sheet-view.ts'
import { isWaiting, type Proposal } from './proposal.ts'
import { proposalText } from './proposal-text.ts'

/** The proposals that wait on a track, for the two whose they are; nobody else is drawn anything. */
export function ProposalCards({ entry, d }: { entry: Entry; d: Drawing }) {
  if (d.sheet.proposals.length === 0) return null
  const here = d.sheet.proposals.filter(
    (one) => one.entryId === entry.id && mayReadProposal(d.actor, entry, one).may,
  )
  const answered = here.find(
    (one) => one.madeBy === d.actor.personId && one.outcome && one.outcome !== 'withdrawn',
  )
  return (
    <>
      {answered && <Answered {...{ entry, d }} proposal={answered} />}
      {here
        .filter(isWaiting)
        .map((proposal) =>
          isOwner(d.actor, entry) ? (
            <Received {...{ entry, d, proposal }} />
          ) : (
            <Sent {...{ entry, d, proposal }} />
          ),
        )}
    </>
  )
}

type CardProps = { entry: Entry; d: Drawing; proposal: Proposal }

const actionOf = ({ d, entry }: CardProps) => `${d.href}/entry/${entry.id}/proposal`

/** What somebody lays before the reader, who holds the pen: take it over, change it, or not. */
function Received(props: CardProps) {
  const { d, proposal } = props
  const text = proposalText(d.language)
  const name = (proposal.madeBy && d.lookup.people.get(proposal.madeBy)?.name) ?? ''
  const withMaker = ['coordinator', 'invited', 'meeting'].includes(proposal.source)
  return (
    <section
      class="voorstelkaart"
      id={`proposal-${proposal.id}`}
      aria-label={text.from[proposal.source](name)}
    >
      <h3>{text.from[proposal.source](name)}</h3>
      <p class="noot">{withMaker ? text.between : text.betweenImport}</p>
      {proposal.note && <p>{text.says(proposal.note)}</p>}
      <ProposedChanges {...props} />
      <TakeOver {...props} />
    </section>
  )
}

/** Over, changed, or not; what was agreed meanwhile is taken over by an amendment alone. */
function TakeOver(props: CardProps) {
  const { d, entry, proposal } = props
  const text = proposalText(d.language)
  const may = mayTakeOver(d.actor, d.plan, entry)
  const button = (outcome: 'accepted' | 'declined') => ({
    action: actionOf(props),
    hidden: { proposal: proposal.id, outcome },
  })
  return (
    <>
      {!may.may && <p>{because(may.because, d.language, d.terms)}</p>}
      <div class="rij">
        {may.may && (
          <PostButton icon="check" {...button('accepted')}>
            {text.accept}
          </PostButton>
        )}
        {mayAmend(d.actor, d.plan, entry).may && (
          <LinkButton href={`${d.href}/entry/${entry.id}/amendment?proposal=${proposal.id}`}>
            {text.amendWith}
          </LinkButton>
        )}
        <PostButton kind="quiet" {...button('declined')}>
          {text.decline}
        </PostButton>
      </div>
      {may.may && (
        <Fold summary={text.changeTitle}>
          <OwnVersion {...props} />
        </Fold>
      )}
    </>
  )
}

/** The same texts to change before they are taken over, with a word for the maker. */
function OwnVersion(props: CardProps) {
  const { d, entry, proposal } = props
  const text = proposalText(d.language)
  const labels = labelsOf(entry, d)
  return (
    <Form action={actionOf(props)}>
      <input type="hidden" name="proposal" value={proposal.id} />
      {fieldsOf(proposal).map((field) => (
        <TextField
          name={`text.${field}`}
          id={`p-${proposal.id}-${field}`}
          label={labels[field]}
          value={proposal.texts[field]}
        />
      ))}
      <SignsFold language={d.language} />
      <TextField name="answer" id={`p-${proposal.id}-answer`} label={text.answer} hint={text.answerHint} />
      <div class="rij">
        <Button name="outcome" value="changed">
          {text.change}
        </Button>
      </div>
    </Form>
  )
}

const fieldsOf = (proposal: Proposal) => Object.keys(proposal.texts) as EntryText[]

/** What a proposal would change: its texts stay as they were made, so for one state of the entry this is drawn once. */
export function ProposedChanges({ entry, d, proposal }: CardProps) {
  const labels = labelsOf(entry, d)
  return drawnOnce(entry, d, `changes ${proposal.id}`, () => (
    <dl class="velden">
      {fieldsOf(proposal).map((field) => (
        <div>
          <dt>{labels[field]}</dt>
          <dd class="voorstel">
            <WordDiff
              before={textOf(entry, field)}
              after={proposal.texts[field] ?? ''}
              language={d.language}
            />
          </dd>
        </div>
      ))}
    </dl>
  ))
}

/** One's own proposal that waits for an answer. */
function Sent(props: CardProps) {
  const { entry, d, proposal } = props
  const text = proposalText(d.language)
  const name = trackName(entry, d.lookup)
  return (
    <section class="voorstelkaart" id={`proposal-${proposal.id}`} aria-label={text.yours(name)}>
      <h3>{text.yours(name)}</h3>
      <p class="noot">{text.yoursNote(name)}</p>
      <ProposedChanges {...props} />
      {proposal.madeBy === d.actor.personId && (
        <PostButton
          kind="link"
          action={actionOf(props)}
          hidden={{ proposal: proposal.id, outcome: 'withdrawn' }}
        >
          {text.withdraw}
        </PostButton>
      )}
    </section>
  )
}

/** What became of one's own last proposal, for its maker alone. */
function Answered({ entry, d, proposal }: CardProps) {
  const text = proposalText(d.language)
  if (!proposal.outcome) return null
  return (
    <p class="noot">
      {text.outcome[proposal.outcome](trackName(entry, d.lookup))}{' '}
      {proposal.answer && text.says(proposal.answer)}
    </p>
  )
}
