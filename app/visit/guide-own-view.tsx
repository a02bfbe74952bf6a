import { Button } from '../ui/button.tsx'
import { Check } from '../ui/choice.tsx'
import { Fold } from '../ui/details.tsx'
import { Field } from '../ui/field.tsx'
import { Form, HiddenFields } from '../ui/form.tsx'
import { LONGEST_POINT, PICKS } from './guide.ts'
import type { GuideProps } from './guide-sheet-view.ts'
import { guideText } from './guide-text.ts'

/** The host chooses: from the list, the visitor's question, or in own words. */
export function PointsForm({ visit, guide, visitor, question, tried, language }: GuideProps) {
  const text = guideText(language)
  const mine = tried?.act === 'points' ? tried : null
  const isChosen = (pick: string) => guide.points.some((point) => point.pick === pick)
  const own = guide.points.filter(({ pick }) => pick === null)
  const isTaken = own.some((point) => point.text === question)
  const summary = guide.points.length === 0 ? text.noPointsYet : text.choose
  return (
    <Fold summary={summary} id="punten" open={mine !== null}>
      <Form action={`/visits/${visit}`} id="points" label={text.choose}>
        <HiddenFields values={{ act: 'points' }} />
        <fieldset class="puntenlijst">
          <legend>{text.choose}</legend>
          <small>{text.chooseHint}</small>
          {question !== '' && !isTaken && (
            <Check name="point" value="asked" label={text.asked(visitor, question)} />
          )}
          {own.map((point) => (
            <Check name="point" value={point.id} label={point.text} checked />
          ))}
          {PICKS.map((pick) => (
            <Check name="point" value={pick} label={text.picks[pick]} checked={isChosen(pick)} />
          ))}
        </fieldset>
        <Field
          name="own"
          label={text.own}
          maxlength={LONGEST_POINT}
          optional={language}
          value={typeof mine?.values['own'] === 'string' ? mine.values['own'] : undefined}
          error={mine?.no.field === 'own' ? text.refusal[mine.no.refused] : null}
        />
        <Button kind="quiet">{text.savePoints}</Button>
      </Form>
    </Fold>
  )
}

/** Who reads along: chosen by whom it is about, and taken back as easily. */
export function ShareForm({ visit, shared, visitor, coordinatorWord, language }: GuideProps) {
  const text = guideText(language)
  const { sharedNow } = text
  const now =
    shared.coordinator || shared.team ? sharedNow.more : shared.visitor ? sharedNow.two : sharedNow.one
  return (
    <Fold summary={`${text.share} ${now}`} id="delen">
      <Form action={`/visits/${visit}`} id="share" label={text.share}>
        <HiddenFields values={{ act: 'share' }} />
        <fieldset class="puntenlijst">
          <legend>{text.share}</legend>
          <small>{text.shareNote}</small>
          <Check name="with" value="visitor" label={text.shareVisitor(visitor)} checked={shared.visitor} />
          <Check
            name="with"
            value="coordinator"
            label={text.shareCoordinator(coordinatorWord)}
            checked={shared.coordinator}
          />
          <Check
            name="with"
            value="team"
            label={text.shareTeam}
            note={text.shareTeamNote}
            checked={shared.team}
          />
        </fieldset>
        <Button kind="quiet">{text.saveShare}</Button>
      </Form>
    </Fold>
  )
}
