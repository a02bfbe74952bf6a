import type { Db } from '../../app/db/database.ts'
import type { QuestionId } from '../../app/kernel/id.ts'
import { answerAsk, askThem } from '../../app/question/ask-store.ts'
import type { Question } from '../../app/question/question.ts'
import { mayHold } from '../../app/question/question-may.ts'
import { askQuestion, changeQuestion } from '../../app/question/question-write-store.ts'
import { close, did, letIn, stepTo, tieTo, withTopic, write } from '../../app/question/rung.ts'
import type { Member } from '../../app/session/actor.ts'
import { AFTER, adoptedPlan, done } from '../written-plan.ts'
import { keepsOffice } from './office-school.ts'
import { comesBack } from './pattern-school.ts'
import { learnsTogether } from './peer-school.ts'
import { liesInTray } from './tray-school.ts'

const told = { now: AFTER, tell: async () => {} }

/** A school in which questions stand on every rung: own, asked, with the coordinator, and closed. */
export async function questionSchool(db: Db) {
  const made = await adoptedPlan(db)
  const { cast } = made
  const [anouk, youssef] = [cast.member('anouk'), cast.member('youssef')]
  const first = await ask(db, anouk, 'Hoe krijg ik bij rekenen ook de stille kinderen aan het denken?')
  const second = await ask(db, anouk, 'Hoe houd ik een oudergesprek bij het onderwerp?')
  done(await askThem(db, anouk, { id: second, ...told }, [cast.people.youssef, cast.people.bram]))
  done(await answerAsk(db, youssef, { id: second, ...told }, { as: 'yes', words: 'Graag.', startsAt: null }))
  const third = await ask(db, anouk, 'Een kind loopt weg als het spannend wordt. Wat kan ik doen?', 'pupil')
  await hold(db, anouk, third, upTheLadder)
  await hold(db, anouk, third, (question) => letIn(question, cast.people.paul, AFTER))
  await hold(db, anouk, third, (question) => tieTo(question, { planId: made.id, entryId: made.anouk }))
  const closed = await ask(db, anouk, 'Hoe begin ik de dag rustig?', 'group')
  await hold(db, anouk, closed, (question) => withTopic(question, 'class-climate', anouk.personId, AFTER))
  await hold(db, anouk, closed, (question) =>
    close(question, { solvedOn: 1, helped: 'Eerst iedereen bij de deur begroeten.' }, AFTER),
  )
  await comesBack(db, made)
  const office = await keepsOffice(db, made)
  const learning = await learnsTogether(db, made)
  const tray = await liesInTray(db, made)
  return { ...made, first, second, third, closed, office, tray, learning }
}

const ask = async (db: Db, by: Member, text: string, about: Question['about'] = 'lesson') =>
  done(await askQuestion(db, by, { text, about }, AFTER))

async function hold(
  db: Db,
  by: Member,
  id: QuestionId,
  rule: (question: Question) => ReturnType<typeof did>,
) {
  const answer = await changeQuestion(db, by, { id, now: AFTER }, (there) => mayHold(there, by), rule)
  if (answer !== 'done') throw new Error(`not done: ${JSON.stringify(answer)}`)
}

/** Thought of, done and seen on the first rung, then to the coordinator. */
function upTheLadder(question: Question): Question {
  const rules = [
    (there: Question) => write(there, '1.idea', 'Een rustig plekje in de klas.', AFTER),
    (there: Question) => did(there, 1, true, AFTER),
    (there: Question) => write(there, '1.saw', 'Het duurt korter, maar het gebeurt nog elke dag.', AFTER),
    (there: Question) => stepTo(there, 3, AFTER),
  ]
  return rules.reduce<Question>((there, rule) => done(rule(there)), question)
}
