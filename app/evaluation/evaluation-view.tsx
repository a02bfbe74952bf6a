import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { dayOf, longDay, shortDay } from '../kernel/day.ts'
import type { EntryId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { plainOf } from '../kernel/rich.ts'
import { type Entry, isGoal, textOf } from '../plan/entry.ts'
import type { Plan } from '../plan/plan.ts'
import { isOwner } from '../plan/plan-may.ts'
import { goalNumbers, type Lookup, trackName } from '../plan/plan-sheet.ts'
import type { Reader } from '../session/actor.ts'
import { inOnePiece } from '../ui/compiled.ts'
import { Fold } from '../ui/details.tsx'
import { RichText } from '../ui/rich.tsx'
import type { Talk } from '../writing/comment.ts'
import { EVALUATION_TEXTS, type Evaluation, isSaid, type Time, textIn } from './evaluation.ts'
import { EvaluationForm, type Tried } from './evaluation-form-view.tsx'
import { mayEvaluate } from './evaluation-may.ts'
import { EvaluationTalk } from './evaluation-talk-view.tsx'
import { evaluationText } from './evaluation-text.ts'

/** Everything that a page of evaluations shows to one reader. */
export type Looking = {
  readonly plan: Plan
  readonly time: Time
  /** Those that the reader may read. */
  readonly evaluations: readonly Evaluation[]
  readonly lookup: Lookup
  /** All that was said about looking back on this plan. */
  readonly talk: Talk
  readonly reader: Reader
  /** '/plan/…/evaluation' */
  readonly href: string
  readonly open: EntryId | null
  readonly tried: Tried | null
  /** What a higher room shows with a goal or track. */
  readonly beside: ReadonlyMap<EntryId, Child>
}

/** Looking back on the plan, entry by entry: one's own first. */
export function EvaluationList(looking: Looking) {
  const { plan, reader } = looking
  const text = evaluationText(reader.language)
  const mine = plan.entries.filter((entry) => !isGoal(entry) && isOwner(reader.actor, entry))
  const others = (kind: Entry['kind']) =>
    plan.entries.filter((entry) => entry.kind === kind && !mine.includes(entry))
  return (
    <>
      <Part {...looking} id="eigen" title={text.mine} entries={mine} />
      <Part
        {...looking}
        id="doelen"
        title={text.goals}
        entries={[...others('general-goal'), ...others('team-goal')]}
      />
      <Part {...looking} id="leerteams" title={text.teams} entries={others('learning-team-track')} />
      <Part
        {...looking}
        id="trajecten"
        title={text.tracks}
        under={text.shared}
        entries={others('teacher-track').filter((entry) => isToRead(looking, entry))}
      />
    </>
  )
}

/** A colleague's track only when there is something to read or to write: who did not write yet is nobody's list. */
const isToRead = (looking: Looking, entry: Entry) =>
  looking.evaluations.some((one) => one.entryId === entry.id && isSaid(one)) ||
  mayEvaluate(looking.reader.actor, looking.plan, entry).may

type PartProps = Looking & { id: string; title: string; under?: string; entries: readonly Entry[] }

function Part({ id, title, under, entries, ...looking }: PartProps) {
  if (entries.length === 0) return null
  return (
    <section class="blok" aria-labelledby={`k-${id}`}>
      <h2 id={`k-${id}`}>{title}</h2>
      {under && <p class="noot">{under}</p>}
      {entries.map((entry) => (
        <One {...looking} entry={entry} />
      ))}
    </section>
  )
}

type OneProps = Looking & { entry: Entry }

const find = (looking: Looking, entry: Entry, time: Time) =>
  looking.evaluations.find((one) => one.entryId === entry.id && one.time === time) ?? null

function One({ entry, ...looking }: OneProps) {
  const { reader, plan, time, open } = looking
  const text = evaluationText(reader.language)
  const evaluation = find(looking, entry, time)
  const may = mayEvaluate(reader.actor, plan, entry).may
  return (
    <article class="terugblik" id={`e-${entry.id}`} aria-labelledby={`t-${entry.id}`}>
      <h3 id={`t-${entry.id}`}>{titleOf(entry, looking)}</h3>
      <Agreed entry={entry} language={reader.language} />
      {looking.beside.get(entry.id)}
      {time === 'end' && <Halfway {...looking} entry={entry} />}
      <Said evaluation={evaluation} entry={entry} {...looking} />
      <EvaluationTalk {...looking} {...{ entry, evaluation }} title={titleOf(entry, looking)} />
      {may && (
        <Fold
          summary={isSaid(evaluation) ? text.writeOn : text.write}
          id={`schrijf-${entry.id}`}
          open={open === entry.id}
        >
          <EvaluationForm
            {...{ entry, evaluation, time, reader }}
            href={looking.href}
            tried={open === entry.id ? looking.tried : null}
            lookup={looking.lookup}
          />
        </Fold>
      )}
    </article>
  )
}

function titleOf(entry: Entry, { plan, lookup }: Looking) {
  if (!isGoal(entry)) return trackName(entry, lookup)
  return `${goalNumbers(plan).get(entry.id)}. ${plainOf(textOf(entry, 'title'))}`
}

/** How and when one would look back, as the plan says. */
function Agreed({ entry, language }: { entry: Entry; language: Language }) {
  const text = evaluationText(language)
  const days = entry.moments.map((moment) => shortDay(moment.onDay, language)).join(', ')
  const how = textOf(entry, 'evaluation') || (days === '' ? '' : text.days(days))
  if (how === '') return null
  return (
    <div class="zacht">
      {text.agreedHow}: <RichText text={how} />
    </div>
  )
}

function Halfway({ entry, ...looking }: OneProps) {
  const text = evaluationText(looking.reader.language)
  const mid = find(looking, entry, 'mid')
  if (!isSaid(mid)) return null
  return (
    <Fold summary={text.halfway}>
      <Words evaluation={mid} entry={entry} language={looking.reader.language} />
    </Fold>
  )
}

function Said({ evaluation, entry, reader, lookup, plan }: OneProps & { evaluation: Evaluation | null }) {
  const text = evaluationText(reader.language)
  if (isSaid(evaluation)) {
    const by = evaluation.by ? lookup.people.get(evaluation.by)?.name : undefined
    return (
      <>
        <Words evaluation={evaluation} entry={entry} language={reader.language} />
        {by && (
          <p class="noot">{text.writtenBy(by, longDay(dayOf(new Date(evaluation.at)), reader.language))}</p>
        )}
      </>
    )
  }
  return isGoal(entry) && !mayEvaluate(reader.actor, plan, entry).may ? (
    <p class="noot">{text.nothing}</p>
  ) : null
}

type WordsProps = { evaluation: Evaluation; entry: Entry; language: Language }

const drawn = new WeakMap<Evaluation, Map<Language, ReturnType<typeof raw>>>()

/** What was written and chosen, to read; drawn once, for an evaluation is a new object when anything in it changes. */
export function Words(props: WordsProps) {
  const { evaluation, language } = props
  const pieces = drawn.get(evaluation) ?? new Map<Language, ReturnType<typeof raw>>()
  drawn.set(evaluation, pieces)
  const html = pieces.get(language) ?? raw(inOnePiece(String(drawWords(props))))
  pieces.set(language, html)
  return html
}

function drawWords({ evaluation, entry, language }: WordsProps) {
  const text = evaluationText(language)
  const { reached, next, decided } = evaluation
  return (
    <dl class="akte-dl">
      {EVALUATION_TEXTS.filter((field) => textIn(evaluation, field) !== '').map((field) => (
        <Line term={text.read[field]}>
          <div class="serif">
            <RichText text={textIn(evaluation, field)} />
          </div>
        </Line>
      ))}
      {isGoal(entry) && reached && <Line term={text.reachedLabel}>{text.reached[reached]}</Line>}
      {next && (
        <Line term={text.next}>
          {text.readNext[next]}
          {decided && <small> {text.decidedOn(longDay(dayOf(new Date(decided)), language))}</small>}
        </Line>
      )}
    </dl>
  )
}

const Line = ({ term, children }: { term: string; children: Child }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
)
