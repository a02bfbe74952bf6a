import { type Day, longDay, shortDay } from '../kernel/day.ts'
import { weekNumber } from '../kernel/days.ts'
import { ArrowLink, BackLink, Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { HiddenFields } from '../ui/form.tsx'
import { PageHead } from '../ui/head.tsx'
import { Notice } from '../ui/notice.tsx'
import { entriesText } from './entries-text.ts'
import { MOST_OF_ONE, type Slider, type Sliders, STEP_MINUTES } from './estimate.ts'
import { estimateText } from './estimate-text.ts'
import { choiceWords, type Names } from './subject-view.ts'
import { subjectKey } from './time.ts'
import { quarterHours } from './time-text.ts'
import { nextWeek, previousWeek, sundayOf } from './week.ts'

/** The estimate of one week, as its owner sees it. */
export type EstimateSheet = {
  readonly week: Day
  readonly today: Day
  readonly sliders: Sliders
  readonly isEstimated: boolean
  readonly names: Names
  /** What to do now, of an estimate that was not taken; the sliders stand where they were sent. */
  readonly says: string | null
}

export const ESTIMATE_HREF = '/time/week'

export function EstimateView(sheet: EstimateSheet) {
  const { week, today, names, isEstimated, says } = sheet
  const text = estimateText(names.language)
  const span = entriesText(names.language).span(
    shortDay(week, names.language),
    longDay(sundayOf(week), names.language),
  )
  return (
    <>
      <PageHead title={text.title(weekNumber(week))} under={`${span} ${text.under}`} />
      <p class="rij">
        <BackLink href="/time">{text.back}</BackLink>
        <BackLink href={`${ESTIMATE_HREF}?week=${previousWeek(week)}`}>{text.before}</BackLink>
        {nextWeek(week) <= today && (
          <ArrowLink href={`${ESTIMATE_HREF}?week=${nextWeek(week)}`}>{text.after}</ArrowLink>
        )}
      </p>
      {says && (
        <Notice kind="refusal" title={text.notSaved}>
          <p>{says}</p>
        </Notice>
      )}
      <p class="noot">{isEstimated ? text.was : text.begins}</p>
      <Sliding {...sheet} />
    </>
  )
}

function Sliding({ week, sliders, names, isEstimated }: EstimateSheet) {
  const text = estimateText(names.language)
  const open = (ones: readonly Slider[]) => ones.some(({ minutes }) => minutes > 0)
  return (
    <form action={ESTIMATE_HREF} method="post" class="schatten" novalidate>
      <HiddenFields values={{ week }} />
      <week-sliders data-one={quarterHours(60, names.language)} data-many={quarterHours(120, names.language)}>
        <p class="noot" id="schaal">
          {text.scale}
        </p>
        <Group title={text.plan} ones={sliders.main} names={names} />
        <Group title={text.between} ones={sliders.between} names={names} />
        {sliders.tracks.length > 0 && (
          <Fold summary={text.tracks} open={open(sliders.tracks)}>
            <Group title={text.tracks} hidden ones={sliders.tracks} names={names} />
          </Fold>
        )}
        <p class="samen" hidden>
          {text.together} <output data-total />
        </p>
      </week-sliders>
      <div class="rij knoppen">
        <Button>{text.save}</Button>
        {isEstimated && (
          <Button kind="quiet" name="act" value="drop">
            {text.drop}
          </Button>
        )}
      </div>
      <p class="noot">{text.counts}</p>
    </form>
  )
}

type GroupProps = { title: string; hidden?: boolean; ones: readonly Slider[]; names: Names }

function Group({ title, hidden, ones, names }: GroupProps) {
  return (
    <fieldset>
      <legend class={hidden ? 'vh' : undefined}>{title}</legend>
      {ones.map((one) => (
        <SliderRow one={one} names={names} />
      ))}
    </fieldset>
  )
}

/** A native slider: it goes by dragging, by tapping and with the arrow keys, also without script. */
function SliderRow({ one, names }: { one: Slider; names: Names }) {
  const { name, note } = wordsOf(one, names)
  const id = `s-${subjectKey(one.subject).replace(':', '-')}`
  return (
    <div class="schuifregel">
      <label for={id}>
        {name}
        {note && <small> {note}</small>}
      </label>
      <input
        type="range"
        id={id}
        name={`m:${subjectKey(one.subject)}`}
        min="0"
        max={MOST_OF_ONE}
        step={STEP_MINUTES}
        value={one.minutes}
        aria-describedby="schaal"
      />
      <output for={id}>{one.minutes === 0 ? '' : quarterHours(one.minutes, names.language)}</output>
    </div>
  )
}

function wordsOf({ subject }: Slider, names: Names) {
  const words = choiceWords(subject, names)
  if (subject.what === 'ad-hoc' || subject.what === 'other') return { name: words.note, note: '' }
  return words
}
