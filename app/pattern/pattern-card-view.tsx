import { type GoalPlace, goalHref } from '../adoption/goal-place.ts'
import type { Language } from '../kernel/language.ts'
import { yearTitle } from '../kernel/school-year.ts'
import { capital } from '../kernel/sentence.ts'
import { ArrowLink } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { PostButton } from '../ui/form.tsx'
import { Icon } from '../ui/icons.tsx'
import { PatternAgenda } from './pattern-agenda-view.tsx'
import { cardId, fieldsOf, type PatternSheet, TOGETHER } from './pattern-sheet.ts'
import { patternText } from './pattern-text.ts'
import type { PatternCard } from './scene.ts'
import { isSameTerm } from './term.ts'

export type CardProps = { card: PatternCard; sheet: PatternSheet }

/** A topic that came back: the number, what it is compared with, and what the team can do with it. */
export function PatternCardView({ card, sheet }: CardProps) {
  const text = patternText(sheet.language)
  const { count, goal } = card
  const id = cardId(card)
  return (
    <li class="terugkeer" id={id}>
      <h3 id={`${id}-kop`}>{text.count(count.number, sheet.nameOf(count.topic))}</h3>
      <p class="noot">{about({ card, sheet })}</p>
      <Sentences {...{ card, sheet }} />
      {goal?.goal ? (
        <p class="patroondoel">
          <Icon name="check" />
          <span>{text.goalMade}</span>
          <ArrowLink href={goalHref(goal.goal)}>
            {goal.goal.entryId ? text.toGoal : text.toAmendment}
          </ArrowLink>
        </p>
      ) : (
        <Goal {...{ card, sheet }} />
      )}
      <More {...{ card, sheet }} />
    </li>
  )
}

/** When, and beside what. */
function about({ card: { count, term }, sheet }: CardProps): string {
  const text = patternText(sheet.language)
  const isNow = isSameTerm(term, sheet.scene.term)
  return [
    `${capital(text[isNow ? 'since' : 'between'][term.number])}.`,
    isNow ? '' : text.previousTerm,
    count.pattern === 'rise' ? text.rise : '',
    count.before === null ? '' : text.before(count.before),
  ]
    .filter((part) => part !== '')
    .join(' ')
}

function Sentences({ card, sheet }: CardProps) {
  const text = patternText(sheet.language).texts
  const sentences = (card.record && sheet.texts.get(card.record.id)?.sentences) ?? []
  if (sentences.length === 0) return null
  return (
    <div class="patroonzinnen">
      <h4>{text.head}</h4>
      <ul>
        {sentences.map((sentence) => (
          <li>
            <q>{sentence}</q>
          </li>
        ))}
      </ul>
      <p class="noot">{text.note}</p>
    </div>
  )
}

/** What the button says that makes a goal there. */
export const goalLabel = ({ kind, year }: GoalPlace, language: Language) =>
  kind === 'draft'
    ? patternText(language).draftIn(yearTitle(year))
    : patternText(language).amendIn(yearTitle(year))

/** One click: a draft in the plan that is written, a proposal in the one that is adopted, or kept for the next. */
function Goal({ card, sheet }: CardProps) {
  const text = patternText(sheet.language)
  const [first] = sheet.places
  return (
    <div class="patroonkeus">
      <p>{text.proposal}</p>
      {sheet.places.map((place, at) => (
        <PostButton
          action={TOGETHER}
          hidden={{ ...fieldsOf(card, 'goal'), plan: place.planId }}
          kind={at === 0 ? 'main' : 'quiet'}
          icon="plus"
          about={sheet.nameOf(card.count.topic)}
        >
          {goalLabel(place, sheet.language)}
        </PostButton>
      ))}
      {first && <p class="noot">{first.kind === 'draft' ? text.draftNote : text.amendNote}</p>}
      {!first && <p class="noot">{sheet.isNoPlace ? text.noPlace : text.waits(sheet.terms)}</p>}
      {!first && sheet.isNoPlace && sheet.isCoordinator && <Keep {...{ card, sheet }} />}
    </div>
  )
}

function Keep({ card, sheet }: CardProps) {
  const text = patternText(sheet.language)
  const isKept = card.record?.keptAt != null
  return (
    <>
      {isKept && <p class="noot">{text.isKept}</p>}
      <PostButton action={TOGETHER} hidden={fieldsOf(card, isKept ? 'unkeep' : 'keep')} kind="quiet">
        {isKept ? text.unkeep : text.keep}
      </PostButton>
    </>
  )
}

/** What one does less often: the agenda for everybody, asking for sentences and letting it rest for who coordinates. */
function More(props: CardProps) {
  const { card, sheet } = props
  const text = patternText(sheet.language)
  return (
    <>
      <PatternAgenda {...props} />
      {sheet.isCoordinator && (
        <Fold summary={text.more}>
          <div class="patroonmeer">
            <AskTexts {...props} />
            <PostButton action={TOGETHER} hidden={fieldsOf(card, 'rest')} kind="link">
              {text.rest}
            </PostButton>
          </div>
        </Fold>
      )}
    </>
  )
}

function AskTexts({ card, sheet }: CardProps) {
  const text = patternText(sheet.language).texts
  const asked = (card.record && sheet.texts.get(card.record.id)?.asked) ?? 0
  return (
    <div>
      {asked < card.count.number && (
        <PostButton action={TOGETHER} hidden={fieldsOf(card, 'texts')} kind="quiet">
          {text.ask}
        </PostButton>
      )}
      <p class="noot">
        {asked > 0 && text.asked(asked)} {text.askNote}
      </p>
    </div>
  )
}
