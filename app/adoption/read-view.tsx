import { longDay } from '../kernel/day.ts'
import type { Reader } from '../session/actor.ts'
import { ArrowLink } from '../ui/button.tsx'
import { PostButton } from '../ui/form.tsx'
import type { HeldIn } from './held-desk.ts'
import { HeldLine } from './held-view.tsx'
import { inRoomText } from './in-room-text.ts'
import type { Version } from './seal.ts'

type Props = {
  version: Pick<Version, 'number'>
  readers: readonly string[]
  hasRead: boolean
  held: HeldIn | null
  reader: Reader
  href: string
}

/** Saying to have read a version, and who did: names, no counts and no list of who did not. */
export function ReadBlock({ version, readers, hasRead, reader, href }: Props) {
  const text = inRoomText(reader.language)
  return (
    <section class="blok stapel" aria-labelledby="gl-kop">
      <h2 id="gl-kop">{text.readTitle}</h2>
      <p>{readers.length === 0 ? text.readByNobody : text.readBy(readers.join(', '))}</p>
      {hasRead ? (
        <p class="noot">{text.youRead}</p>
      ) : (
        <>
          <p>{text.readSay}</p>
          <PostButton
            action={`${href}/version/${version.number}`}
            hidden={{ act: 'read' }}
            kind="quiet"
            icon="check"
          >
            {text.readIt}
          </PostButton>
        </>
      )}
    </section>
  )
}

/** The meeting in which the team decided, and when the participation council was told of it. */
export function MrBlock({ held, reader }: Props) {
  const text = inRoomText(reader.language)
  if (held === null) return null
  const { mrInformedOn } = held
  return (
    <section class="blok stapel" aria-labelledby="vm-kop">
      <h2 id="vm-kop">{text.mrTitle}</h2>
      <HeldLine held={{ ...held, isRunning: false }} language={reader.language} />
      <p>{mrInformedOn ? text.mrTold(longDay(mrInformedOn, reader.language)) : text.mrNot}</p>
      <ArrowLink href={`${held.href}/adopt`}>{text.toMr}</ArrowLink>
    </section>
  )
}
