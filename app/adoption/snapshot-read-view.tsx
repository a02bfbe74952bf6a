import { aimSentence } from '../form/aim-text.ts'
import { longDay } from '../kernel/day.ts'
import { aimText } from '../plan/aim-text.ts'
import { entryText } from '../plan/entry-text.ts'
import { type EntryState, IN_ORDER, textsInOrder } from '../plan/plan-state.ts'
import { RichText } from '../ui/rich.tsx'
import { Sentences } from './compare-card-view.tsx'
import { labelsFor, type Naming, nameOfState, sayPerson } from './compare-say-view.ts'
import { compareText } from './compare-text.ts'

type Props = Omit<Naming, 'before'>

/** A plan as it stood, to read: what its reader may not see of it is not in it. */
export function PlanAsItStood(props: Props) {
  const naming: Naming = { ...props, before: props.after }
  const text = compareText(naming.language)
  const { principles, entries } = naming.after
  return (
    <div class="vergelijking">
      {principles.length > 0 && (
        <section aria-labelledby="toen-principes">
          <h2 id="toen-principes">{text.principles}</h2>
          <ol class="veranderingen">
            {principles.map((principle) => (
              <li>{principle.erased ? text.erased : <RichText text={principle.text} />}</li>
            ))}
          </ol>
        </section>
      )}
      {naming.after.frame.preventiveAim !== undefined && (
        <section aria-labelledby="toen-aim">
          <h2 id="toen-aim">{aimText(naming.language).title}</h2>
          <p>{aimSentence(naming.after.frame.preventiveAim, naming.language, naming.terms)}</p>
        </section>
      )}
      {IN_ORDER.map((kind) => (
        <Group
          naming={naming}
          title={text.groups[kind]}
          id={`toen-${kind}`}
          entries={entries.filter((entry) => entry.kind === kind)}
        />
      ))}
    </div>
  )
}

type GroupProps = { naming: Naming; title: string; id: string; entries: readonly EntryState[] }

function Group({ naming, title, id, entries }: GroupProps) {
  if (entries.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {entries.map((entry) => (
        <Entry entry={entry} naming={naming} />
      ))}
    </section>
  )
}

function Entry({ entry, naming }: { entry: EntryState; naming: Naming }) {
  const text = compareText(naming.language)
  const labels: Readonly<Record<string, string>> = labelsFor(entry, naming)
  return (
    <article class="verschilkaart" aria-labelledby={`toen-${entry.id}`}>
      <h3 id={`toen-${entry.id}`}>{nameOfState(entry, naming)}</h3>
      {entry.erased && <p class="noot">{text.erased}</p>}
      {entry.veiled && !entry.erased && <p class="noot">{text.veiled}</p>}
      {textsInOrder(entry).map(([field, words]) => (
        <div class="veldverschil">
          <h4>{labels[field] ?? field}</h4>
          <div class="regels">
            <RichText text={words} />
          </div>
        </div>
      ))}
      <Sentences lines={besides(entry, naming)} />
    </article>
  )
}

/** On which days it is looked at, and who is named with it. */
function besides(entry: EntryState, naming: Naming): string[] {
  const occasions = entryText(naming.language).occasion
  return [
    ...entry.moments.map(
      ({ onDay, occasion }) => `${longDay(onDay, naming.language)} (${occasions[occasion]})`,
    ),
    ...entry.people.map((person) => sayPerson(person, naming)),
  ]
}
