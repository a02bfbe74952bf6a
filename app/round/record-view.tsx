import { byName, type Language } from '../kernel/language.ts'
import { ballotsSentence, countedSentence, withHow } from './record-words-view.ts'
import type { Voice } from './round.ts'
import { roomText } from './round-room-text.ts'
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
  return (
    <>
      {round.answered === 0 && <p>{text.noVoices}</p>}
      <dl class="akte-dl">
        {plain.length > 0 && (
          <div>
            <dt>{says.consent}</dt>
            <dd>{plain.map((voice) => withHow(voice, nameOf, language)).join(', ')}</dd>
          </div>
        )}
        {spoken.map((voice) => (
          <div>
            <dt>{withHow(voice, nameOf, language)}</dt>
            <dd>
              {says[voice.answer.kind]}
              <Said voice={voice} language={language} />
            </dd>
          </div>
        ))}
        <CountedLine round={round} nameOf={nameOf} language={language} byConsent={isByConsent(decision)} />
        <BallotsLine round={round} nameOf={nameOf} language={language} />
        <LateLines round={round} nameOf={nameOf} language={language} />
      </dl>
      <Silent decision={decision} round={round} nameOf={nameOf} language={language} />
    </>
  )
}

const isByConsent = ({ frame }: Shown['decision']) => frame.rule.kind === 'consent'

/** Who did not take part: not to be told where hands were counted, for those have no names. */
function Silent({ decision, round, nameOf, language }: Shown & OfRound) {
  const spoke = new Set([...(round.voices ?? []).map(({ person }) => person), ...(round.given ?? [])])
  const silent = decision.frame.voters.filter((voter) => !spoke.has(voter))
  if (silent.length === 0 || round.counted !== null) return null
  return <p class="noot">{roundText(language).silent(silent.map(nameOf).join(', '))}</p>
}

function CountedLine({ round, nameOf, language, byConsent }: OfRound & { byConsent: boolean }) {
  const { counted } = round
  if (counted === null) return null
  const text = roomText(language)
  return (
    <div>
      <dt>{text[counted.method]}</dt>
      <dd>
        {countedSentence(counted, byConsent, language)}
        <small>{text.countedBy(nameOf(counted.by), atTime(counted.at, language))}</small>
      </dd>
    </div>
  )
}

/** A ballot has no name; that somebody gave one has. */
function BallotsLine({ round, nameOf, language }: OfRound) {
  const { given, ballots } = round
  if (given === null || given.length === 0) return null
  const text = roomText(language)
  return (
    <div>
      <dt>{text.ballots}</dt>
      <dd>
        {ballots === null ? text.notOpened : ballotsSentence(ballots, language)}
        <small>{text.gave(given.map(nameOf).sort(byName).join(', '))}</small>
      </dd>
    </div>
  )
}

function LateLines({ round, nameOf, language }: OfRound) {
  const text = roomText(language)
  return (
    <>
      {round.late.map(({ person, reason, at, withdrawnAt }) => (
        <div>
          <dt>{text.late(nameOf(person))}</dt>
          <dd>
            {text.lateOn(atTime(at, language))}
            <span class="regels">: “{reason}”</span>
            {withdrawnAt && <small>{roundText(language).takenBack(atTime(withdrawnAt, language))}</small>}
          </dd>
        </div>
      ))}
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

function closedSentence({ closed, held }: SeenRound, nameOf: NameOf, language: Language) {
  const text = roundText(language)
  if (closed === null) return ''
  const when = atTime(closed.at, language)
  if (held === 'room' && closed.by !== null) return roomText(language).closedInRoom(nameOf(closed.by), when)
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
