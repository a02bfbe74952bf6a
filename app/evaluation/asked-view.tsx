import type { Language, Terms } from '../kernel/language.ts'
import { type Entry, isGoal } from '../plan/entry.ts'
import type { Plan } from '../plan/plan.ts'
import { goalNumbers, type Lookup, trackName } from '../plan/plan-sheet.ts'
import { ArrowLink } from '../ui/button.tsx'
import type { Asked } from './asked.ts'
import { teamLookText } from './team-look-text.ts'

type Words = { readonly language: Language; readonly terms: Terms }
type Named = { readonly plan: Plan; readonly lookup: Lookup; readonly words: Words }

/** One line of what is asked: in words, with the way to write it. */
export type AskedLine = {
  readonly key: string
  readonly title: string
  readonly note: string
  readonly act: string
  readonly href: string
}

/** 'doel 3', 'leerteam Rekenen', 'Anouk': as short as a list can say it. */
function nameOf(entry: Entry, { plan, lookup, words }: Named) {
  if (!isGoal(entry)) return trackName(entry, lookup)
  return words.language === 'nl'
    ? `doel ${goalNumbers(plan).get(entry.id)}`
    : `goal ${goalNumbers(plan).get(entry.id)}`
}

export function askedLine(asked: Asked, named: Named): AskedLine {
  const { asks } = teamLookText(named.words.language)
  const page = `/plan/${named.plan.id}/evaluation?time=${asked.time}`
  if (asked.kind !== 'entry') {
    const field = asked.kind === 'answer' ? 'conditionsAnswer' : 'conditions'
    return {
      key: `look-back:${named.plan.id}:${asked.time}:${asked.kind}`,
      ...asks[asked.kind],
      href: `${page}#samen-${field}`,
    }
  }
  const { title, own, note, act } = asks.entry
  return {
    key: `look-back:${asked.entry.id}:${asked.time}`,
    title: asked.own ? own : title(nameOf(asked.entry, named)),
    note,
    act,
    href: `${page}&entry=${asked.entry.id}#e-${asked.entry.id}`,
  }
}

type AskedProps = Named & { mine: readonly Asked[]; team: readonly Entry[] }

/** On the page of a meeting that looks back: what is asked of who reads it, and what the team is still writing. */
export function AskedBeforehand({ mine, team, ...named }: AskedProps) {
  const text = teamLookText(named.words.language)
  return (
    <section class="blok" aria-labelledby="k-terugvooraf">
      <h2 id="k-terugvooraf">{text.stillAsked}</h2>
      {mine.length === 0 ? (
        <p class="noot">{text.nothingAsked}</p>
      ) : (
        <ul class="punten">
          {mine.map((asked) => {
            const line = askedLine(asked, named)
            return (
              <li>
                <ArrowLink href={line.href}>{line.title}</ArrowLink>
              </li>
            )
          })}
        </ul>
      )}
      {team.length > 0 && (
        <p class="noot">
          {text.gathered}: {team.map((entry) => nameOf(entry, named)).join(', ')}. {text.stillAskedNote}
        </p>
      )}
    </section>
  )
}
