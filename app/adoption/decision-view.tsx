import { plainOf } from '../kernel/rich.ts'
import { isGoal, TEXTS_OF, textOf } from '../plan/entry.ts'
import { fieldLabels } from '../plan/entry-text.ts'
import { entryOf, type Plan } from '../plan/plan.ts'
import { ChairActs, TakeBack } from '../round/chair-view.tsx'
import { RoundRecord } from '../round/record-view.tsx'
import { roomText } from '../round/round-room-text.ts'
import { type SeenDecision, seenLast } from '../round/round-standing.ts'
import { atTime, roundText } from '../round/round-text.ts'
import { type NameOf, StandingBlock, TextChange, WayOfText } from '../round/round-view.tsx'
import { type Refused, typedText, VoiceForm } from '../round/voice-view.tsx'
import type { Reader } from '../session/actor.ts'
import { ArrowLink } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { TextField } from '../ui/field.tsx'
import { RichText } from '../ui/rich.tsx'
import { SignsFold } from '../writing/signs-view.tsx'
import type { Item } from './adoption.ts'
import { adoptionText } from './adoption-text.ts'
import type { HeldIn } from './held-desk.ts'
import { HeldLine } from './held-view.tsx'
import { decisionTitle, itemLabel } from './item-view.ts'

export type DecisionViewProps = {
  decision: SeenDecision
  item: Item
  plan: Plan
  reader: Reader
  nameOf: NameOf
  /** Where the forms of this page post to, and the page of all decisions. */
  action: string
  href: string
  may: { readonly lead: boolean; readonly write: boolean }
  refused: Refused | null
  closesAt: string
  /** The meeting in which it is decided; null: outside one. */
  held: HeldIn | null
}

/** One text that is put to the team: the text, what changed and why, the rule, my voice, its way. */
export function DecisionView(props: DecisionViewProps) {
  const { decision, nameOf, reader, action, refused, may } = props
  const { language } = reader
  return (
    <>
      <Head {...props} />
      <HeldLine held={props.held} language={language} />
      <div class="twee">
        <div class="kolom">
          <TextChange {...{ decision, nameOf, language }} />
          <StandingBlock {...{ decision, language }} />
          <RoundRecord {...{ decision, nameOf, language }} />
        </div>
        <div class="kolom">
          <VoiceForm {...{ decision, action, refused, language }} name={reader.actor.name} />
          <TakeBack {...{ decision, action, language }} person={reader.actor.personId} />
          {may.lead && (
            <ChairActs
              {...{ decision, action, language, refused }}
              closesAt={props.closesAt}
              newText={<NewText {...props} />}
            />
          )}
        </div>
      </div>
      <WayOfText {...{ decision, language }} />
    </>
  )
}

const SHORT = 280

function Head({ decision, item, plan, reader, nameOf, href }: DecisionViewProps) {
  const { language } = reader
  const [text, round] = [roundText(language), seenLast(decision)]
  const isShort = round.text.length <= SHORT && !round.text.includes('\n')
  const when = round.closed
    ? text.closedOn(atTime(round.closed.at, language))
    : round.held === 'room'
      ? roomText(language).openInRoom
      : text.openUntil(atTime(round.closesAt, language))
  return (
    <div class="besluitkop">
      <p class="herkomst">
        <span>
          {isShort ? decisionTitle(plan, decision, reader) : text.chairIs(nameOf(decision.frame.chair))}
        </span>
        <span>{when}</span>
      </p>
      <h1>{isShort ? plainOf(round.text) : itemLabel(plan, item, reader)}</h1>
      {!isShort && (
        <Fold summary={text.fullText} open={decision.about !== 'plan'}>
          <div class="serif">
            <RichText text={round.text} />
          </div>
        </Fold>
      )}
      <p class="rij">
        {item.about === 'plan' && <ArrowLink href={planOf(href)}>{adoptionText(language).toPlan}</ArrowLink>}
        <ArrowLink href={href}>{adoptionText(language).toDecisions}</ArrowLink>
      </p>
    </div>
  )
}

/** The plan of which this is the page of decisions. */
const planOf = (href: string) => href.replace(/\/decision$/, '')

/** The text for the next round: written here where it is one thing, else in the plan. */
function NewText({ decision, item, plan, reader, may, refused, href }: DecisionViewProps) {
  const text = adoptionText(reader.language)
  if (decision.standing.now.is === 'no-quorum') return null
  if (!may.write) return <p>{text.askCoordinator(reader.terms)}</p>
  const fields = textFields(plan, item, reader)
  if (fields.length === 0) {
    return (
      <p>
        {text.changeInPlan} <ArrowLink href={planOf(href)}>{text.toPlan}</ArrowLink>
      </p>
    )
  }
  return (
    <>
      <p>{text.changeHere}</p>
      {fields.map(({ name, label, value }) => (
        <TextField
          name={name}
          id={`f-${name}`}
          label={label}
          rows={3}
          value={typedText(refused?.typed, name) ?? value}
          error={null}
        />
      ))}
      <SignsFold language={reader.language} />
    </>
  )
}

/** The fields of an item that are written on its own page: a principle, or a goal. */
export function textFields(plan: Plan, item: Item, { language, terms }: Pick<Reader, 'language' | 'terms'>) {
  if (item.about === 'principle') {
    const principle = plan.principles.find((one) => one.id === item.subjectId)
    return principle
      ? [{ name: 'text', label: adoptionText(language).changeText, value: principle.text.text }]
      : []
  }
  const goal = item.about === 'goal' ? entryOf(plan, item.subjectId) : null
  if (!goal || !isGoal(goal)) return []
  const labels = fieldLabels(language, terms, 'coordinator')
  return TEXTS_OF[goal.kind].map((field) => ({
    name: `text-${field}`,
    label: labels[field],
    value: textOf(goal, field),
  }))
}
