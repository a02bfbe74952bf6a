import { evaluationText } from '../evaluation/evaluation-text.ts'
import { dayOf, longDay } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { type SchoolYear, yearTitle } from '../kernel/school-year.ts'
import { isGoal } from '../plan/entry.ts'
import { isOpen } from '../plan/plan.ts'
import { aboutOf, firstLine, type Lookup, trackName } from '../plan/plan-sheet.ts'
import { ArrowLink } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { Empty } from '../ui/notice.tsx'
import { Knot, type KnotKind } from '../ui/thread.tsx'
import { type LineStory, linesOf, type Stage, type Strand, spanOf, type YearsStory } from './years.ts'
import { yearsText } from './years-text.ts'

export type YearsProps = { story: YearsStory; lookup: Lookup; language: Language }

/** What became of each vision line over the years: a thread for every goal, the tracks folded below. */
export function YearsView(props: YearsProps) {
  const { story, language } = props
  const text = yearsText(language)
  if (story.lines.length === 0) {
    return (
      <Empty sentence={text.noLines}>
        <ArrowLink href="/vision">{text.toVision}</ArrowLink>
      </Empty>
    )
  }
  if (story.years.length === 0) return <Empty sentence={text.none} />
  return (
    <>
      {story.years.length === 1 && <p class="noot">{text.oneYear}</p>}
      <Legend language={language} />
      {story.lines.map((line) => (
        <LinePart {...props} told={line} />
      ))}
    </>
  )
}

function Legend({ language }: { language: Language }) {
  const { legend } = yearsText(language)
  return (
    <p class="legenda">
      {(['full', 'open', 'loose'] as const).map((kind) => (
        <span>
          <Knot kind={kind} />
          {legend[kind]}
        </span>
      ))}
    </p>
  )
}

type LineProps = YearsProps & { told: LineStory }

function LinePart({ told, ...props }: LineProps) {
  const text = yearsText(props.language)
  const { line, goals, tracks } = told
  return (
    <section class="blok lijnjaren" id={`line-${line.id}`} aria-labelledby={`h-${line.id}`}>
      <h2 id={`h-${line.id}`}>{line.text}</h2>
      {line.retiredAt && (
        <p class="noot">{text.retired(longDay(dayOf(new Date(line.retiredAt)), props.language))}</p>
      )}
      {goals.length + tracks.length === 0 && <p class="noot">{text.nothingEver}</p>}
      {goals.length > 0 && <Strands {...props} told={told} strands={goals} head={text.goal} />}
      {tracks.length > 0 && (
        <Fold summary={text.tracks(tracks.length)}>
          <Strands {...props} told={told} strands={tracks} head={text.track} />
        </Fold>
      )}
    </section>
  )
}

type StrandsProps = LineProps & { strands: readonly Strand[]; head: string }

/** A row for each strand, a column for each year; on a phone each strand tells its years one below the other. */
function Strands({ strands, head, told, ...props }: StrandsProps) {
  const { story, language } = props
  const text = yearsText(language)
  const name = told.line.short || firstLine(told.line.text, 40)
  return (
    <table class={story.years.length > 6 ? 'jaren veel' : 'jaren'}>
      <caption class="vh">
        {text.caption(name)}: {head}
      </caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          {story.years.map((year) => (
            <th scope="col">{yearHead(year, story.years.length)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {strands.map((strand) => (
          <StrandRow {...props} strand={strand} />
        ))}
      </tbody>
    </table>
  )
}

/** '2026–2027', or '26–27' where there are many. */
const yearHead = (year: SchoolYear, count: number) =>
  count > 6 ? `${year.slice(2, 4)}–${year.slice(7)}` : yearTitle(year)

function StrandRow({ strand, ...props }: YearsProps & { strand: Strand }) {
  const { story, lookup, language } = props
  const text = yearsText(language)
  const { from, to } = spanOf(strand)
  const last = strand.stages[to]
  const first = strand.stages[from]
  if (!last || !first) return null
  const before =
    isGoal(last.entry) && aboutOf(first.entry) !== aboutOf(last.entry) ? aboutOf(first.entry) : ''
  return (
    <tr>
      <th scope="row">
        {nameOf(last, lookup, language)}
        {before && <small>{text.before(before)}</small>}
      </th>
      {strand.stages.map((stage, place) => {
        const kind = place < from || place > to ? 'buiten' : place === to ? 'eind' : stage ? 'door' : 'over'
        return (
          <td
            class={kind}
            data-jaar={stage ? yearTitle(story.years[place] ?? stage.plan.schoolYear) : undefined}
          >
            {stage && <StageCell {...props} stage={stage} />}
          </td>
        )
      })}
    </tr>
  )
}

/** The title of a goal, or whose track it is and what about; a link to the plan of that year. */
function nameOf({ plan, entry }: Stage, lookup: Lookup, language: Language) {
  const text = yearsText(language)
  const about = aboutOf(entry)
  const href = `/plan/${plan.id}#e-${entry.id}`
  if (isGoal(entry)) return <a href={href}>{about || text.noTitle}</a>
  return (
    <>
      <a href={href}>{trackName(entry, lookup) || text.noOwner}</a>
      <small>{about || text.stillWriting}</small>
    </>
  )
}

function StageCell({ stage, lookup, language }: YearsProps & { stage: Stage }) {
  const kind: KnotKind = !stage.here ? 'loose' : stage.evaluation ? 'full' : 'open'
  return (
    <>
      <Knot kind={kind} />
      <span>{wordsOf(stage, lookup, language)}</span>
    </>
  )
}

/** How it was looked back on, in words; where nothing can be read, how it stands. */
function wordsOf(stage: Stage, lookup: Lookup, language: Language): string {
  const text = yearsText(language)
  const looked = evaluationText(language)
  const { plan, entry, evaluation } = stage
  if (!stage.here) {
    const lines = linesOf(plan, entry).flatMap((id) => lookup.lines.get(id)?.short ?? [])
    return lines.length > 0 ? text.elsewhere(lines.join(', ')) : text.nowhere
  }
  const said = [
    evaluation?.reached && looked.reached[evaluation.reached],
    evaluation?.next && looked.readNext[evaluation.next].toLowerCase(),
  ].filter(Boolean)
  if (said.length > 0) return said.join(', ')
  if (plan.phase === 'archived') return text.there
  return isOpen(plan.phase) || plan.phase === 'decision' ? text.writing : text.running
}
