import { capital } from '../kernel/sentence.ts'
import { isGoal } from '../plan/entry.ts'
import { entryOf } from '../plan/plan.ts'
import { SelectField } from '../ui/field.tsx'
import { type Names, subjectWords } from './subject-view.ts'
import { AD_HOCS, type Subject, subjectKey } from './time.ts'
import { timeText } from './time-text.ts'

/** Everything that time can go to, as options by `subjectKey`: the plan first, then what is none of it. */
export function subjectOptions(names: Names): { value: string; label: string }[] {
  const entries = names.plan?.entries ?? []
  const subjects: Subject[] = [
    ...[...entries.filter(isGoal), ...entries.filter((entry) => !isGoal(entry))].map(
      ({ id }) => ({ what: 'entry', entryId: id }) as const,
    ),
    { what: 'question' },
    { what: 'care' },
    ...AD_HOCS.map((adHoc) => ({ what: 'ad-hoc', adHoc }) as const),
    { what: 'other' },
  ]
  return subjects.map((subject) => ({ value: subjectKey(subject), label: shortLine(subject, names) }))
}

/** 'Even tussendoor: ouders bellen', 'Doel 1: Samen lezen', 'Traject: Anouk'. */
function shortLine(subject: Subject, names: Names) {
  const { name, note } = subjectWords(subject, names)
  if (subject.what === 'ad-hoc') return `${name}: ${note}`
  if (subject.what === 'other') return capital(note)
  if (subject.what !== 'entry') return name
  const entry = names.plan && entryOf(names.plan, subject.entryId)
  return entry && isGoal(entry) ? `${capital(note)}: ${name}` : `${timeText(names.language).trackOf}: ${name}`
}

type Props = { id: string; names: Names; label: string; chosen: Subject | null; error?: string | null }

/** One list with everything that time can go to; what is no longer in the plan stays as it was. */
export function SubjectField({ id, names, label, chosen, error }: Props) {
  const options = subjectOptions(names)
  const value = chosen && subjectKey(chosen)
  const isGone = value !== null && !options.some((option) => option.value === value)
  return (
    <SelectField
      name="subject"
      id={id}
      label={label}
      error={error}
      value={value}
      options={isGone ? [{ value: '', label: timeText(names.language).goneEntry }, ...options] : options}
    />
  )
}
