import type { Fact } from '../datatalk/fact.ts'
import { factsOf } from '../datatalk/fact.ts'
import { numbersOf } from '../datatalk/numbers-store.ts'
import type { TalkPart } from '../datatalk/talk.ts'
import { addLine, layFact, type NewLine } from '../datatalk/talk-line-store.ts'
import { beginTalk, shareTalk } from '../datatalk/talk-write-store.ts'
import type { DataTalkId, TalkLineId } from '../kernel/id.ts'
import type { DemoPersonKey } from './demo-cast.ts'
import type { Seed } from './demo-plan.ts'
import { ago, must } from './demo-questions.ts'

type Said = {
  readonly by: DemoPersonKey
  readonly part: TalkPart
  readonly words: string
  /** Evidence of the cause before it. */
  readonly isEvidence?: true
}

const SAID: readonly Said[] = [
  { by: 'wilma', part: 'cause', words: 'De tafels zitten in groep 6 nog niet vast.' },
  {
    by: 'kees',
    part: 'for',
    isEvidence: true,
    words: 'In groep 8 tellen een paar kinderen nog op hun vingers.',
  },
  {
    by: 'youssef',
    part: 'against',
    isEvidence: true,
    words: 'Breuken gaan ook moeizaam, en daar gaat het niet om tafels.',
  },
  { by: 'youssef', part: 'cause', words: 'We oefenen vaak, maar niet elke dag.' },
  { by: 'bram', part: 'for', isEvidence: true, words: 'In de roosters staat het drie keer per week.' },
  { by: 'kees', part: 'seen', words: 'Na vijf minuten oefenen gaat de rekenles vlotter.' },
  { by: 'bram', part: 'aim', words: 'In M6 kent vier op de vijf kinderen de tafels.' },
  { by: 'wilma', part: 'act', words: 'Elke dag tien minuten de tafels, in groep 4 tot en met 8.' },
  { by: 'youssef', part: 'act', words: 'Twee keer bij elkaar kijken tijdens het oefenen.' },
  { by: 'kees', part: 'not-yet', words: 'Een groepje oefent nog eens, meteen na de instructie.' },
  { by: 'bram', part: 'able', words: 'Wie het al kan, bedenkt sommen voor een ander.' },
]

/** Of the three subjects together, in the order in which they were laid in. */
const SEEN: readonly ((fact: Fact) => boolean)[] = [
  ({ about, statement }) => isTarget(about) && statement.says === 'run',
  ({ about, statement }) => isTarget(about) && statement.says === 'beside' && statement.kind === 'signal',
  ({ about, statement }) => isTarget(about) && statement.says === 'beside' && statement.kind === 'comparable',
  ({ statement }) => statement.says === 'lowest',
]

const isTarget = (about: Fact['about']) => about.of === 'school' && about.share === 'target'

/** What the learning team for arithmetic made of the doorstroomtoets; shared with the team, and no goal yet. */
export async function seedDataTalk(seed: Seed): Promise<DataTalkId> {
  const { tx, keeper, cast } = seed
  const bram = cast.member('bram')
  const team = cast.learningTeams.rekenen
  const id = must(await beginTalk(tx, bram, { team, subject: 'Rekenen' }, ago(seed, 9, '14:45')))
  const facts = factsOf(await numbersOf(tx, keeper), 'Rekenen')
  for (const [place, isMeant] of SEEN.entries()) {
    const fact = facts.find(isMeant)
    if (fact) must(await layFact(tx, bram, id, fact, ago(seed, 9, `14:5${place}`)))
  }
  let cause: TalkLineId | null = null
  for (const [place, { by, part, words, isEvidence }] of SAID.entries()) {
    const given: NewLine = { part, under: isEvidence ? cause : null, words }
    const line: TalkLineId = must(
      await addLine(tx, cast.member(by), id, given, ago(seed, 9, `15:${10 + place}`)),
    )
    if (part === 'cause') cause = line
  }
  must(await shareTalk(tx, bram, id, true, ago(seed, 9, '15:30')))
  return id
}
