import type { Reader } from '../session/actor.ts'
import { LinkButton } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Table } from '../ui/table.tsx'
import { adoptionText } from './adoption-text.ts'
import { EraseForms, type EraseTrouble, type MayGo } from './erase-view.tsx'
import type { HeldIn } from './held-desk.ts'
import { inRoomText } from './in-room-text.ts'
import { MrBlock, ReadBlock } from './read-view.tsx'
import type { Check, Version } from './seal.ts'
import { Hash, sealedOn } from './seal-view.tsx'

export type VersionViewProps = {
  version: Version
  check: Check
  /** Whose or which goal, by entry; what an erased text no longer tells. */
  nameOf: (entryId: string) => string
  mayGo: readonly MayGo[]
  reader: Reader
  href: string
  trouble: EraseTrouble | null
  /** Who said to have read it, by name, in that order. */
  readers: readonly string[]
  hasRead: boolean
  /** The meeting in which the team decided on it; null: outside one. */
  held: HeldIn | null
}

/** A sealed version with every fingerprint computed anew. */
export function VersionView(props: VersionViewProps) {
  const { version, check, reader, href } = props
  const text = adoptionText(reader.language)
  return (
    <>
      {!check.isRight && <Notice kind="refusal" title={text.checkWrongSay} />}
      <ReadBlock {...props} />
      <MrBlock {...props} />
      <dl class="akte-dl mt">
        <div>
          <dt>{text.stored}</dt>
          <dd>
            <Hash sha256={check.stored} />
          </dd>
        </div>
        <div>
          <dt>{text.computed}</dt>
          <dd>
            <Hash sha256={check.computed} />
          </dd>
        </div>
      </dl>
      <h2 class="mt">{text.parts}</h2>
      <Parts {...props} />
      <p class="noot">{text.howTo}</p>
      <p class="rij mt">
        <LinkButton href={`${href}/version/${version.number}/json`} icon="download" download>
          {text.download}
        </LinkButton>
        <LinkButton href={`${href}/decision`}>{text.toDecisions}</LinkButton>
        <LinkButton href={`${href}/contract`}>{inRoomText(reader.language).toContract}</LinkButton>
      </p>
      <Erasing {...props} />
    </>
  )
}

function Parts({ check, nameOf, reader }: VersionViewProps) {
  const text = adoptionText(reader.language)
  const rows = check.entries.map(({ entry, is }) => [
    nameOf(entry.id),
    <>
      {text.entryState[is]}
      {entry.erased && (
        <small> {text.erasedOn(sealedOn(entry.erased.at, reader.language), entry.erased.why)}</small>
      )}
    </>,
    <Hash sha256={entry.sha256} />,
  ])
  return (
    <Table
      caption={text.parts}
      hiddenCaption
      head={[text.part, text.stateOf, text.fingerprint]}
      rows={rows}
    />
  )
}

/** Texts in this version of people who left, when the school's term has come. */
function Erasing({ mayGo, reader, href, version, trouble }: VersionViewProps) {
  if (mayGo.length === 0) return null
  return (
    <section class="blok stapel" aria-labelledby="wis-kop">
      <h2 id="wis-kop">{adoptionText(reader.language).eraseTitle}</h2>
      <EraseForms {...{ mayGo, reader, trouble }} action={`${href}/version/${version.number}`} />
    </section>
  )
}
