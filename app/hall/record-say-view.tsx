import { nameIn, type Say } from '../meeting/meeting.ts'
import { Lines } from '../ui/rich.tsx'
import { Act } from './lead-act-view.tsx'
import type { Desk } from './record.ts'
import { recordText } from './record-text.ts'

/** Questions, reactions and input of the current item, to tick off as they are talked through. */
export function RecordSays({ desk }: { desk: Desk }) {
  const { item, scene, words } = desk.board
  const text = recordText(words.language)
  const says = item ? scene.says.filter((say) => say.item === item.id) : []
  if (says.length === 0) return null
  return (
    <section class="blok" aria-labelledby="tafel-gezegd">
      <h2 id="tafel-gezegd">{text.says}</h2>
      <p class="noot">{text.saysNote}</p>
      <ul class="tafellijst">
        {says.map((say) => (
          <SayLine desk={desk} say={say} />
        ))}
      </ul>
    </section>
  )
}

function SayLine({ desk, say }: { desk: Desk; say: Say }) {
  const { scene, words } = desk.board
  const text = recordText(words.language)
  const isDone = say.doneAt !== null
  return (
    <li id={`tafel-${say.id}`} class={isDone ? 'besproken' : undefined}>
      <span>
        <Lines text={say.text} />
        <small>{` ${text.kind[say.kind]}, ${text.sayBy(nameIn(scene, say.person) ?? '')}`}</small>
      </span>
      <Act
        at={desk.leading}
        act={isDone ? 'say-undone' : 'say-done'}
        fields={{ say: say.id }}
        kind={isDone ? 'link' : 'quiet'}
        about={say.text.slice(0, 60)}
      >
        {isDone ? text.notYet : text.talkedThrough}
      </Act>
    </li>
  )
}
