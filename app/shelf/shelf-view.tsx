import type { Language } from '../kernel/language.ts'
import { firstLine } from '../plan/plan-sheet.ts'
import { ArrowLink, Button, LinkButton } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { Field, SelectField } from '../ui/field.tsx'
import { PostButton } from '../ui/form.tsx'
import { PageHead } from '../ui/head.tsx'
import { Empty } from '../ui/notice.tsx'
import { pieceWords } from './piece.ts'
import { firstWords, isOpenWide, LOOKS, shelfHref } from './shelf-find.ts'
import { pieceHref, type SeenPiece, type ShelfSheet } from './shelf-sheet.ts'
import { shelfText } from './shelf-text.ts'

type Props = { sheet: ShelfSheet; language: Language }

/** The shelf: what is one's own and not there yet, how to find, and what lies there. */
export function ShelfView({ sheet, language }: Props) {
  const text = shelfText(language)
  return (
    <>
      <PageHead title={text.title} under={text.under}>
        {!sheet.isEmpty && (
          <p>
            <LinkButton href="/shelf/new" icon="pen">
              {text.write}
            </LinkButton>
          </p>
        )}
      </PageHead>
      <Ready {...{ sheet, language }} />
      <Drafts {...{ sheet, language }} />
      {sheet.isEmpty ? (
        <Empty sentence={text.empty}>
          <LinkButton href="/shelf/new" kind="main" icon="pen">
            {text.write}
          </LinkButton>
        </Empty>
      ) : (
        <>
          <Finding {...{ sheet, language }} />
          <Found {...{ sheet, language }} />
        </>
      )}
    </>
  )
}

/** What was shared and is not written down yet: one tap makes it a draft. */
function Ready({ sheet, language }: Props) {
  const text = shelfText(language)
  if (sheet.ready.length === 0) return null
  return (
    <section class="blok" aria-labelledby="k-gedeeld">
      <h2 id="k-gedeeld">{text.ready}</h2>
      <p class="zacht">{text.readyUnder}</p>
      <ul class="planklijst">
        {sheet.ready.map(({ promise, what, note }) => (
          <li>
            <b>{what}</b>
            {note !== '' && <p class="serif">{note}</p>}
            <PostButton action="/shelf/new" hidden={{ promise }} kind="quiet" icon="pen" about={what}>
              {text.makePiece}
            </PostButton>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Drafts({ sheet, language }: Props) {
  const text = shelfText(language)
  if (sheet.drafts.length === 0 || !isOpenWide(sheet.wanted)) return null
  return (
    <section class="blok" aria-labelledby="k-concepten">
      <h2 id="k-concepten">{text.mine}</h2>
      <p class="zacht">{text.mineUnder}</p>
      <ul class="planklijst">
        {sheet.drafts.map(({ piece, title }) => (
          <li id={`stuk-${piece.id}`}>
            <ArrowLink href={`${pieceHref(piece.id)}/write`}>{title}</ArrowLink>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Finding({ sheet, language }: Props) {
  const { wanted } = sheet
  const text = shelfText(language)
  const { q, ...choices } = wanted
  const isPrecise = Object.values(choices).some((value) => value !== null && value !== '')
  return (
    <form class="plankzoek" action="/shelf" method="get" role="search" aria-label={text.search}>
      <div class="zoekregel">
        <Field
          name="q"
          type="search"
          label={text.searchLabel}
          hint={text.searchHint}
          value={q}
          maxlength={200}
        />
        <Button icon="search">{text.search}</Button>
      </div>
      <Fold summary={text.more} id="preciezer" open={isPrecise}>
        <div class="keuzerij">
          <Choices {...{ sheet, language }} />
        </div>
      </Fold>
    </form>
  )
}

/** Only what some piece has can be chosen. */
function Choices({ sheet, language }: Props) {
  const { wanted, themes, subjects, grades, forms } = sheet
  const text = shelfText(language)
  const rows = [
    { name: 'theme', label: text.theme, value: wanted.theme, options: same(themes) },
    {
      name: 'subject',
      label: text.subject,
      value: wanted.subject,
      options: subjects.map((one) => ({ value: one, label: text.subjects[one] })),
    },
    {
      name: 'grade',
      label: text.grade,
      value: wanted.grade && String(wanted.grade),
      options: grades.map((one) => ({ value: String(one), label: text.gradeName(one) })),
    },
    { name: 'form', label: text.workForm, value: wanted.form, options: forms },
    {
      name: 'look',
      label: text.look,
      value: wanted.look,
      options: LOOKS.map((one) => ({ value: one, label: text.looks[one] })),
    },
  ]
  return (
    <>
      {rows
        .filter(({ options }) => options.length > 0)
        .map((row) => (
          <SelectField {...row} none={text.any} />
        ))}
    </>
  )
}

const same = (words: readonly string[]) => words.map((word) => ({ value: word, label: word }))

function Found({ sheet, language }: Props) {
  const text = shelfText(language)
  const isAll = isOpenWide(sheet.wanted)
  return (
    <section class="plank" aria-labelledby="k-plank">
      <div class="rij">
        <h2 id="k-plank">{isAll ? text.onShelf : text.found(sheet.found.length)}</h2>
        {!isAll && <ArrowLink href="/shelf">{text.all}</ArrowLink>}
      </div>
      {sheet.found.length === 0 ? (
        <Empty sentence={text.nothingFound} />
      ) : (
        <ul class="plankstukken">
          {sheet.found.map((seen) => (
            <PieceCard {...{ seen, language }} />
          ))}
        </ul>
      )}
    </section>
  )
}

const EXCERPT = 160

/** A piece in a list: what worked and what must still be better, each in one line. */
function PieceCard({
  seen: { piece, title, by, labels },
  language,
}: {
  seen: SeenPiece
  language: Language
}) {
  const text = shelfText(language)
  const lines = (['again', 'better'] as const).flatMap((field) => {
    const said = firstLine(pieceWords(piece, field), EXCERPT)
    return said === '' ? [] : [{ field, said }]
  })
  const theme = pieceWords(piece, 'theme')
  return (
    <li class="plankstuk" id={`stuk-${piece.id}`}>
      <h3>
        <a href={pieceHref(piece.id)}>{title}</a>
      </h3>
      <small>{by}</small>
      {lines.length === 0 && <p class="serif">{firstLine(firstWords(piece), EXCERPT)}</p>}
      {lines.length > 0 && (
        <dl>
          {lines.map(({ field, said }) => (
            <div>
              <dt>{text.read[field]}</dt>
              <dd class="serif">{said}</dd>
            </div>
          ))}
        </dl>
      )}
      <p class="etiketten">
        {theme !== '' && <a href={shelfHref({ theme })}>{theme}</a>}
        {labels.map((label) => (
          <span>{label}</span>
        ))}
      </p>
    </li>
  )
}
