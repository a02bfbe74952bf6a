import { plainOf } from '../kernel/rich.ts'
import { SelectField } from '../ui/field.tsx'
import { Span, type SpanState, Spans } from '../ui/thread.tsx'
import type { SheetProps } from './import-entries-view.tsx'
import type { NameRow } from './import-people.ts'
import { type ImportSheet, isGoalEntry } from './import-sheet.ts'
import { importText } from './import-text.ts'
import { entryName } from './import-words-view.ts'

/** Whose each track becomes: people and learning teams of now, or just the name as it stood. */
export function Names({ sheet }: SheetProps) {
  const text = importText(sheet.language)
  if (sheet.rows.length === 0) return null
  return (
    <section aria-labelledby="in-names">
      <h2 id="in-names">{text.namesTitle}</h2>
      <p class="noot">{text.namesNote}</p>
      <Spans kind="names">
        {sheet.rows.map((row) => (
          <NameSpan sheet={sheet} row={row} />
        ))}
      </Spans>
    </section>
  )
}

type RowProps = SheetProps & { readonly row: NameRow }

function NameSpan({ sheet, row }: RowProps) {
  const text = importText(sheet.language)
  const { entry, owners, duo } = row
  const name = row.name === null ? text.noName : entryName(entry, sheet)
  const [first = '', second = ''] = owners.ids
  const options = row.kind === 'team' ? teamOptions(sheet) : peopleOptions(sheet)
  return (
    <Span
      id={`name-${entry.key}`}
      source={
        <p>
          <b>{name}</b>
        </p>
      }
      state={stateOf(row)}
    >
      <SelectField
        name={`who.${entry.key}`}
        label={text.who(name)}
        hiddenLabel
        value={first}
        none={text.asText}
        options={options}
      />
      {duo && (
        <SelectField
          name={`duo.${entry.key}`}
          label={text.whoDuo(name)}
          hiddenLabel
          value={second}
          none={text.duoNone}
          options={options}
        />
      )}
      {remark(row, sheet) && <small>{remark(row, sheet)}</small>}
    </Span>
  )
}

const stateOf = ({ owners }: NameRow): SpanState =>
  owners.ids.length === 0 ? 'loose' : owners.sure ? 'sure' : 'look'

function remark({ owners, kind, chosen }: NameRow, { language, roster }: ImportSheet): string | null {
  const text = importText(language)
  const [first] = owners.ids
  if (chosen || owners.sure) return null
  if (first === undefined) return kind === 'team' ? text.noTeam : text.nobody
  return text.isIt(roster.people.find(({ id }) => id === first)?.name ?? '')
}

const peopleOptions = ({ roster }: ImportSheet) =>
  roster.people
    .filter(({ hasLeft }) => !hasLeft)
    .map(({ id, name, groups }) => ({ value: id, label: [name, ...groups].join(', ') }))

const teamOptions = ({ roster }: ImportSheet) =>
  roster.learningTeams.map(({ id, name }) => ({ value: id, label: name }))

/** On which vision line each goal hangs, for who wants to say it now. */
export function GoalLines({ sheet }: SheetProps) {
  const text = importText(sheet.language)
  const goals = sheet.draft.entries.filter((entry) => isGoalEntry(entry) && entry.fields.length > 0)
  const lines = sheet.roster.visionLines.filter(({ retiredAt }) => retiredAt === null)
  if (goals.length === 0 || lines.length === 0) return null
  const options = lines.map((line) => ({ value: line.id, label: line.short || line.text }))
  return (
    <section aria-labelledby="in-lines">
      <h2 id="in-lines">{text.linesTitle}</h2>
      <p class="noot">{text.linesNote}</p>
      <Spans kind="names">
        {goals.map((goal) => {
          const name = entryName(goal, sheet)
          const title = plainOf(goal.fields.find(({ field }) => field === 'title')?.written ?? '')
          return (
            <Span
              source={
                <>
                  <small>{name}</small>
                  <p>{title}</p>
                </>
              }
              state={sheet.choices.lines[goal.key] ? 'sure' : 'loose'}
            >
              <SelectField
                name={`line.${goal.key}`}
                label={text.lineOf(`${name}, ${title}`)}
                hiddenLabel
                value={sheet.choices.lines[goal.key] ?? ''}
                none={text.lineNone}
                options={options}
              />
            </Span>
          )
        })}
      </Spans>
    </section>
  )
}
