import type { VisionLineId } from '../kernel/id.ts'
import { ArrowLink } from '../ui/button.tsx'
import { mayMove } from './plan-may.ts'
import type { Drawing } from './plan-sheet-view.ts'

/** The vision at the top of the rail: each line with what hangs on it this year. */
export function Vision({ d }: { d: Drawing }) {
  const hanging = countHanging(d)
  const lines = d.sheet.roster.visionLines.filter(
    ({ id, retiredAt }) => retiredAt === null || hanging.has(id),
  )
  return (
    <section id="vision">
      <h2>{d.text.vision}</h2>
      {lines.length === 0 && <p class="noot">{d.text.noVision}</p>}
      {lines.length === 0 && mayMove(d.actor).may && <ArrowLink href="/vision">{d.text.toVision}</ArrowLink>}
      <ul class="visie">
        {lines.map((line) => {
          const count = hanging.get(line.id)
          return (
            <li id={`line-${line.id}`} class={count ? undefined : 'leeg'} tabindex={-1}>
              {line.text}
              <small>
                {line.retiredAt ? `${d.text.lineRetired} · ` : ''}
                {count ? countWords(count, d) : d.text.lineEmpty}
              </small>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

type Count = { goals: number; tracks: number }

function countHanging(d: Drawing) {
  const counts = new Map<VisionLineId, Count>()
  for (const entry of d.plan.entries) {
    for (const id of entry.visionLineIds) {
      const count = counts.get(id) ?? { goals: 0, tracks: 0 }
      if (entry.kind === 'general-goal' || entry.kind === 'team-goal') count.goals += 1
      else count.tracks += 1
      counts.set(id, count)
    }
  }
  return counts
}

const countWords = ({ goals, tracks }: Count, d: Drawing) =>
  [goals > 0 && d.text.lineGoals(goals), tracks > 0 && d.text.lineTracks(tracks)].filter(Boolean).join(' · ')
