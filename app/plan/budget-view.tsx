import { hasRole } from '../session/actor.ts'
import { ArrowLink } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { type Budget, isSaid } from './budget.ts'
import { type BudgetReader, fitSentence, normSentence, ownerSentence } from './budget-sentence-view.ts'
import { budgetText, hoursIn } from './budget-text.ts'
import type { Roster } from './roster.ts'

type Props = { budget: Budget; roster: Roster; reader: BudgetReader }

/** The week as a bar with its words: what is asked, what there is, and the norm. */
export function BudgetBlock({ budget, roster, reader }: Props) {
  const text = budgetText(reader.language)
  const owner = ownerSentence(budget, roster, reader)
  const weeks = hoursIn(budget.weeks, reader.language)
  return (
    <>
      <p class="kernzin">{fitSentence(budget, reader)}</p>
      {owner && <p>{owner}</p>}
      {isSaid(budget) && <Bar budget={budget} reader={reader} />}
      {budget.plannedYear > 0 && <p class="noot">{text.weeks(String(budget.plannedYear), weeks)}</p>}
      {budget.norm !== null && <p class="noot">{normSentence(budget, reader)}</p>}
      {(budget.week === null || budget.pupils === null) && <ToSettings reader={reader} />}
    </>
  )
}

const ToSettings = ({ reader }: { reader: BudgetReader }) =>
  hasRole(reader.actor, 'coordinator') || hasRole(reader.actor, 'administrator') ? (
    <p>
      <ArrowLink href="/settings#frames">{budgetText(reader.language).toSettings}</ArrowLink>
    </p>
  ) : null

type Part = 'plan' | 'care' | 'room' | 'left' | 'norm'
const LOOK: Readonly<Record<Part, string>> = {
  plan: 'r1',
  care: 'r2',
  room: 'r3',
  left: 'r5',
  norm: 'r4',
}

/** The bar says nothing that the list below it does not say in words. */
function Bar({ budget, reader: { language } }: { budget: Budget; reader: BudgetReader }) {
  const text = budgetText(language)
  const parts = partsOf(budget)
  return (
    <>
      <Drawn parts={parts} budget={budget} />
      <dl class="ruimte-dl" aria-label={text.barSays}>
        {parts.map(([part, hours]) => (
          <div>
            <dt>
              <i class={LOOK[part]} aria-hidden="true" />
              {text.parts[part]}
            </dt>
            <dd>{text.hours(hoursIn(hours, language))}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

const HEIGHT = 32

type Drawn = { parts: readonly (readonly [Part, number])[]; budget: Budget }

/** Widths are parts of the whole; a line stands where the hours that there are end, when more is asked. */
function Drawn({ parts, budget: { over, week } }: Drawn) {
  const whole = parts.reduce((sum, [, hours]) => sum + hours, 0)
  const share = (hours: number) => Math.round((1000 * hours) / whole) / 10
  const before = (place: number) => parts.slice(0, place).reduce((sum, [, hours]) => sum + hours, 0)
  return (
    <svg class="ruimte" width="100%" height={HEIGHT + 16} aria-hidden="true" focusable="false">
      <defs>
        <pattern
          id="ruimte-arcering"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path class="arcering" d="M0 0V6" />
        </pattern>
      </defs>
      {parts.map(([part, hours], place) => (
        <rect
          class={LOOK[part]}
          x={`${share(before(place))}%`}
          y="8"
          width={`${share(hours)}%`}
          height={HEIGHT}
        />
      ))}
      {over > 0 && week !== null && (
        <line class="grens" x1={`${share(week)}%`} x2={`${share(week)}%`} y1="0" y2={HEIGHT + 16} />
      )}
    </svg>
  )
}

/** What the week is made of, in the order of the bar; parts of nothing are left out. */
function partsOf(budget: Budget): (readonly [Part, number])[] {
  const all: (readonly [Part, number])[] = [
    ['plan', budget.plan],
    ['care', budget.care],
    ['room', budget.room],
    ['left', budget.left],
    // A week that holds too much is not made longer by the norm; the sentence says it.
    ['norm', budget.over > 0 ? 0 : budget.toNorm],
  ]
  return all.filter(([, hours]) => hours > 0)
}

/** On the plan while it is written, and where it is put to the team: only when it does not fit, with its owner. */
export function OverBudget({ budget, roster, reader, href }: Props & { href: string }) {
  if (budget.over === 0) return null
  return (
    <Notice title={fitSentence(budget, reader)}>
      <p>{ownerSentence(budget, roster, reader)}</p>
      <ArrowLink href={href}>{budgetText(reader.language).toBudget}</ArrowLink>
    </Notice>
  )
}

/** The same in one line where there is little room; a plan that fits says so too. */
export function FitLine({ budget, reader, href }: Omit<Props, 'roster'> & { href: string }) {
  if (!isSaid(budget) || budget.over > 0) return null
  return (
    <p>
      {fitSentence(budget, reader)} <a href={href}>{budgetText(reader.language).toBudget}</a>
    </p>
  )
}
