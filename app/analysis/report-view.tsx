import { longDay } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { inWords } from '../kernel/sentence.ts'
import { trendText } from '../trend/trend-text.ts'
import { ArrowLink, Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { TextField } from '../ui/field.tsx'
import { Actions, Form, HiddenFields, PostButton } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { RichText } from '../ui/rich.tsx'
import { dayOfVersion, hasNumbers, isNewest, LONGEST_WORDS, shownParts } from './analysis.ts'
import { type AnalysisSheet, analysisHref } from './analysis-sheet.ts'
import { analysisText } from './analysis-text.ts'
import type { Difference } from './differ.ts'
import { PartNumbers } from './part-view.tsx'
import { type NumberPart, PARTS, type PartName } from './report.ts'

type SheetProps = { sheet: AnalysisSheet }

/** The report: what is in it for who reads, every part with its choices for who writes. */
export function ReportView({ sheet }: SheetProps) {
  const { analysis, language, mayWrite } = sheet
  const shown = shownParts(analysis, analysis.reports[language])
  return (
    <>
      <Newer sheet={sheet} />
      {(mayWrite ? PARTS : shown).map((part) => (
        <PartSection sheet={sheet} part={part} isShown={shown.includes(part)} />
      ))}
    </>
  )
}

/** Whether the numbers are those of now, and what differs. */
function Newer({ sheet }: SheetProps) {
  const { analysis, language, differs, mayWrite } = sheet
  const text = analysisText(language)
  if (!isNewest(analysis))
    return (
      <Notice title={text.oldVersion(longDay(dayOfVersion(analysis.version), language))}>
        <ArrowLink href={analysisHref(analysis.id)}>{text.toNewest}</ArrowLink>
      </Notice>
    )
  if (differs.length === 0) return null
  const others = differs.filter((one) => !isAim(one, language))
  const all = others.length > 0 ? others : differs
  const told = all.slice(0, MOST_TOLD)
  return (
    <Notice title={newerText(differs, sheet)} id="newer">
      <p>{text.newerUnder}</p>
      <ul>
        {told.map((one) => (
          <li>{differenceText(one, sheet)}</li>
        ))}
      </ul>
      {all.length > told.length && <p>{text.andMore(inWords(all.length - told.length, language))}</p>}
      {mayWrite && (
        <>
          <PostButton {...actOf(sheet, 'anew')} kind="quiet">
            {text.anew}
          </PostButton>
          <p class="noot">{text.anewNote}</p>
        </>
      )}
    </Notice>
  )
}

/** What there is another of by now: figures alone, or what was agreed with them as well. */
function newerText(differs: readonly Difference[], { language }: AnalysisSheet): string {
  const { newer, changed, changedIn } = analysisText(language)
  const kinds = new Set(differs.map((one) => (isAim(one, language) ? 'ambitions' : KIND_OF[one.part])))
  if (kinds.size === 1 && kinds.has('figures')) return newer
  return changed([...kinds].map((kind) => changedIn[kind]).join(', '))
}

/** The line of the ambition beside the figures is none of them. */
const isAim = (one: Difference, language: Language) =>
  'column' in one && one.column === trendText(language).reference.ambition

const KIND_OF = {
  standing: 'figures',
  subjects: 'figures',
  growth: 'figures',
  ambitions: 'ambitions',
  talks: 'talks',
  agreements: 'agreements',
} as const satisfies Record<NumberPart, string>

/** More is read in the report itself. */
const MOST_TOLD = 5

function differenceText(one: Difference, { language }: AnalysisSheet): string {
  const { differs } = analysisText(language)
  if (!('row' in one)) return differs[one.is](one.title)
  const place = differs.place(one.table, one.row, one.column)
  return one.is === 'number'
    ? differs.number(place, one.was ?? differs.nothing, one.now ?? differs.nothing)
    : differs[one.is](place)
}

/** Where an act on this version posts, and what goes along. */
export const actOf = ({ analysis }: AnalysisSheet, act: string, more: Record<string, string> = {}) => ({
  action: analysisHref(analysis.id),
  hidden: { act, version: String(analysis.version.number), ...more },
})

type PartProps = SheetProps & { part: PartName; isShown: boolean }

function PartSection({ sheet, part, isShown }: PartProps) {
  const { analysis, language, mayWrite } = sheet
  const text = analysisText(language)
  const { words, isIn } = analysis.parts[part]
  return (
    <section
      class={isShown ? 'blok deel' : 'blok deel leeg alleen-scherm'}
      id={part}
      aria-labelledby={`h-${part}`}
    >
      <div class="deelkop">
        <h2 id={`h-${part}`}>{text.part[part]}</h2>
        {!isShown && <p class="noot">{isIn ? text.nothingIn : text.leftOut}</p>}
        {mayWrite && <PartChoices {...{ sheet, part, isShown }} />}
      </div>
      {isShown && words !== '' && (
        <div class="woorden">
          <RichText text={words} />
        </div>
      )}
      {isShown && hasNumbers(part) && (
        <PartNumbers part={analysis.reports[language][part]} language={language} />
      )}
    </section>
  )
}

/** What the coordinator does with a part: words beside it, in or out. */
function PartChoices({ sheet, part }: PartProps) {
  const { analysis, language, tried } = sheet
  const text = analysisText(language)
  const { isIn } = analysis.parts[part]
  const about = text.part[part]
  if (!isIn)
    return (
      <div class="deelkeuzes alleen-scherm">
        <PostButton {...actOf(sheet, 'in', { part })} kind="quiet" about={about}>
          {text.takeIn}
        </PostButton>
      </div>
    )
  const isTried = tried?.part === part
  return (
    <div class="deelkeuzes alleen-scherm">
      <Fold summary={text.addWords} open={isTried}>
        <WordsForm sheet={sheet} part={part} />
      </Fold>
      <PostButton {...actOf(sheet, 'out', { part })} kind="link" about={about}>
        {text.leaveOut}
      </PostButton>
    </div>
  )
}

function WordsForm({ sheet, part }: { sheet: AnalysisSheet; part: PartName }) {
  const { analysis, language, tried } = sheet
  const text = analysisText(language)
  const own = tried?.part === part ? tried : null
  const there = own?.there ?? analysis.parts[part]
  const { action, hidden } = actOf(sheet, 'words', { part, base: String(there.revision) })
  return (
    <Form action={action} labelledBy={`h-${part}`}>
      <HiddenFields values={hidden} />
      <TextField
        name="words"
        id={`words-${part}`}
        label={text.yourWords}
        hint={text.wordsHint(LONGEST_WORDS)}
        value={own?.words ?? there.words}
        rows={4}
        error={own?.error ?? null}
        lang={language}
      />
      {own?.there && (
        <Notice title={text.clashTitle}>
          <RichText text={own.there.words} />
        </Notice>
      )}
      <Actions>
        <Button kind="quiet" about={text.part[part]}>
          {text.save}
        </Button>
      </Actions>
    </Form>
  )
}
