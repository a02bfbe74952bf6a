import { clock } from '../kernel/day.ts'
import { ArrowLink, Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { Field } from '../ui/field.tsx'
import { HiddenFields, PostButton } from '../ui/form.tsx'
import { Icon } from '../ui/icons.tsx'
import {
  comingWords,
  type HeavyCard,
  type HeavyCardsSheet,
  type HeavyEyes,
  silentWords,
  whenWords,
} from './heavy-sheet-view.ts'
import { heavyText } from './heavy-text.ts'

const ACTION = '/questions/heavy'
type CardProps = { card: HeavyCard; sheet: HeavyCardsSheet }

/** The calls that one may come to: who asks, and what one says to it in one tap. */
export function HeavyCards({ sheet }: { sheet: HeavyCardsSheet }) {
  if (sheet.cards.length === 0) return null
  return (
    <div class="oproepen" id="te-zwaar">
      {sheet.cards.map((card) => (
        <Card card={card} sheet={sheet} />
      ))}
    </div>
  )
}

function Card({ card, sheet }: CardProps) {
  const { call } = card
  const { eyes } = sheet
  const text = heavyText(eyes.language)
  const name = eyes.nameOf(call.asker)
  const isMine = call.coming?.by === eyes.me
  const group = eyes.groupOf(call.asker)
  return (
    <article class="oproep" aria-labelledby={`h-${call.id}`} id={`oproep-${call.id}`}>
      <p class="herkomst">
        <span class="te-zwaar">
          <Icon name="care" />
          {text.title}
        </span>
        <span>{whenWords(call.calledAt, eyes)}</span>
      </p>
      <h2 id={`h-${call.id}`}>{text.asks(name)}</h2>
      <p class="zacht">
        {group && `${group.charAt(0).toLocaleUpperCase(eyes.language)}${group.slice(1)}. `}
        {text.wroteNothing}
      </p>
      {card.questionHref && (
        <p>
          <ArrowLink href={card.questionHref}>{text.readQuestion}</ArrowLink>
        </p>
      )}
      <SoFar card={card} eyes={eyes} />
      {isMine ? <Coming card={card} sheet={sheet} /> : <When card={card} sheet={sheet} />}
      <Others card={card} sheet={sheet} />
      <p class="noot">{text.toldAsker(name)}</p>
    </article>
  )
}

function SoFar({ card: { call }, eyes }: { card: HeavyCard; eyes: HeavyEyes }) {
  const text = heavyText(eyes.language)
  const lines = [
    ...handedLines(call, eyes),
    ...silentLines(call, eyes),
    ...comingLines(call, eyes),
    ...seenLines(call, eyes),
  ]
  if (lines.length === 0) return null
  return (
    <ul class="beloop" aria-label={text.running}>
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )
}

function handedLines({ handed, asker }: HeavyCard['call'], eyes: HeavyEyes): string[] {
  if (!handed) return []
  const text = heavyText(eyes.language)
  const { to, by, at, answer } = handed
  if (to === eyes.me) return [by === null ? text.handedByAsker : text.handedToYou(eyes.nameOf(by))]
  const asked = () => {
    if (by === null) return text.handed(eyes.nameOf(asker), eyes.nameOf(to), whenWords(at, eyes))
    if (by === eyes.me) return text.youHanded(eyes.nameOf(to), whenWords(at, eyes))
    return text.handed(eyes.nameOf(by), eyes.nameOf(to), whenWords(at, eyes))
  }
  return answer === 'no' ? [asked(), text.cannotGo(eyes.nameOf(to), eyes.nameOf(asker))] : [asked()]
}

const silentLines = (call: HeavyCard['call'], eyes: HeavyEyes) =>
  call.handed?.to === eyes.me ? [] : silentWords(call, eyes)

function comingLines({ coming }: HeavyCard['call'], eyes: HeavyEyes): string[] {
  const text = heavyText(eyes.language)
  if (!coming) return []
  if (coming.by !== eyes.me) return [comingWords(coming, eyes)]
  return [coming.at === null ? text.youComeNow : text.youComeAt(clock(coming.at, eyes.language))]
}

function seenLines({ seen, coming, handed }: HeavyCard['call'], eyes: HeavyEyes): string[] {
  const text = heavyText(eyes.language)
  // Who asked somebody to go has seen it.
  if (!seen || coming || handed?.by === seen.by) return []
  const when = whenWords(seen.at, eyes)
  return [seen.by === eyes.me ? text.youSeen(when) : text.seen(eyes.nameOf(seen.by), when)]
}

function Coming(props: CardProps) {
  const { card, sheet } = props
  const text = heavyText(sheet.eyes.language)
  return (
    <>
      <PostButton action={ACTION} hidden={{ ...hiddenOf(props), act: 'came' }}>
        {text.iCame}
      </PostButton>
      <Fold summary={text.otherTime} open={sheet.tried?.call === card.call.id}>
        <When card={card} sheet={sheet} />
      </Fold>
    </>
  )
}

const hiddenOf = ({ card, sheet }: CardProps) => ({ call: card.call.id, back: sheet.back })

/** When one comes: now, at a clock to choose, or at a clock of one's own. */
function When(props: CardProps) {
  const { card, sheet } = props
  const text = heavyText(sheet.eyes.language)
  const tried = sheet.tried?.call === card.call.id ? sheet.tried : null
  const { language } = sheet.eyes
  return (
    <form action={ACTION} method="post" class="ikkom" novalidate>
      <HiddenFields values={{ ...hiddenOf(props), act: 'come' }} />
      <fieldset>
        <legend>{text.whenCome}</legend>
        <div class="rij">
          <Button name="at" value="now">
            {text.comeNow}
          </Button>
          {card.clocks.map((value) => (
            <Button name="at" value={value} kind="quiet">
              {text.comeAt(language === 'nl' ? value.replace(':', '.') : value)}
            </Button>
          ))}
        </div>
      </fieldset>
      <div class="eigenklok">
        <Field
          type="time"
          name="clock"
          id={`f-clock-${card.call.id}`}
          label={text.ownClock}
          value={tried?.clock}
          error={tried?.says}
          narrow
        />
        <Button name="at" value="clock" kind="quiet">
          {text.comeThen}
        </Button>
      </div>
    </form>
  )
}

/** Who can't come: asks who stands in to go, or says so; and that one saw it. */
function Others(props: CardProps) {
  const { card, sheet } = props
  const { call, may, standIns } = card
  const text = heavyText(sheet.eyes.language)
  const hidden = hiddenOf(props)
  return (
    <div class="rij knoppen">
      {call.seen === null && (
        <PostButton action={ACTION} hidden={{ ...hidden, act: 'see' }} kind="quiet" icon="check">
          {text.iSeeIt}
        </PostButton>
      )}
      {may.handOn &&
        standIns
          .filter(({ id }) => call.handed?.to !== id)
          .map(({ id, name }) => (
            <PostButton action={ACTION} hidden={{ ...hidden, act: 'hand-on', to: id }} kind="quiet">
              {text.askToGo(name)}
            </PostButton>
          ))}
      {may.cannot && (
        <PostButton action={ACTION} hidden={{ ...hidden, act: 'cannot' }} kind="quiet">
          {text.cannotNow}
        </PostButton>
      )}
      {may.handOn && standIns.length === 0 && (
        <p class="noot">
          {text.noStandIn} <a href="/office/days#waarneming">{text.chooseStandIn}</a>
        </p>
      )}
    </div>
  )
}
