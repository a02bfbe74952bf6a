import type { Db } from '../../app/db/database.ts'
import { mayHold } from '../../app/question/question-may.ts'
import { askQuestion, changeQuestion } from '../../app/question/question-write-store.ts'
import { stepTo } from '../../app/question/rung.ts'
import { giveAnswer } from '../../app/tray/answer-store.ts'
import { joinQuestions } from '../../app/tray/join-store.ts'
import { replyTo } from '../../app/tray/reply-store.ts'
import { logSmall } from '../../app/tray/small-ask-store.ts'
import type { Cast } from '../cast.ts'
import { TODAY } from '../cast.ts'
import { AFTER, type adoptedPlan, done } from '../written-plan.ts'

type Made = Awaited<ReturnType<typeof adoptedPlan>>
const told = { now: AFTER, tell: async () => {} }

/** Questions with the coordinator: two laid together, one answered with a step, one with a colleague; and small asks. */
export async function liesInTray(db: Db, { cast, id: planId, bram: track }: Made) {
  const karin = cast.member('karin')
  const together = await brought(db, cast, 'petra', 'De oudergesprekken lopen uit, ook met de nieuwe opzet.')
  const other = await brought(db, cast, 'samira', 'Hoe houd ik een gesprek met ouders kort?')
  done(await joinQuestions(db, karin, { one: together, other }, AFTER))
  const stepped = await brought(db, cast, 'bram', 'Hoe laat ik ze langer zelf werken?')
  const step = { planId, entryId: track, what: 'In twee lessen één ding anders doen.' }
  const none = { variant: '', colleague: null, step: null, agreement: null }
  const fits = { ...none, kind: 'track', words: 'Bram, dit past in je traject.', step } as const
  done(await giveAnswer(db, karin, stepped, { given: fits, seen: null, ...told }))
  const passed = await brought(db, cast, 'lotte', 'Wie weet hoe je begint met voorlezen?')
  const agreement = { words: 'We delen alles.', href: `/plan/${planId}#principles` }
  const words = 'Lotte, Ineke kan dit laten zien.'
  const ask = { ...none, kind: 'ask', words, colleague: cast.people.ineke, agreement } as const
  const answer = done(await giveAnswer(db, karin, passed, { given: ask, seen: null, ...told }))
  await replyTo(db, cast.member('lotte'), answer, { as: 'thanks', words: 'Fijn.' }, told)
  for (const once of ['een', 'twee', 'drie'])
    done(await logSmall(db, karin, { kind: 'take-class', answer: 'come', day: TODAY, once, now: AFTER }))
  return { together, stepped, passed }
}

async function brought(db: Db, cast: Cast, key: keyof Cast['people'], text: string) {
  const by = cast.member(key)
  const id = done(await askQuestion(db, by, { text, about: 'group' }, AFTER))
  const may = (question: Parameters<typeof mayHold>[0]) => mayHold(question, by)
  await changeQuestion(db, by, { id, now: AFTER }, may, (question) => stepTo(question, 3, AFTER))
  return id
}
