import type { Child } from 'hono/jsx'
import { dayOf } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { circleOf, type Question, type Rung } from '../question/question.ts'
import type { QuestionEyes } from '../question/question-sheet.ts'
import { ArrowLink, LinkButton } from '../ui/button.tsx'
import { PostButton } from '../ui/form.tsx'
import { Icon } from '../ui/icons.tsx'
import { answerText } from './answer-text.ts'
import type { Lying } from './tray.ts'
import { TRAY } from './tray-sheet.ts'
import { trayText } from './tray-text.ts'
import { dayWords, listed, whenWords } from './tray-words-view.ts'

export type LyingProps = {
  lying: Lying
  eyes: QuestionEyes
  /** The track to which it is tied, as far as this reader may read it. */
  tied: { readonly href: string; readonly about: string } | null
  topic: string | null
  /** Several coordinators share the tray: then one says who takes what. */
  isShared: boolean
  /** The form of an answer; absent: the card has a way to it. */
  children?: Child
  /** Which page of the tray it stands on, to come back to. */
  page: number
}

/** A question as it lies in the tray: who asks since when, the whole ladder, and what was said before. */
export function LyingView(props: LyingProps) {
  const { lying, eyes } = props
  const { question } = lying
  const text = trayText(eyes.language)
  const name = eyes.nameOf(question.asker)
  return (
    <article class="vraagstuk" aria-labelledby={`v-${question.id}`} id={`vraag-${question.id}`}>
      <Origin lying={lying} eyes={eyes} />
      <h2 id={`v-${question.id}`} tabindex={-1}>
        “{question.text.text}”
      </h2>
      <SmallLadder question={question} eyes={eyes} />
      <Hangs {...props} />
      <Said lying={lying} eyes={eyes} />
      <Taking {...props} />
      {props.children ?? (
        <p class="rij">
          <LinkButton href={openHref(question, props.page)} kind="main" about={name}>
            {text.open}
          </LinkButton>
          <ArrowLink href={`/questions/${question.id}`} about={name}>
            {text.whole}
          </ArrowLink>
        </p>
      )}
      <p class="noot">{text.reads(readersIn(question, eyes))}</p>
    </article>
  )
}

export const openHref = ({ id }: Pick<Question, 'id'>, page = 1) =>
  `${TRAY}?open=${id}${page > 1 ? `&page=${page}` : ''}#vraag-${id}`

function Origin({ lying: { question, since }, eyes }: Pick<LyingProps, 'lying' | 'eyes'>) {
  const text = trayText(eyes.language)
  const person = eyes.people.find(({ id }) => id === question.asker)
  const group = person && person.groups.length > 0 ? `, ${person.groups.join(', ')}` : ''
  return (
    <p class="herkomst">
      <span>
        {question.heavyAt !== null && (
          <span class="te-zwaar">
            <Icon name="care" />
            {text.heavy}
          </span>
        )}{' '}
        {eyes.nameOf(question.asker)}
        {group}
      </span>
      <span>{text.since(whenWords(since, eyes.today, eyes.language))}</span>
    </p>
  )
}

/** What was done on each rung; a rung on which nothing stands is left out, without a word about it. */
function SmallLadder({ question, eyes }: { question: Question; eyes: QuestionEyes }) {
  const text = trayText(eyes.language)
  const rungs = question.rungs.filter((rung) => rung.rung < 3 && isWritten(rung))
  const last = question.rungs.find(({ rung }) => rung === 3)
  const helpers = question.asks
    .filter(({ state }) => state === 'yes')
    .map(({ personId }) => eyes.nameOf(personId))
  const withWhom = helpers.length > 0 ? text.withWhom(listed(helpers, text.and)) : text.withColleague
  return (
    <ol class="ladder zinnen klein" aria-label={text.ladder(eyes.nameOf(question.asker))}>
      {rungs.map((rung) => (
        <li>
          <b>{rung.rung === 1 ? text.alone : withWhom}</b>
          <Cycle rung={rung} language={eyes.language} />
        </li>
      ))}
      {helpers.length > 0 && rungs.every(({ rung }) => rung !== 2) && (
        <li>
          <b>{withWhom}</b>
          {answerText(eyes.language).thinkAlong(helpers.length === 1)}
        </li>
      )}
      <li>
        <b>{text.withYou}</b>
        {last && isWritten(last) ? (
          <Cycle rung={last} language={eyes.language} />
        ) : question.heavyAt !== null && question.rung < 3 ? (
          text.askedHeavy
        ) : (
          text.asksYou
        )}
      </li>
    </ol>
  )
}

