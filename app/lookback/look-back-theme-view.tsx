import type { Child } from 'hono/jsx'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/choice.tsx'
import { Fold } from '../ui/details.tsx'
import { Field, SelectField, TextField } from '../ui/field.tsx'
import { HiddenFields } from '../ui/form.tsx'
import { Lines } from '../ui/rich.tsx'
import { AskRoom } from './look-back-ask-view.tsx'
import { LookForm } from './look-back-form-view.tsx'
import type { LookItem, LookSheet } from './look-back-sheet.ts'
import { lookBackText } from './look-back-text.ts'
import type { Grouped, LookNote, Theme } from './theme.ts'
import { LONGEST_OUTCOME, LONGEST_THEME } from './theme.ts'
import { themeText } from './theme-text.ts'
import { proposeGroups } from './theme-words.ts'

type ThemeProps = { sheet: LookSheet; at: LookItem; grouped: Grouped }

/** Grouping what was brought in, choosing what to talk about, and saying what one concludes. */
export function ThemeDesk({ sheet, at, grouped }: ThemeProps) {
  const text = themeText(sheet.words.language)
  const count = grouped.loose.length + grouped.groups.reduce((sum, { notes }) => sum + notes.length, 0)
  return (
    <div class="themabord">
      {count === 0 ? <p class="zacht">{text.noNotes}</p> : <Placing {...{ sheet, at, grouped }} />}
      <div class="rij">
        <LookForm sheet={sheet} at={at} act="theme" class="regelformulier">
          <Field
            name="title"
            label={text.newTheme}
            id={`theme-${at.item.id}`}
            maxlength={LONGEST_THEME}
            value={sheet.typedOf(at, 'theme', 'title')}
            error={sheet.errorOf(at, 'theme', 'title')}
          />
          <Button kind="quiet">{text.addTheme}</Button>
        </LookForm>
      </div>
      <Proposed {...{ sheet, at, grouped }} />
      <AskRoom sheet={sheet} at={at} grouped={grouped} />
      {grouped.groups.map(({ theme, notes }) => (
        <OneTheme sheet={sheet} at={at} theme={theme} notes={notes} />
      ))}
    </div>
  )
}

/** Every note with the theme it lies in: one form, so that it works without script. */
function Placing({ sheet, at, grouped }: ThemeProps) {
  const text = themeText(sheet.words.language)
  const themes = grouped.groups.map(({ theme }) => ({ value: theme.id as string, label: theme.title }))
  const notes = [...grouped.loose, ...grouped.groups.flatMap((group) => group.notes)]
  const row = (note: LookNote) => (
    <li>
      <NoteWords note={note} sheet={sheet} />
      {themes.length > 0 && (
        <SelectField
          name={`place.${note.id}`}
          id={`place-${note.id}`}
          label={text.themeOf(note.text.slice(0, 60))}
          hiddenLabel
          none={text.noTheme}
          value={note.theme}
          options={themes}
        />
      )}
    </li>
  )
  return (
    <LookForm sheet={sheet} at={at} act="place" class="leggen">
      <ul class="briefjes">{notes.map(row)}</ul>
      {themes.length > 0 && (
        <p>
          <Button kind="quiet">{text.place}</Button>
        </p>
      )}
    </LookForm>
  )
}

/** Without the name of who brought it in: this page is opened on the wall; who leads finds names on the desk. */
function NoteWords({ note, sheet }: { note: LookNote; sheet: LookSheet }) {
  const { source } = lookBackText(sheet.words.language)
  return (
    <span class="brief">
      {note.source && <small>{source[note.source]}</small>}
      <span>
        <Lines text={note.text} />
      </span>
    </span>
  )
}

/** Words that several loose notes share: a first idea, one button each. */
function Proposed({ sheet, at, grouped }: ThemeProps) {
  const text = themeText(sheet.words.language)
  const proposed = proposeGroups(grouped.loose)
  if (proposed.length === 0) return null
  return (
    <Fold summary={text.suggested}>
      <p class="noot">{text.suggestedNote}</p>
      <div class="rij">
        {proposed.map(({ title, notes }) => (
          <LookForm sheet={sheet} at={at} act="group" class="eenknop" id={`group-${at.item.id}-${title}`}>
            <HiddenFields values={{ title }} />
            {notes.map((id) => (
              <input type="hidden" name="note" value={id} />
            ))}
            <Button kind="quiet" about={text.notes(notes.length)}>
              {text.take(title)}
            </Button>
          </LookForm>
        ))}
      </div>
    </Fold>
  )
}

type OneProps = { sheet: LookSheet; at: LookItem; theme: Theme; notes: readonly LookNote[] }

function OneTheme({ sheet, at, theme, notes }: OneProps) {
  const text = themeText(sheet.words.language)
  const isWrong = sheet.isTried(at, 'said', theme.id)
  return (
    <article class="thema" aria-labelledby={`t-${theme.id}`} id={`th-${theme.id}`}>
      <h3 id={`t-${theme.id}`}>
        {theme.title} <small>{text.notes(notes.length)}</small>
      </h3>
      <LookForm sheet={sheet} at={at} act="said" about={theme.id}>
        <HiddenFields values={{ theme: theme.id }} />
        <TextField
          name="outcome"
          id={`outcome-${theme.id}`}
          label={text.saidOf}
          rows={2}
          maxlength={LONGEST_OUTCOME}
          value={isWrong ? sheet.typedOf(at, 'said', 'outcome', theme.id) : theme.outcome}
          error={sheet.errorOf(at, 'said', 'outcome', theme.id)}
        />
        {at.look.kind === 'themes' && (
          <Check
            name="goal"
            id={`goal-${theme.id}`}
            label={text.becomesGoal}
            note={text.becomesGoalNote}
            checked={theme.becomesGoal}
          />
        )}
        <Button kind="quiet">{text.save}</Button>
      </LookForm>
      <Fold summary={text.rename}>
        <Rename {...{ sheet, at, theme, notes }} />
      </Fold>
    </article>
  )
}

function Rename({ sheet, at, theme }: OneProps): Child {
  const text = themeText(sheet.words.language)
  return (
    <>
      <LookForm sheet={sheet} at={at} act="rename" about={theme.id} class="regelformulier">
        <HiddenFields values={{ theme: theme.id }} />
        <Field
          name="title"
          id={`rename-${theme.id}`}
          label={text.rename}
          maxlength={LONGEST_THEME}
          value={sheet.typedOf(at, 'rename', 'title', theme.id) ?? theme.title}
          error={sheet.errorOf(at, 'rename', 'title', theme.id)}
        />
        <Button kind="quiet">{text.save}</Button>
      </LookForm>
      <LookForm sheet={sheet} at={at} act="remove" about={theme.id} class="eenknop">
        <HiddenFields values={{ theme: theme.id }} />
        <Button kind="link">{text.removeTheme}</Button> <small class="noot">{text.removeNote}</small>
      </LookForm>
    </>
  )
}
