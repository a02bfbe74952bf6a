import { clock, dayOf, longDay } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { yearTitle } from '../kernel/school-year.ts'
import { ArrowLink, Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { Field } from '../ui/field.tsx'
import { Form, HiddenFields } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import type { ResultImport } from './import.ts'
import { wholeNumber } from './incoming-text.ts'
import { receiveText } from './receive-text.ts'

/** A file that another page takes. */
export type Elsewhere = 'inspection' | 'edexml'

export type ChooseFile = {
  /** Beside the field, when what was chosen could not be read. */
  readonly says: string | null
  readonly elsewhere: Elsewhere | null
  readonly before: readonly (ResultImport & { readonly who: string })[]
  readonly language: Language
}

const THERE: Record<Elsewhere, string> = { inspection: '/trends/school#published', edexml: '/team/import' }

/** Which file; and what was read in before. */
export function ChooseFileView({ says, elsewhere, before, language }: ChooseFile) {
  const text = receiveText(language)
  return (
    <>
      {elsewhere && (
        <Notice kind="refusal" title={text[elsewhere]}>
          <ArrowLink href={THERE[elsewhere]}>{text[`${elsewhere}Next`]}</ArrowLink>
        </Notice>
      )}
      <Form action="/trends/import" upload answers label={text.title}>
        <Field
          name="file"
          type="file"
          label={text.file}
          hint={text.fileHint}
          accept=".csv,.txt,.xlsx,.xml,text/csv"
          error={says}
        />
        <p class="noot">{text.privacy}</p>
        <Button>{text.read}</Button>
      </Form>
      {before.length > 0 && (
        <section class="blok" aria-labelledby="r-before">
          <h2 id="r-before">{text.before}</h2>
          <ul class="inlees-eerder">
            {before.map((one) => (
              <Before one={one} language={language} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

type BeforeProps = { one: ChooseFile['before'][number]; language: Language }

function Before({ one, language }: BeforeProps) {
  const text = receiveText(language)
  const { id, supplier, madeAt, who, firstYear, lastYear, added, replaced } = one
  const [fresh, other] = [wholeNumber(language, added), wholeNumber(language, replaced)]
  const line = text.beforeLine(supplier, longDay(dayOf(new Date(madeAt)), language), who)
  // Of one supplier there may be more on one day.
  const about = `${line}, ${clock(madeAt, language)}, ${text.countsAdded(fresh, added === 1)}`
  return (
    <li>
      <span>
        <b>{line}</b>
        <small>
          {replaced === 0 ? text.countsAdded(fresh, added === 1) : text.counts(fresh, other)} ·{' '}
          {text.beforeYears(yearTitle(firstYear), yearTitle(lastYear))}
        </small>
      </span>
      <Fold summary={<Summary words={text.undo} about={about} />}>
        <Form action="/trends/import" class="eenknop" label={`${text.undo}: ${about}`}>
          <HiddenFields values={{ act: 'undo', import: id }} />
          <p class="noot">
            {text.undoWhat(fresh, added === 1)} {replaced > 0 && text.undoBack(other, replaced === 1)}
          </p>
          <Button kind="quiet">{text.undo}</Button>
        </Form>
      </Fold>
    </li>
  )
}

const Summary = ({ words, about }: { words: string; about: string }) => (
  <>
    {words}
    <span class="vh"> {about}</span>
  </>
)
