import type { QuestionId } from '../app/kernel/id.ts'
import { tellAsksBy } from '../app/question/ask-letter-desk.ts'
import { answerAsk, asksOf, askThem, type GivenAnswer, takeBackAsk } from '../app/question/ask-store.ts'
import { ABOUTS, type Question, type QuestionField, type QuestionRefusal } from '../app/question/question.ts'
import { mayHold } from '../app/question/question-may.ts'
import { confirmTopic } from '../app/question/question-topic-store.ts'
import { askQuestion, changeQuestion, markRead, throwAway } from '../app/question/question-write-store.ts'
import { close, letIn, letOut, openAgain, stepTo } from '../app/question/rung.ts'
import { writeSentence } from '../app/question/sentence-store.ts'
import {
  answer,
  book,
  endCall,
  handOn,
  heavy,
  isWithKarin,
  join,
  reply,
  sayToJoin,
} from './question-help-acts.ts'
import type { Act, Doing, Known, Living } from './question-history.ts'
import {
  change,
  freshWord,
  isRunning,
  type Life,
  momentNow,
  note,
  others,
  passOn,
  pick,
  readNow,
  type Scene,
  sending,
  wentThrough,
} from './question-life.ts'

type Doer = (scene: Scene) => Promise<void>

/** Everything that somebody does in a history, one after another. */
export async function liveThrough(life: Life, history: readonly Act[]) {
  for (const act of history) {
    passOn(life)
    if (act.doing === 'begin') await begin(life, act)
    else await actOn(life, act)
  }
}

async function begin(life: Life, act: Act) {
  const asker = pick(others('paul'), act.by) ?? 'anouk'
  const about = ABOUTS[act.turn % ABOUTS.length] ?? 'group'
  const sentence = `Vraag ${life.questions.length} over draadwoord ${life.words.size}`
  const id = await askQuestion(life.db, life.cast.member(asker), { text: sentence, about }, momentNow(life))
  if (typeof id !== 'string') return
  const made = {
    id,
    asker,
    rung: 1,
    isHeavy: false,
    asks: {},
    letIn: [],
    is: 'running',
    sentence: '',
  } as const
  life.questions = [...life.questions, made]
  life.went.set('begin', (life.went.get('begin') ?? 0) + 1)
  await write(life, made, 'text')
}

/** Writes a sentence with a word of its own in it. */
async function write(
  life: Life,
  { id, asker }: Pick<Known<QuestionId>, 'id' | 'asker'>,
  field: QuestionField,
) {
  const word = freshWord(life, id)
  const given = { text: `Dan zeggen we ${word} tegen elkaar.`, base: null }
  const answer = await writeSentence(life.db, life.cast.member(asker), id, field, given, momentNow(life))
  const isDone = answer !== null && 'saved' in answer
  if (isDone && field === 'text') change(life, id, { sentence: word })
  return isDone
}

async function actOn(life: Life, act: Act) {
  const known = pick(
    life.questions.filter(({ is }) => is !== 'thrown-away'),
    act.question,
  )
  if (!known) return
  const who = (act.rightly ? DOERS[act.doing](known, act) : pick(others(), act.by)) ?? known.asker
  const other = pick(others(known.asker), act.whom) ?? 'paul'
  const scene = { life, act, known, who, other, actor: life.cast.member(who), now: momentNow(life) }
  await ACTS[act.doing](scene)
}

const asker = (known: Known<QuestionId>): Living => known.asker
const askedOf = ({ asks }: Known<QuestionId>, { whom }: Act): Living | undefined =>
  pick(
    others().filter((key) => asks[key] === 'asked' || asks[key] === 'yes'),
    whom,
  )
const karin = (): Living => 'karin'

/** Whose act it is. */
const DOERS: Readonly<Record<Doing, (known: Known<QuestionId>, act: Act) => Living | undefined>> = {
  begin: asker,
  sentence: asker,
  rung: asker,
  ask: asker,
  yes: askedOf,
  no: askedOf,
  pass: askedOf,
  withdraw: asker,
  bring: asker,
  down: asker,
  'let-in': asker,
  'let-out': asker,
  heavy: asker,
  'heavy-alone': asker,
  'take-heavy-back': asker,
  came: karin,
  'hand-on': karin,
  answer: karin,
  reply: asker,
  join: karin,
  'say-join': asker,
  book: asker,
  topic: asker,
  close: asker,
  again: asker,
  'throw-away': asker,
}

type Rule = (question: Question) => Question | { readonly refused: QuestionRefusal }

/** What the asker alone does with a question. */
const hold = async (scene: Scene, rule: Rule, what: Partial<Known<QuestionId>>) => {
  const { life, actor, known, now, who } = scene
  const may = (question: Question) => mayHold(question, actor)
  const answer = await changeQuestion(life.db, actor, { id: known.id, now }, may, rule)
  if (!wentThrough(answer)) return
  note(scene, who === known.asker)
  change(life, known.id, what)
}

