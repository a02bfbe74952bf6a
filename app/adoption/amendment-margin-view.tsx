import type { Child } from 'hono/jsx'
import type { PersonId } from '../kernel/id.ts'
import type { Drawing } from '../plan/plan-sheet-view.ts'
import type { Reader } from '../session/actor.ts'
import { ArrowLink } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { isTrackAbout } from './amendment.ts'
import { amendmentAsks } from './amendment-for-you-view.ts'
import { amendmentTitle } from './amendment-item-view.ts'
import { stateLine } from './amendment-list-view.tsx'
import type { SeenAmendment } from './amendment-scene.ts'
import { amendmentText } from './amendment-text.ts'
import { Changes, endedLine } from './amendment-view.tsx'

const nameIn = (d: Drawing) => (id: PersonId) =>
  d.lookup.people.get(id)?.name ?? amendmentText(d.language).someone

/**
 * Beside the agreed text in the plan: the amendment that waits, with what it changes and who still has to say yes, and
 * what became of earlier ones. Null where this reader sees none.
 */
export function amendmentsAt(d: Drawing, scenes: readonly SeenAmendment[], id: string): Child {
  const here = scenes.filter(({ amendment }) => amendment.subjectId === id)
  const open = here.find(({ amendment }) => amendment.ended === null)
  const ended = here.filter(({ amendment }) => amendment.ended !== null)
  if (here.length === 0) return null
  return (
    <>
      {open && <Beside d={d} scene={open} />}
      {ended.length > 0 && <Earlier d={d} scenes={ended} />}
    </>
  )
}

function Beside({ d, scene }: { d: Drawing; scene: SeenAmendment }) {
  const text = amendmentText(d.language)
  const { amendment } = scene
  const reader: Reader = d.sheet.reader
  return (
    <div class="ernaast" id={`w-${amendment.id}`}>
      <p>
        <b>{amendment.kind === 'remove' ? text.liesOut : text.lies}.</b> {stateLine(scene, reader, nameIn(d))}
      </p>
      <p class="noot">{text.holds}</p>
      <Fold summary={text.becomes}>
        <Changes scene={scene} reader={reader} mayWrite={false} />
      </Fold>
      <ArrowLink
        href={`${d.href}/amendment/${amendment.id}`}
        about={amendmentTitle(scene.plan, amendment, scene.roster, reader)}
      >
        {text.toIt}
      </ArrowLink>
    </div>
  )
}

function Earlier({ d, scenes }: { d: Drawing; scenes: readonly SeenAmendment[] }) {
  const text = amendmentText(d.language)
  return (
    <Fold summary={text.history(scenes.length)}>
      <ul class="regels">
        {scenes.toReversed().map(({ amendment }) => (
          <li>
            <p>{endedLine(amendment, d.sheet.reader, nameIn(d))}</p>
            <p class="noot regels">{amendment.why}</p>
            <ArrowLink href={`${d.href}/amendment/${amendment.id}`} about={amendment.why.slice(0, 60)}>
              {text.toIt}
            </ArrowLink>
          </li>
        ))}
      </ul>
    </Fold>
  )
}

/** Under the head: what waits and has no card of its own (a principle, something new), and the way to all of them. */
export function AmendmentHeadLines({ d, scenes }: { d: Drawing; scenes: readonly SeenAmendment[] }) {
  const text = amendmentText(d.language)
  const reader = d.sheet.reader
  const cardless = scenes.filter(
    ({ amendment, entry }) => amendment.ended === null && entry === null && !isTrackAbout(amendment.about),
  )
  return (
    <>
      {amendmentAsks(d.plan, scenes, reader).map(({ title, href, act }) => (
        <p>
          <b>{title}.</b>{' '}
          <ArrowLink href={href} about={title}>
            {act}
          </ArrowLink>
        </p>
      ))}
      {cardless.map((scene) => {
        const title = amendmentTitle(scene.plan, scene.amendment, scene.roster, reader)
        return (
          <p>
            <b>
              {text.lies}: {title}.
            </b>{' '}
            {stateLine(scene, reader, nameIn(d))}{' '}
            <ArrowLink href={`${d.href}/amendment/${scene.amendment.id}`} about={title}>
              {text.toIt}
            </ArrowLink>
          </p>
        )
      })}
    </>
  )
}
