import { ArrowLink } from '../ui/button.tsx'
import { hangingIn } from './hanging.ts'
import { LineCarries } from './hanging-view.tsx'
import { mayMove } from './plan-may.ts'
import type { Drawing } from './plan-sheet-view.ts'

/** The vision at the top of the rail: each line with what hangs on it this year. */
export function Vision({ d }: { d: Drawing }) {
  const { lines, below } = hangingIn(d.plan, d.sheet.roster)
  return (
    <section id="vision">
      <h2>{d.text.vision}</h2>
      {lines.length === 0 && <p class="noot">{d.text.noVision}</p>}
      {lines.length === 0 && mayMove(d.actor).may && <ArrowLink href="/vision">{d.text.toVision}</ArrowLink>}
      <ul class="visie">
        {lines.map(({ id, text, retiredAt }, place) => (
          <li
            id={`line-${id}`}
            class={below.has(id) ? undefined : 'leeg'}
            tabindex={-1}
            data-n={`l${place + 1}`}
          >
            {text}
            <small>
              {retiredAt ? `${d.text.lineRetired} · ` : ''}
              <LineCarries id={id} d={d} />
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