const sentence: Doer = async (scene) => {
  const { life, actor, known, act, now, who } = scene
  const field = act.doing === 'sentence' ? 'text' : (FIELDS[act.turn % FIELDS.length] ?? '1.idea')
  if (who === known.asker) {
    const isDone = await write(life, known, field)
    if (!isDone) return
    note(scene, isRunning(known) || field === 'helped')
    if (field.startsWith('2') && known.rung === 1) change(life, known.id, { rung: 2 })
    return
  }
  const given = { text: freshWord(life, known.id), base: null }
  const answer = await writeSentence(life.db, actor, known.id, field, given, now)
  if (answer !== null && 'saved' in answer) note(scene, false)
}
const FIELDS: readonly QuestionField[] = ['1.idea', '1.saw', '2.idea', '2.saw', '3.idea', '3.saw', 'helped']

const isAsked = ({ known, who }: Scene) => known.asks[who] === 'asked' || known.asks[who] === 'yes'

async function ask(scene: Scene) {
  const { life, actor, known, other, now, who } = scene
  const acting = { id: known.id, now, tell: tellAsksBy(sending(scene)) }
  const answer = await askThem(life.db, actor, acting, [life.cast.people[other]])
  if (!wentThrough(answer)) return
  note(scene, who === known.asker && isRunning(known))
  change(life, known.id, { ...asAsked(known, other, 'asked'), rung: known.rung === 1 ? 2 : known.rung })
}

/** Who is asked reads it because of that alone, also who was let in before. */
const asAsked = ({ asks, letIn }: Known<QuestionId>, key: Living, state: NonNullable<typeof asks.paul>) => ({
  asks: { ...asks, [key]: state },
  letIn: letIn.filter((one) => one !== key),
})

/** Yes with a line, no without a word, or somebody else's name. */
const say =
  (as: 'yes' | 'no' | 'pass'): Doer =>
  async (scene) => {
    const { life, actor, known, other, now, who } = scene
    const given: GivenAnswer =
      as === 'yes'
        ? { as, words: `Ja, ${freshWord(life, known.id)}`, startsAt: null }
        : as === 'no'
          ? { as }
          : { as, proposed: life.cast.people[other] }
    const question = await readNow(scene)
    if (question) await markRead(life.db, actor, [question], now)
    const acting = { id: known.id, now, tell: tellAsksBy(sending(scene)) }
    if (!wentThrough(await answerAsk(life.db, actor, acting, given))) return
    note(scene, isAsked(scene) && isRunning(known))
    change(life, known.id, asAsked(known, who, as === 'pass' ? 'passed' : as))
  }

async function withdraw(scene: Scene) {
  const { life, actor, known, act, now, who } = scene
  const question = await readNow({ ...scene, actor: life.cast.member(known.asker) })
  if (!question) return
  const asks = await asksOf(life.db, life.cast.member(known.asker), question)
  const one = pick(asks, act.whom)
  if (!one) return
  const acting = { id: known.id, now, tell: tellAsksBy(sending(scene)) }
  if (!wentThrough(await takeBackAsk(life.db, actor, acting, one.id))) return
  note(scene, who === known.asker && isRunning(known))
  const whom = others().find((key) => life.cast.people[key] === one.personId)
  if (whom) change(life, known.id, asAsked(known, whom, 'withdrawn'))
}

async function topic(scene: Scene) {
  const { life, actor, known, act, now, who } = scene
  const key = act.turn % 3 === 0 ? 'maths' : 'parents'
  if (wentThrough(await confirmTopic(life.db, actor, known.id, key, now)))
    note(scene, who === known.asker || (who === 'karin' && isWithKarin(known)))
}

async function throwIt(scene: Scene) {
  const { life, actor, known, who } = scene
  if (!wentThrough(await throwAway(life.db, actor, known.id))) return
  note(scene, who === known.asker)
  change(life, known.id, { is: 'thrown-away' })
}

const ACTS: Readonly<Record<Doing, Doer>> = {
  begin: async () => {},
  sentence,
  rung: sentence,
  ask,
  yes: say('yes'),
  no: say('no'),
  pass: say('pass'),
  withdraw,
  bring: (scene) => hold(scene, (question) => stepTo(question, 3, scene.now), { rung: 3 }),
  down: (scene) =>
    hold(scene, (question) => stepTo(question, 2, scene.now), {
      rung: 2,
      isHeavy: scene.known.isHeavy && scene.known.rung !== 3,
    }),
  'let-in': (scene) =>
    hold(scene, (question) => letIn(question, scene.life.cast.people[scene.other], scene.now), {
      letIn: [...scene.known.letIn, scene.other],
    }),
  'let-out': (scene) =>
    hold(scene, (question) => letOut(question, scene.life.cast.people[scene.other]), {
      letIn: scene.known.letIn.filter((key) => key !== scene.other),
    }),
  heavy,
  'heavy-alone': heavy,
  'take-heavy-back': endCall,
  came: endCall,
  'hand-on': handOn,
  answer,
  reply,
  join,
  'say-join': sayToJoin,
  book,
  topic,
  close: (scene) => {
    const helped = freshWord(scene.life, scene.known.id)
    return hold(scene, (question) => close(question, { solvedOn: question.rung, helped }, scene.now), {
      is: 'closed',
      isHeavy: false,
    })
  },
  again: (scene) => hold(scene, (question) => openAgain(question, scene.now), { is: 'running' }),
  'throw-away': throwIt,
}
