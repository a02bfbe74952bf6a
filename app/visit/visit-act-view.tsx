import type { Child } from 'hono/jsx'
import { Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { Field, SelectField } from '../ui/field.tsx'
import { Form, HiddenFields } from '../ui/form.tsx'
import { MomentChoice } from './moment-view.tsx'
import { LONGEST_WORDS } from './offer.ts'
import type { Visit } from './visit.ts'
import { visitNo } from './visit-no-text.ts'
import { visitOneText } from './visit-one-text.ts'
import type { VisitProps } from './visit-sheet-view.ts'
import { slotWords } from './visit-words-view.ts'

type ActProps = { act: string; visit: Visit; label: string; children: Child }

/** A form for one act on a visit; it says from which revision it began. */
const ActForm = ({ act, visit, label, children }: ActProps) => (
  <Form action={`/visits/${visit.id}`} id={`f-${act}`} label={label}>
    <HiddenFields values={{ act, revision: String(visit.revision) }} />
    {children}
  </Form>
)

/** What waits for this reader: yes, another moment, or no thanks; or taking a class over. */
export function AnswerPart(props: VisitProps) {
  const { visit, may, tried, eyes } = props
  const text = visitOneText(eyes.language).one
  if (may.takeOver) return <TakeOver visit={visit} label={text.takeOver} no={text.cantTakeOver} />
  if (!may.answer) return null
  const isMove = visit.state === 'agreed'
  const yes = isMove ? text.yes : eyes.me === visit.host ? text.yesCome : text.yesGo
  return (
    <section class="blok antwoord" aria-label={text.other}>
      {visit.next && (
        <>
          <p class="groot">{text.proposed(slotWords(visit.next, eyes.language))}</p>
          <p class="zacht">{text.stillIs(slotWords(visit, eyes.language))}</p>
        </>
      )}
      <ActForm act="answer" visit={visit} label={yes}>
        <HiddenFields values={{ answer: 'yes' }} />
        <Button icon="check">{yes}</Button>
      </ActForm>
      <MovePart {...props} />
      {isMove ? (
        <ActForm act="no" visit={visit} label={text.noMove}>
          <Button kind="quiet">{text.noMove}</Button>
        </ActForm>
      ) : (
        <NoThanks visit={visit} tried={tried} eyes={eyes} />
      )}
    </section>
  )
}

function NoThanks({ visit, tried, eyes }: Pick<VisitProps, 'visit' | 'tried' | 'eyes'>) {
  const text = visitOneText(eyes.language).one
  const mine = tried?.act === 'no' ? tried : null
  return (
    <Fold summary={text.noThanks} id="liever-niet" open={mine !== null}>
      <ActForm act="no" visit={visit} label={text.noThanks}>
        <WordsField id="f-words-no" tried={mine} eyes={eyes} />
        <Button kind="quiet">{text.sendNo}</Button>
      </ActForm>
    </Fold>
  )
}

type WordsProps = Pick<VisitProps, 'tried' | 'eyes'> & { id: string }

/** A line that may go along. */
const WordsField = ({ id, tried, eyes }: WordsProps) => (
  <Field
    name="words"
    id={id}
    label={visitOneText(eyes.language).one.words}
    hint={visitOneText(eyes.language).one.noThanksNote}
    maxlength={LONGEST_WORDS}
    optional={eyes.language}
    value={tried?.values['words']}
    error={tried?.no.field === 'words' ? visitNo(tried.no, eyes.language) : null}
  />
)

function TakeOver({ visit, label, no }: { visit: Visit; label: string; no: string }) {
  return (
    <section class="blok antwoord">
      <ActForm act="cover" visit={visit} label={label}>
        <div class="rij knoppen">
          <Button name="answer" value="yes" icon="check">
            {label}
          </Button>
          <Button name="answer" value="no" kind="quiet">
            {no}
          </Button>
        </div>
      </ActForm>
    </section>
  )
}

/** Another moment: proposed, and so once the other says yes. */
export function MovePart({ visit, may, free, tried, eyes }: VisitProps) {
  const text = visitOneText(eyes.language).one
  if (!may.move) return null
  const mine = tried?.act === 'move' ? tried : null
  const others = free.filter(
    ({ cover, id }) => cover !== visit.host && cover !== visit.visitor && id !== visit.offerId,
  )
  return (
    <Fold summary={text.other} id="verzetten" open={mine !== null}>
      <ActForm act="move" visit={visit} label={text.other}>
        <MomentChoice free={others} chosen={undefined} tried={mine} eyes={eyes} />
        <Button>{text.propose}</Button>
      </ActForm>
    </Fold>
  )
}

/** Who would take the class over fell out: what the visitor can do now. */
export function NoCoverPart(props: VisitProps) {
  const { visit, may, eyes } = props
  const text = visitOneText(eyes.language).one
  if (!may.goWithout) return null
  return (
    <section class="blok antwoord" aria-labelledby="k-groep">
      <h2 id="k-groep">{text.findCover}</h2>
      <p>{text.findCoverNote}</p>
      <CoverPart {...props} />
      <MovePart {...props} />
      <ActForm act="without" visit={visit} label={text.goWithout}>
        <Button kind="quiet">{text.goWithout}</Button>
      </ActForm>
    </section>
  )
}

/** Who takes the class over can't: a colleague may do it instead. Of a visit that lacks one the visitor asks. */
export function CoverPart({ visit, may, colleagues, tried, eyes }: VisitProps) {
  const text = visitOneText(eyes.language).one
  if (!may.handOver) return null
  const title = may.goWithout ? text.askCover : text.handOver
  if (visit.newCover !== null) {
    return (
      <ActForm act="take-back" visit={visit} label={text.takeBack}>
        <p>{(may.goWithout ? text.colleagueAsked : text.askedColleague)(eyes.nameOf(visit.newCover))}</p>
        <Button kind="quiet">{text.takeBack}</Button>
      </ActForm>
    )
  }
  const mine = tried?.act === 'hand-over' ? tried : null
  const three: readonly string[] = [visit.visitor, visit.host]
  return (
    <Fold summary={title} id="overdragen" open={mine !== null || may.goWithout}>
      <ActForm act="hand-over" visit={visit} label={title}>
        {!may.goWithout && <p class="zacht">{text.handOverNote}</p>}
        <SelectField
          name="colleague"
          label={text.colleague}
          none="–"
          options={colleagues.filter(({ value }) => !three.includes(value))}
          value={mine?.values['colleague']}
          error={mine ? visitNo(mine.no, eyes.language) : null}
        />
        <Button>{text.askColleague}</Button>
      </ActForm>
    </Fold>
  )
}

/** Who would take the class over can't: the visit stays. */
export function FallOutPart({ visit, may, eyes }: VisitProps) {
  const text = visitOneText(eyes.language).one
  if (!may.fallOut) return null
  return (
    <Fold summary={text.cantCover} id="niet-overnemen">
      <ActForm act="fall-out" visit={visit} label={text.cantCover}>
        <p class="zacht">{text.cantCoverNote(eyes.nameOf(visit.visitor))}</p>
        <Button kind="quiet">{text.doCantCover}</Button>
      </ActForm>
    </Fold>
  )
}

/** Calling it off, with a line or without. */
export function CallOffPart({ visit, may, tried, eyes }: VisitProps) {
  const text = visitOneText(eyes.language).one
  if (!may.callOff) return null
  // Who is asked says no thanks instead.
  if (visit.state === 'asked' && visit.waitsFor === eyes.me) return null
  const isOwnQuestion = visit.state === 'asked'
  const title = isOwnQuestion ? text.callOffTake : text.callOff
  const mine = tried?.act === 'call-off' ? tried : null
  return (
    <Fold summary={title} id="afzeggen" open={mine !== null}>
      <ActForm act="call-off" visit={visit} label={title}>
        {visit.offerId !== null && <p class="zacht">{text.callOffNote}</p>}
        <WordsField id="f-words-off" tried={mine} eyes={eyes} />
        <Button kind="quiet">{isOwnQuestion ? text.doTakeBack : text.doCallOff}</Button>
      </ActForm>
    </Fold>
  )
}
