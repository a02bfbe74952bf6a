import type { Day } from '../kernel/day.ts'
import { longDay } from '../kernel/day.ts'
import type { Reader } from '../session/actor.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Table } from '../ui/table.tsx'
import { adoptionText } from './adoption-text.ts'
import type { Check, Version } from './seal.ts'
import { Hash, sealedOn } from './seal-view.tsx'

/** Somebody's text in this version that may go now. */
export type MayGo = { readonly entryId: string; readonly name: string; readonly from: Day }

export type VersionViewProps = {
  version: Version
  check: Check
  /** Whose or which goal, by entry; what an erased text no longer tells. */
  nameOf: (entryId: string) => string
  mayGo: readonly MayGo[]
  reader: Reader
  href: string
  error: string | null
}

/** A sealed version with every fingerprint computed anew. */
export function VersionView(props: VersionViewProps) {
  const { version, check, reader, href } = props
  const text = adoptionText(reader.language)
  return (
    <>
      {!check.isRight && <Notice kind="refusal" title={text.checkWrongSay} />}
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

/** Texts of people who left, when the school's term has come. */
function Erasing({ mayGo, reader, href, version, error }: VersionViewProps) {
  const { language } = reader
  const text = adoptionText(language)
  if (mayGo.length === 0) return null
  return (
    <section class="blok stapel" aria-labelledby="wis-kop">
      <h2 id="wis-kop">{text.eraseTitle}</h2>
      {mayGo.map(({ entryId, name, from }) => (
        <Form action={`${href}/version/${version.number}`} label={`${text.erase}: ${name}`}>
          <p>{text.eraseSay(name, longDay(from, language))}</p>
          <input type="hidden" name="entry" value={entryId} />
          <Field name="why" id={`why-${entryId}`} label={text.eraseWhy} error={error} />
          <Button kind="quiet" about={name}>
            {text.erase}
          </Button>
        </Form>
      ))}
    </section>
  )
}
