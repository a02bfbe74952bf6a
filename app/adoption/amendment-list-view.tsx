import { nowSentence } from '../round/round-rule-text.ts'
import type { NameOf } from '../round/round-view.tsx'
import type { Reader } from '../session/actor.ts'
import { ArrowLink } from '../ui/button.tsx'
import { Empty } from '../ui/notice.tsx'
import { isAmended, isOfTeam, sidesToGo } from './amendment.ts'
import { amendmentTitle } from './amendment-item-view.ts'
import { sideOfActor } from './amendment-may.ts'
import type { SeenAmendment } from './amendment-scene.ts'
import { amendmentText } from './amendment-text.ts'
import { endedLine, sidesOf } from './amendment-view.tsx'

type ListProps = { scenes: readonly SeenAmendment[]; reader: Reader; nameOf: NameOf; href: string }

/** The amendments of a plan that this reader sees: those that wait, then what became of earlier ones. */
export function AmendmentList({ scenes, reader, nameOf, href }: ListProps) {
  const text = amendmentText(reader.language)
  const open = scenes.filter(({ amendment }) => amendment.ended === null)
  const ended = scenes.filter(({ amendment }) => amendment.ended !== null).toReversed()
  return (
    <>
      <section class="blok" aria-labelledby="al-nu">
        <h2 id="al-nu">{text.openOnes}</h2>
        {open.length === 0 && <Empty sentence={text.noneOpen} />}
        <Lines {...{ reader, nameOf, href }} scenes={open} />
      </section>
      {ended.length > 0 && (
        <section class="blok" aria-labelledby="al-eerder">
          <h2 id="al-eerder">{text.endedOnes}</h2>
          <Lines {...{ reader, nameOf, href }} scenes={ended} />
        </section>
      )}
    </>
  )
}

function Lines({ scenes, reader, nameOf, href }: ListProps) {
  if (scenes.length === 0) return null
  return (
    <ul class="regels">
      {scenes.map((scene) => (
        <Line {...{ scene, reader, nameOf, href }} />
      ))}
    </ul>
  )
}

function Line({ scene, reader, nameOf, href }: Omit<ListProps, 'scenes'> & { scene: SeenAmendment }) {
  const { amendment, plan, roster } = scene
  const title = amendmentTitle(plan, amendment, roster, reader)
  return (
    <li>
      <b>{title}</b>
      <p class="regels">{amendment.why}</p>
      <p>{amendment.ended ? endedLine(amendment, reader, nameOf) : stateLine(scene, reader, nameOf)}</p>
      <ArrowLink href={`${href}/amendment/${amendment.id}`} about={title}>
        {amendmentText(reader.language).toIt}
      </ArrowLink>
    </li>
  )
}

/** Where an amendment stands, in one sentence: who still has to say yes, or how the round goes. */
export function stateLine(scene: SeenAmendment, reader: Reader, nameOf: NameOf): string {
  const text = amendmentText(reader.language)
  const { amendment, decision } = scene
  if (decision) return nowSentence(decision.standing, reader.language)
  if (!isAmended(amendment)) return text.isWritten
  if (isOfTeam(amendment)) return text.waitsForPut(reader.terms)
  const toGo = sidesToGo(amendment)
  const mine = sideOfActor(reader.actor, scene)
  if (toGo.length === 1 && mine !== null && toGo.includes(mine)) return text.waitsForYou
  const names = toGo.map((side) => sidesOf(scene, nameOf, reader)[side])
  return text.waitsFor(names.join(` ${text.and} `))
}
