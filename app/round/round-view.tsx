import type { PersonId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { Icon } from '../ui/icons.tsx'
import { type Step, Stepper } from '../ui/stepper.tsx'
import { WordDiff } from '../ui/word-diff.tsx'
import { changedPart } from './changed-part.ts'
import { roomText } from './round-room-text.ts'
import { nowSentence, ruleSentence } from './round-rule-text.ts'
import { countsOf, type SeenDecision, type SeenRound, seenLast } from './round-standing.ts'
import { onShortDay, roundText } from './round-text.ts'

export type NameOf = (person: PersonId) => string
export type Shown = { decision: SeenDecision; nameOf: NameOf; language: Language }

/** What the last round put forward anew, and which objection it answers. */
export function TextChange({ decision, nameOf, language }: Shown) {
  const text = roundText(language)
  const [last, before] = [...decision.rounds].reverse()
  if (!last || !before) return null
  return (
    <section class="blok" aria-labelledby="an-kop">
      <h2 id="an-kop">{text.changed(before.number)}</h2>
      {before.text !== last.text && (
        <p class="wijziging regels">
          <WordDiff {...changedPart(before.text, last.text)} language={language} />
        </p>
      )}
      {objectionsOf(before).map(({ person, reason }) => (
        <p class="zacht mt">
          <b>{text.objectionWas(nameOf(person))}</b> “{reason}”
        </p>
      ))}
      {last.changeNote && (
        <p class="zacht">
          <b>{text.why}</b> {last.changeNote}
        </p>
      )}
    </section>
  )
}

/** What the next text answers: objections of the round, and those that were laid after it. */
const objectionsOf = ({ voices, late }: SeenRound) => [
  ...(voices ?? []).flatMap(({ person, answer }) =>
    answer.kind === 'objection' ? [{ person, reason: answer.reason }] : [],
  ),
  ...late,
]

/** One sentence: when the decision stands and whether it does; below it a mark for each voice. */
export function StandingBlock({ decision, language }: Omit<Shown, 'nameOf'>) {
  const text = roundText(language)
  const { standing } = decision
  return (
    <section class="blok" aria-labelledby="st-kop">
      <h2 id="st-kop">{text.whenStands}</h2>
      <p class="regelzin">
        {ruleSentence(standing, language)} <b>{nowSentence(standing, language)}</b>
      </p>
      <div class="standrij">
        <Marks decision={decision} language={language} />
        <Counts decision={decision} language={language} />
      </div>
    </section>
  )
}

function Marks({ decision, language }: Omit<Shown, 'nameOf'>) {
  const { answered, voters, quorum } = decision.standing
  const places = Array.from({ length: voters }, (_, place) => place)
  return (
    <ol class="stemmen" aria-label={roundText(language).answeredOf(answered, voters)}>
      {places.map((place) => (
        <li class={place < answered ? 'mee' : place === quorum - 1 ? 'genoeg' : undefined} />
      ))}
    </ol>
  )
}

/** Of a closed round only: how many said what. */
function Counts({ decision, language }: Omit<Shown, 'nameOf'>) {
  const counts = countsOf(seenLast(decision))
  if (counts === null) return null
  const [words, room] = [saidWords(decision, language), roomText(language)]
  const { unnamed } = decision.frame
  return (
    <dl class="stand">
      <Count icon="consent" word={words.consent} count={counts.consent} />
      {!unnamed && <Count icon="concern" word={words.concern} count={counts.concern} />}
      <Count icon="objection" word={words.objection} count={counts.objection} />
      {(unnamed || counts.blank > 0) && <Count word={room.choice.blank.toLowerCase()} count={counts.blank} />}
      {counts.late > 0 && <Count icon="objection" word={room.lateCount} count={counts.late} />}
    </dl>
  )
}

type CountProps = { icon?: 'consent' | 'concern' | 'objection'; word: string; count: number }

const Count = ({ icon, word, count }: CountProps) => (
  <div>
    <dt>
      {icon && <Icon name={icon} />}
      {word}
    </dt>
    <dd>{String(count)}</dd>
  </div>
)

/** From the first time it was put forward to the decision. */
export function WayOfText({ decision, language }: Omit<Shown, 'nameOf'>) {
  const text = roundText(language)
  const stands = decision.standing.now.is === 'stands'
  const steps: Step[] = [
    { name: text.put, when: onShortDay(decision.openedAt, language), state: 'done' },
    ...decision.rounds.flatMap((round) => stepsOf(decision, round, language)),
    ...nextStep(decision, language),
    { name: text.adopted, state: stands ? 'done' : 'later' },
  ]
  return (
    <section class="weg" aria-labelledby="weg-kop">
      <h2 id="weg-kop">{text.wayOfText}</h2>
      <Stepper label={text.wayOfText} steps={steps} language={language} />
    </section>
  )
}

/** Where an item is that found no decision. */
function nextStep(decision: SeenDecision, language: Language): Step[] {
  const text = roundText(language)
  const { is } = decision.standing.now
  if (is === 'open' || is === 'stands') return []
  const { settled } = seenLast(decision)
  if (settled) return [{ name: text.way[settled.way], when: onShortDay(settled.at, language), state: 'now' }]
  return [{ name: is === 'no-quorum' ? text.askAgain : text.looking, state: 'now' }]
}

function stepsOf(decision: SeenDecision, round: SeenRound, language: Language): Step[] {
  const text = roundText(language)
  const before = decision.rounds.find((one) => one.number === round.number - 1)
  const adapted = before?.text === round.text ? text.again : text.adapted
  const here: Step = {
    name: text.round(round.number),
    when: whenOf(decision, round, language),
    state: round.closed ? 'done' : 'now',
  }
  return before
    ? [{ name: adapted, when: onShortDay(round.openedAt, language), state: 'done' }, here]
    : [here]
}

function whenOf(decision: SeenDecision, round: SeenRound, language: Language) {
  const text = roundText(language)
  if (round.closed === null)
    return round.held === 'room'
      ? roomText(language).inRoom
      : text.until(onShortDay(round.closesAt, language))
  const { outcome, at } = round.closed
  const word =
    outcome === 'stands' && decision.frame.rule.kind === 'majority' ? text.carried : text.outcome[outcome]
  return `${word}, ${onShortDay(at, language)}`
}

/** What an answer is called under the rule of this decision. */
export const saidWords = (decision: SeenDecision, language: Language) => {
  const text = roundText(language)
  return decision.frame.rule.kind === 'consent' ? text.said : text.voted
}
