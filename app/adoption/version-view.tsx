import type { Reader } from '../session/actor.ts'
import { ArrowLink, LinkButton } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
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
  /** Nothing was sealed since: the files of the plan and the contract are those of this version. */
  isNewest: boolean
  /** The reader came to see whether the fingerprint is right. */
  isChecking: boolean
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

/** A sealed version: to read, who read it, and every fingerprint computed anew. */
export function VersionView(props: VersionViewProps) {
  const { version, check, reader, isChecking } = props
  const text = adoptionText(reader.language)
  const summary = check.isRight ? text.checkTitle(version.number) : text.checkWrong(version.number)
  return (
    <>
      {!check.isRight && <Notice kind="refusal" title={text.checkWrongSay} />}
      <Agreed {...props} />
      <ReadBlock {...props} />
      <MrBlock {...props} />
      <Fold id="vingerafdruk" summary={summary} open={isChecking || !check.isRight}>
        <Fingerprints {...props} />
      </Fold>
      <Erasing {...props} />
    </>
  )
}

/** What one came for: the plan as it was sealed, and on one sheet what was agreed. */
function Agreed({ version, isNewest, reader, href }: VersionViewProps) {
  const text = adoptionText(reader.language)
  const room = inRoomText(reader.language)
  return (
    <section class="blok stapel" aria-labelledby="lw-kop">
      <h2 id="lw-kop">{room.agreed}</h2>
      <p class="rij">
        <LinkButton href={`${href}/versions/${version.number}`} kind="main">
          {room.readPlan}
        </LinkButton>
        {isNewest && (
          <>
            <LinkButton href={`${href}/contract`}>{room.toContract}</LinkButton>
            <LinkButton href={`${href}/export/pdf`} icon="download" download>
              {text.pdf}
            </LinkButton>
          </>
        )}
      </p>
      <p>
        <ArrowLink href={`${href}/decision`}>{text.toDecisions}</ArrowLink>
      </p>
    </section>
  )
}

function Fingerprints(props: VersionViewProps) {
  const { version, check, reader, href } = props
  const text = adoptionText(reader.language)
  return (
    <>
      <p class="noot">{text.checkSay}</p>
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
      <h3 class="mt">{text.parts}</h3>
      <Parts {...props} />
      <p class="noot">{text.howTo}</p>
      <p class="rij mt">
        <LinkButton href={`${href}/version/${version.number}/json`} icon="download" download>
          {text.download}
        </LinkButton>
      </p>
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