const isWritten = ({ idea, saw, didAt }: Rung) => idea.text !== '' || saw.text !== '' || didAt !== null

function Cycle({ rung, language }: { rung: Rung; language: Language }) {
  const text = trayText(language)
  return (
    <>
      {rung.idea.text !== '' ? rung.idea.text : rung.didAt !== null && text.did}
      {rung.saw.text !== '' && <small>{text.saw(rung.saw.text)}</small>}
    </>
  )
}

function Hangs({ tied, topic, eyes }: LyingProps) {
  const text = trayText(eyes.language)
  return (
    <>
      {tied && (
        <p class="hangt-aan">
          {text.track} <a href={tied.href}>{tied.about}</a>
        </p>
      )}
      {topic && (
        <p class="noot">
          {text.topic}: {topic}
        </p>
      )}
    </>
  )
}

/** What was answered before, and that it does not work yet. */
function Said({ lying: { answers, question }, eyes }: Pick<LyingProps, 'lying' | 'eyes'>) {
  const text = trayText(eyes.language)
  if (answers.length === 0) return null
  const reply = answers.at(-1)?.reply
  return (
    <div class="eerder">
      <h3>{text.before}</h3>
      <ul>
        {answers.map((answer) => (
          <li>
            <small>
              {eyes.nameOf(answer.by)}, {dayWords(dayOf(new Date(answer.at)), eyes.today, eyes.language)}
            </small>
            <q class="serif">{answer.words}</q>
          </li>
        ))}
      </ul>
      {reply?.as === 'not-yet' && (
        <p>
          {text.notYet(
            eyes.nameOf(question.asker),
            dayWords(dayOf(new Date(reply.at)), eyes.today, eyes.language),
          )}{' '}
          {reply.words !== '' && <span class="serif">{text.notYetWords(reply.words)}</span>}
        </p>
      )}
    </div>
  )
}

/** Who takes it up, for coordinators among themselves. */
function Taking({ lying: { takenBy, question }, eyes, isShared }: LyingProps) {
  const text = trayText(eyes.language)
  if (!isShared) return null
  const about = eyes.nameOf(question.asker)
  const button = (act: 'take' | 'leave') => (
    <PostButton
      action={TRAY}
      hidden={{ act, question: question.id }}
      kind={act === 'take' ? 'quiet' : 'link'}
      about={about}
    >
      {text[act]}
    </PostButton>
  )
  if (takenBy === null) return <div class="rij">{button('take')}</div>
  const isMine = takenBy === eyes.me
  return (
    <div class="rij oppakken">
      <span>{isMine ? text.takenByYou : text.takenBy(eyes.nameOf(takenBy))}</span>
      {button(isMine ? 'leave' : 'take')}
    </div>
  )
}

/** Everybody who reads it besides the asker, this reader last. */
function readersIn(question: Question, eyes: QuestionEyes): string {
  const text = trayText(eyes.language)
  const coordinators = eyes.people
    .filter(({ roles, hasLeft }) => !hasLeft && roles.includes('coordinator'))
    .map(({ id }) => id)
  const all = new Set<PersonId>([...circleOf(question), ...coordinators])
  all.delete(eyes.me)
  return listed([...[...all].map(eyes.nameOf), text.you], text.and)
}
