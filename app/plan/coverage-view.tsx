import { PostButton } from '../ui/form.tsx'
import { Places } from '../ui/thread.tsx'
import { coverageText } from './coverage-text.ts'
import { mayArrange } from './plan-may.ts'
import type { Drawing } from './plan-sheet-view.ts'
import { hasPlaceExpected, type Placeless, withoutPlace } from './roster.ts'

/** Iedereen een plek: a knot for each, the sentence in words, and one action that gives the others a light track. */
export function Coverage({ d }: { d: Drawing }) {
  const text = coverageText(d.language)
  const { roster } = d.sheet
  const placeless = withoutPlace(d.plan, roster)
  const missing = new Set(placeless.map((one) => one.personId ?? one.learningTeamId))
  const people = roster.people.filter(hasPlaceExpected)
  const rows = [people, roster.learningTeams].map((row) => row.map(({ id }) => !missing.has(id)))
  const all = people.length + roster.learningTeams.length
  return (
    <section id="places">
      <h2>{text.title}</h2>
      <Places rows={rows.filter((row) => row.length > 0)} />
      <p class="noot">
        {placeless.length === 0 ? text.all : `${text.some(all - placeless.length, all)} `}
        {placeless.length > 0 &&
          text.notYet(
            listNames(
              placeless.map(({ name }) => name),
              text.and,
            ),
          )}
      </p>
      <a class="iedereen" href={`${d.href}/orchestra`}>
        {text.everyone}
      </a>
      <GivePlaces d={d} placeless={placeless} />
    </section>
  )
}

/** 'Sem', 'Sem en Eva', 'Sem, Eva en Leerteam Lezen' */
export const listNames = (names: readonly string[], and: string) =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`

function GivePlaces({ d, placeless }: { d: Drawing; placeless: readonly Placeless[] }) {
  const text = coverageText(d.language)
  const [first] = placeless
  if (!first) return null
  return (
    <>
      {placeless.some(({ personId }) => personId === d.actor.personId) && <StartOwn d={d} />}
      {mayArrange(d.actor, d.plan).may && (
        <>
          <p class="noot">{text.giveNote}</p>
          <PostButton kind="quiet" action={`${d.href}/places`}>
            {placeless.length === 1 ? text.giveOne(first.name) : text.give}
          </PostButton>
        </>
      )}
    </>
  )
}

/** Who has no place begins it: the teacher holds the pen from the first word. */
function StartOwn({ d }: { d: Drawing }) {
  const text = coverageText(d.language)
  if (d.plan.phase === 'archived' || d.plan.phase === 'decision') return null
  return (
    <>
      <p>{text.startNote}</p>
      <PostButton icon="pen" action={`${d.href}/entry`} hidden={{ kind: 'teacher-track', own: 'yes' }}>
        {text.start}
      </PostButton>
    </>
  )
}
