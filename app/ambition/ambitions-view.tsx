import type { DataTalkId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { ReferenceLine } from '../trend/reference-line.ts'
import { NoTrends } from '../trend/trend-view.tsx'
import { ArrowLink, BackLink, Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { Form, HiddenFields } from '../ui/form.tsx'
import { PageHead } from '../ui/head.tsx'
import { Empty, Notice } from '../ui/notice.tsx'
import { isRunning } from './ambition.ts'
import { HeightFields, TeamField, type TeamFieldProps } from './ambition-fields-view.tsx'
import type { AmbitionTried } from './ambition-form.ts'
import type { AmbitionSheet } from './ambition-sheet.ts'
import { ambitionText } from './ambition-text.ts'
import { AMBITIONS_HREF, AmbitionLine } from './ambition-view.tsx'
import type { CameFrom } from './choice.ts'
import { Beside, type BesideProps, ChoiceRows, type Choosing } from './choice-view.tsx'

/** The form with which one is made: what is chosen, what lies beside it, and what was sent before. */
export type Making = Choosing &
  Pick<BesideProps, 'years'> &
  Pick<TeamFieldProps, 'teams' | 'forAll'> & {
    readonly ahead: readonly SchoolYear[]
    /** The one in which it can be measured next. */
    readonly by: SchoolYear
    readonly lines: readonly ReferenceLine[]
    readonly from: CameFrom
    readonly isOpen: boolean
    readonly tried: AmbitionTried | null
  }

type Props = {
  readonly sheets: readonly AmbitionSheet[]
  readonly making: Making | null
  readonly mayMake: boolean
  readonly mayImport: boolean
  readonly hasFigures: boolean
  /** The data talk that one came from; null: from elsewhere, or it isn't kept any more. */
  readonly fromTalk: DataTalkId | null
  readonly language: Language
}

/** What we want to reach, where it stands, what was closed, and choosing one. */
export function AmbitionsView(props: Props) {
  const { sheets, making, mayMake, mayImport, hasFigures, fromTalk, language } = props
  const text = ambitionText(language)
  const running = sheets.filter(({ ambition }) => isRunning(ambition))
  const ended = sheets.filter(({ ambition }) => !isRunning(ambition))
  return (
    <>
      <PageHead title={text.title} under={text.under} />
      <p class="rij">
        {fromTalk ? (
          <BackLink href={`/trends/talks/${fromTalk}#goals`}>{text.backToTalk}</BackLink>
        ) : (
          <BackLink href="/trends">{text.toTrends}</BackLink>
        )}
      </p>
      {running.length === 0 && hasFigures && (
        <Empty sentence={text.empty}>
          {mayMake && making === null && <p class="noot">{text.noFiguresNow}</p>}
        </Empty>
      )}
      {running.length === 0 && !hasFigures && <NoTrends {...{ language, mayImport }} />}
      {making?.isOpen && <Choose {...making} hasOthers={false} />}
      {running.length > 0 && (
        <section class="blok" aria-labelledby="k-lopen">
          <h2 id="k-lopen" class={making?.isOpen ? undefined : 'vh'}>
            {text.running}
          </h2>
          <Lines sheets={running} language={language} />
        </section>
      )}
      {making && !making.isOpen && <Choose {...making} hasOthers={running.length > 0} />}
      {ended.length > 0 && (
        <Fold summary={text.ended}>
          <Lines sheets={ended} language={language} />
        </Fold>
      )}
    </>
  )
}

const Lines = ({ sheets, language }: Pick<Props, 'sheets' | 'language'>) =>
  sheets.length === 0 ? null : (
    <ul class="ambities">
      {sheets.map((sheet) => (
        <AmbitionLine sheet={sheet} language={language} />
      ))}
    </ul>
  )

function Choose({ hasOthers, ...making }: Making & { hasOthers: boolean }) {
  const text = ambitionText(making.language)
  return (
    <section class="blok" id="choose" aria-labelledby="k-kies">
      <h2 id="k-kies">{text.make}</h2>
      {hasOthers ? (
        <Fold summary={text.makeUnder} id="kies">
          <MakeForm {...making} />
        </Fold>
      ) : (
        <>
          <p class="zacht">{text.makeUnder}</p>
          <MakeForm {...making} />
        </>
      )}
    </section>
  )
}

function MakeForm(making: Making) {
  const { chosen, taken, language } = making
  const text = ambitionText(language)
  const running = taken.get(chosen.key)
  return (
    <>
      <ChoiceRows {...making} />
      <div class="ambitievorm">
        <Beside {...making} />
        {running ? (
          <p>
            {text.runsHere} <ArrowLink href={running}>{text.toRunning}</ArrowLink>
          </p>
        ) : (
          <FieldsForm {...making} />
        )}
      </div>
    </>
  )
}

const AT_A_FIELD: readonly (string | null)[] = ['to', 'by', 'why', 'team']

function FieldsForm({ chosen, from, tried, ahead, by, language, teams, forAll }: Making) {
  const text = ambitionText(language)
  const hidden = { 'ambition-about': chosen.key, ...(from.talk ? { 'ambition-talk': from.talk } : {}) }
  const first = from.team ?? (forAll ? '' : (teams[0]?.id ?? ''))
  return (
    <Form action={AMBITIONS_HREF} labelledBy="k-kies">
      {tried && (
        <Notice kind="refusal" title={text.notSaved}>
          {!AT_A_FIELD.includes(tried.field) && <p>{tried.says}</p>}
        </Notice>
      )}
      <HiddenFields values={hidden} />
      <HeightFields {...{ about: chosen.about, by, tried, language }} years={ahead} now={null} />
      <TeamField {...{ teams, forAll, tried, language }} first={first} />
      <Button icon="check">{text.save}</Button>
    </Form>
  )
}
