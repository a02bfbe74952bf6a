import type { Language } from '../kernel/language.ts'
import type { Voice } from './round.ts'
import type { SeenRound } from './round-standing.ts'
import { atTime, onShortDay, roundText } from './round-text.ts'
import { type NameOf, type Shown, saidWords } from './round-view.tsx'

/** The record of each closed round: who said what, by name, and what the chair did with it. */
export function RoundRecord({ decision, nameOf, language }: Shown) {
  const text = roundText(language)
  const closed = decision.rounds.filter((round) => round.closed !== null)
  if (closed.length === 0) return null
  return (
    <section class="blok" aria-labelledby="vs-kop">
      <h2 id="vs-kop">{text.record}</h2>
      {closed.map((round) => (
        <>
          <h3>{text.recordOf(round.number)}</h3>
          <Voices decision={decision} round={round} nameOf={nameOf} language={language} />
          <p class="noot">{closedSentence(round, nameOf, language)}</p>
          <SettledLine round={round} nameOf={nameOf} language={language} />
        </>
      ))}
    </section>
  )
}

type OfRound = { round: SeenRound; nameOf: NameOf; language: Language }

function Voices({ decision, round, nameOf, language }: Shown & OfRound) {
  const text = roundText(language)
  const voices = round.voices ?? []
  const says = saidWords(decision, language)
  const plain = voices.filter((voice) => voice.answer.kind === 'consent')
  const spoken = voices.filter((voice) => voice.answer.kind !== 'consent')
  const silent = decision.frame.voters.filter((voter) => !voices.some((voice) => voice.person === voter))
  return (
    <>
      {voices.length === 0 && <p>{text.noVoices}</p>}
      <dl class="akte-dl">
        {plain.length > 0 && (
          <div>
            <dt>{says.consent}</dt>
            <dd>{plain.map((voice) => nameOf(voice.person)).join(', ')}</dd>
          </div>
        )}
        {spoken.map((voice) => (
          <div>
            <dt>{nameOf(voice.person)}</dt>
            <dd>
              {says[voice.answer.kind]}
              <Said voice={voice} language={language} />
            </dd>
          </div>
        ))}
      </dl>
      {silent.length > 0 && <p class="noot">{text.silent(silent.map(nameOf).join(', '))}</p>}
    </>
  )
}

function Said({ voice, language }: { voice: Voice; language: Language }) {
  const { answer, withdrawnAt } = voice
  const words = answer.kind === 'objection' ? answer.reason : answer.kind === 'concern' ? answer.text : null
  return (
    <>
      {words && <span class="regels">: “{words}”</span>}
      {withdrawnAt && <small>{roundText(language).takenBack(atTime(withdrawnAt, language))}</small>}
    </>
  )
}

function closedSentence({ closed }: SeenRound, nameOf: NameOf, language: Language) {
  const text = roundText(language)
  if (closed === null) return ''
  const when = atTime(closed.at, language)
  return closed.by === null ? text.closedByTime(when) : text.closedBy(nameOf(closed.by), when)
}

function SettledLine({ round, nameOf, language }: OfRound) {
  const text = roundText(language)
  if (round.settled === null) return null
  const { way, note, by, at } = round.settled
  return (
    <p>
      <b>{text.way[way]}.</b> <span class="regels">{note}</span>{' '}
      <small>({text.settledBy(nameOf(by), onShortDay(at, language))})</small>
    </p>
  )
}
