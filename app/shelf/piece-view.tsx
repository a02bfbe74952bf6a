import type { Language } from '../kernel/language.ts'
import { ArrowLink, BackLink, Button, LinkButton } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { SelectField } from '../ui/field.tsx'
import { Form, HiddenFields, PostButton } from '../ui/form.tsx'
import { PageHead } from '../ui/head.tsx'
import { Notice } from '../ui/notice.tsx'
import { RichText } from '../ui/rich.tsx'
import { safeHref } from '../ui/safe-href.ts'
import { PIECE_TEXTS, pieceWords } from './piece.ts'
import { shelfHref } from './shelf-find.ts'
import { type PieceSheet, pieceHref } from './shelf-sheet.ts'
import { shelfText } from './shelf-text.ts'

type Props = { sheet: PieceSheet; language: Language }

/** One piece: its texts, where it came from and where it went. */
export function PieceView({ sheet, language }: Props) {
  const { seen, no } = sheet
  const text = shelfText(language)
  return (
    <article class="stukblad">
      <p class="rij">
        <BackLink href="/shelf">{text.toShelf}</BackLink>
      </p>
      <PageHead title={seen.title} under={seen.by}>
        <Labels {...{ sheet, language }} />
      </PageHead>
      {no && no.act !== 'take' && (
        <Notice kind="refusal" title={text.notDone}>
          <p>{no.says}</p>
        </Notice>
      )}
      <Texts {...{ sheet, language }} />
      <Outside {...{ sheet, language }} />
      <Own {...{ sheet, language }} />
      <Taking {...{ sheet, language }} />
    </article>
  )
}

function Labels({ sheet: { seen }, language }: Props) {
  const text = shelfText(language)
  const theme = pieceWords(seen.piece, 'theme')
  return (
    <p class="etiketten">
      {seen.piece.sharedAt === null && <b>{text.draft}</b>}
      {theme !== '' && <a href={shelfHref({ theme })}>{theme}</a>}
      {seen.labels.map((label) => (
        <span>{label}</span>
      ))}
    </p>
  )
}

function Texts({ sheet: { seen }, language }: Props) {
  const text = shelfText(language)
  return (
    <>
      {PIECE_TEXTS.filter((field) => pieceWords(seen.piece, field) !== '').map((field) => (
        <section class="stukdeel" aria-labelledby={`k-${field}`}>
          <h2 id={`k-${field}`}>{text.read[field]}</h2>
          <div class="serif">
            <RichText text={pieceWords(seen.piece, field)} />
          </div>
        </section>
      ))}
    </>
  )
}

/** The link, and the goal or track that it came from. */
function Outside({ sheet: { seen, cameFrom }, language }: Props) {
  const text = shelfText(language)
  const href = safeHref(seen.piece.link)
  if (href === null && cameFrom === null) return null
  return (
    <ul class="stukbij">
      {href !== null && (
        <li>
          <a href={href} rel="noopener noreferrer nofollow" target="_blank">
            {text.toLink}
          </a>{' '}
          <small>{hostOf(href)}</small>
        </li>
      )}
      {cameFrom && (
        <li>
          {text.came} <a href={cameFrom.href}>{cameFrom.label}</a>
        </li>
      )}
    </ul>
  )
}

const hostOf = (href: string) => URL.parse(href)?.hostname ?? ''

/** What its writer does with it. */
function Own({ sheet, language }: Props) {
  const text = shelfText(language)
  const { piece } = sheet.seen
  const href = pieceHref(piece.id)
  const isShared = piece.sharedAt !== null
  if (!sheet.mayWrite && !sheet.mayWithdraw) return null
  return (
    <section class="stukdaad">
      <div class="rij knoppen">
        {sheet.mayWrite && !isShared && (
          <PostButton action={href} hidden={{ act: 'share' }} icon="check">
            {text.saveAndShare}
          </PostButton>
        )}
        {sheet.mayWrite && (
          <LinkButton href={`${href}/write`} icon="pen">
            {text.change}
          </LinkButton>
        )}
        {sheet.mayWithdraw && (
          <PostButton action={href} hidden={{ act: 'withdraw' }} kind="link">
            {text.withdraw}
          </PostButton>
        )}
      </div>
      <p class="noot">{noteOf(sheet, text)}</p>
      {sheet.mayWrite && <Removing {...{ sheet, language }} />}
    </section>
  )
}

function noteOf({ seen, mayWrite }: PieceSheet, text: ReturnType<typeof shelfText>) {
  if (seen.piece.sharedAt === null) return text.shareNote
  return mayWrite ? text.withdrawNote : text.withdrawLeft
}

/** Throwing away asks once more, in the place itself. */
function Removing({ sheet, language }: Props) {
  const text = shelfText(language)
  return (
    <Fold summary={text.remove} id="weggooien">
      <p>{text.removeNote}</p>
      <PostButton action={pieceHref(sheet.seen.piece.id)} hidden={{ act: 'remove' }} kind="quiet">
        {text.removeSure}
      </PostButton>
    </Fold>
  )
}

/** Into which goal or track it goes, and where it is. */
function Taking({ sheet, language }: Props) {
  const text = shelfText(language)
  if (sheet.seen.piece.sharedAt === null) return null
  return (
    <section class="blok" id="meenemen" aria-labelledby="k-meenemen">
      <h2 id="k-meenemen">{text.take}</h2>
      <TakenIn {...{ sheet, language }} />
      {sheet.places.length > 0 && <TakeForm {...{ sheet, language }} />}
      {sheet.places.length + sheet.takenIn.length === 0 && <p class="zacht">{text.takeNone}</p>}
    </section>
  )
}

function TakenIn({ sheet, language }: Props) {
  const text = shelfText(language)
  if (sheet.takenIn.length === 0) return null
  return (
    <>
      <h3>{text.takenIn}</h3>
      <ul class="planklijst">
        {sheet.takenIn.map(({ label, href, leave }) => (
          <li class="rij">
            <ArrowLink href={href}>{label}</ArrowLink>
            {leave && (
              <PostButton
                action={pieceHref(sheet.seen.piece.id)}
                hidden={{ act: 'leave', place: leave }}
                kind="link"
                about={text.leaveAbout(label)}
              >
                {text.leave}
              </PostButton>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function TakeForm({ sheet, language }: Props) {
  const text = shelfText(language)
  return (
    <Form action={pieceHref(sheet.seen.piece.id)} id="neem-mee" labelledBy="k-meenemen">
      <HiddenFields values={{ act: 'take' }} />
      <SelectField
        name="place"
        label={text.takeWhere}
        hint={text.takeUnder}
        value={sheet.nearest}
        options={sheet.places}
        error={sheet.no?.act === 'take' ? sheet.no.says : null}
      />
      <Button kind="quiet">{text.takeAct}</Button>
    </Form>
  )
}
