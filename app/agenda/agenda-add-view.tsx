import { mayAddItem } from '../meeting/meeting-may.ts'
import { LONGEST } from '../meeting/meeting-plan.ts'
import { Button } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice.tsx'
import { Fold } from '../ui/details.tsx'
import { Field, FieldError, TextField } from '../ui/field.tsx'
import { Form, HiddenFields } from '../ui/form.tsx'
import { PurposeAndMinutes } from './agenda-item-form-view.tsx'
import type { Tick } from './agenda-point-view.ts'
import { TickRow } from './agenda-tick-view.tsx'
import { type MeetingSheet, prepares } from './meeting-page-scene.ts'
import { meetingText } from './meeting-text.ts'
import { besideOf, type Trouble, typedIn } from './meeting-trouble-view.ts'
import { allOf } from './meetings-form.ts'

export type AddProps = {
  sheet: MeetingSheet
  /** What is open and not on this agenda yet. */
  offer: readonly Tick[]
  trouble: Trouble | null
}

/** What can go on the agenda: for who prepares all that is open, for everybody a point of their own. */
export function AddToAgenda({ sheet, offer, trouble }: AddProps) {
  const { scene, actor, language } = sheet
  const text = meetingText(language)
  if (!mayAddItem(actor, scene.meeting, 'free').may) return null
  const isOpen = trouble?.form === 'own' || trouble?.form === 'open'
  return (
    <section class="blok" aria-labelledby="erop-kop">
      <h2 id="erop-kop">{text.add}</h2>
      {prepares(sheet) && offer.length > 0 && <OpenPoints {...{ sheet, offer, trouble }} />}
      <Fold summary={text.addOwn} id="eigen-punt" open={isOpen && trouble?.form === 'own'}>
        <OwnPoint sheet={sheet} trouble={trouble?.form === 'own' ? trouble : null} />
      </Fold>
    </section>
  )
}

function OpenPoints({ sheet, offer, trouble }: AddProps) {
  const { scene, language } = sheet
  const text = meetingText(language)
  const typed = trouble?.form === 'open' ? trouble.typed : null
  return (
    <Fold summary={`${text.addOpen} (${offer.length})`} id="staat-open" open={typed !== null}>
      <Form action={`/meeting/${scene.meeting.id}`} label={text.addOpen}>
        <HiddenFields values={{ act: 'open' }} />
        <fieldset class="agendapunten">
          <legend class="vh">{text.addOpen}</legend>
          {offer.map((one) => (
            <TickRow
              one={one}
              checked={typed !== null && allOf(typed, 'point').includes(one.key)}
              language={language}
            />
          ))}
          <FieldError
            id="point-error"
            text={trouble && typed ? besideOf(trouble, 'point', language) : null}
          />
        </fieldset>
        <Button kind="quiet">{text.addOpenNow}</Button>
      </Form>
    </Fold>
  )
}

/** In one's own words: to talk about, or a text to decide on. */
function OwnPoint({ sheet, trouble }: { sheet: MeetingSheet; trouble: Trouble | null }) {
  const { scene, language } = sheet
  const text = meetingText(language)
  const item = { purpose: 'opinion', minutes: 10 } as const
  return (
    <Form action={`/meeting/${scene.meeting.id}`} label={text.addOwn}>
      <HiddenFields values={{ act: 'own' }} />
      {!prepares(sheet) && <p>{text.addOwnTeam}</p>}
      <Field
        name="title"
        id="eigen-titel"
        label={text.itemTitle}
        value={typedIn(trouble, 'title') ?? ''}
        error={besideOf(trouble, 'title', language)}
        maxlength={LONGEST.itemTitle}
      />
      <ChoiceGroup
        legend={text.ownKind}
        name="kind"
        chosen={[typedIn(trouble, 'kind') ?? 'free']}
        choices={[
          { value: 'free', title: text.ownFree, note: text.ownFreeNote },
          { value: 'proposal', title: text.ownProposal, note: text.ownProposalNote },
        ]}
      />
      <TextField
        name="text"
        id="eigen-tekst"
        label={text.itemText}
        hint={text.itemTextHint}
        value={typedIn(trouble, 'text') ?? ''}
        error={besideOf(trouble, 'text', language)}
      />
      <PurposeAndMinutes {...{ item, trouble, language }} of="eigen" />
      <Button kind="quiet">{text.addNow}</Button>
    </Form>
  )
}
