import { goalHref } from '../adoption/goal-place.ts'
import { longDay } from '../kernel/day.ts'
import { ArrowLink } from '../ui/button.tsx'
import type { Stretch } from './effect.ts'
import { shownNumber } from './pattern.ts'
import type { PatternSheet } from './pattern-sheet.ts'
import { patternText } from './pattern-text.ts'
import type { GoalEffect } from './scene.ts'
import { solvedText } from './solved-text.ts'

/** Whether questions became fewer since the team made a goal of a topic: before and after, in numbers. */
export function EffectsView({ sheet }: { sheet: PatternSheet }) {
  const { effects } = sheet.scene
  if (effects.length === 0) return null
  return (
    <section class="blok" aria-labelledby="k-effect">
      <h2 id="k-effect">{solvedText(sheet.language).effects}</h2>
      <ul class="effecten">
        {effects.map((effect) => (
          <Effect one={effect} sheet={sheet} />
        ))}
      </ul>
    </section>
  )
}

function Effect({ one, sheet }: { one: GoalEffect; sheet: PatternSheet }) {
  const text = solvedText(sheet.language)
  const { record, effect, since } = one
  return (
    <li>
      <h3>{sheet.nameOf(record.topic)}</h3>
      <p class="noot">{text.effectSince(longDay(since, sheet.language))}</p>
      <dl class="voor-na">
        <Numbers label={text.effectBefore} stretch={one.before} sheet={sheet} />
        {effect.says !== 'too-soon' && <Numbers label={text.effectAfter} stretch={one.after} sheet={sheet} />}
      </dl>
      <p>
        {text.effect[effect.says]} {effect.says !== 'too-soon' && effect.mayBeChance && text.chance}
      </p>
      {record.goal && (
        <ArrowLink href={goalHref(record.goal)}>
          {record.goal.entryId ? patternText(sheet.language).toGoal : patternText(sheet.language).toAmendment}
        </ArrowLink>
      )}
    </li>
  )
}

/** One or two questions would point at somebody: those are 'fewer than three'. */
function Numbers({ label, stretch, sheet }: { label: string; stretch: Stretch; sheet: PatternSheet }) {
  const text = solvedText(sheet.language)
  const number = shownNumber(stretch.number)
  return (
    <div>
      <dt>{label}</dt>
      <dd>{text.inWeeks(number === null ? text.fewThan : String(number), text.weeks(stretch.weeks))}</dd>
    </div>
  )
}
