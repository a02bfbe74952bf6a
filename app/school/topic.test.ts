import { describe, expect, it } from 'vitest'
import { NOW_MOMENT, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { asMember } from '../../test/request.ts'
import { newId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { itemFrom, MOST_ITEMS, parseItemName, stillOffered } from './own-list.ts'
import { BUILT_IN_TOPICS, type Topic, topicKeyOf } from './topic.ts'
import { addTopic, offerTopic, topicsOf } from './topic-store.ts'
import { builtInTopicNames, topicName, topicNames } from './topic-text.ts'
import { proposeTopics } from './topic-words.ts'

const BUILT_IN: Topic[] = BUILT_IN_TOPICS.map((key) => ({ key, name: null, isRetired: false }))
const first = (text: string, topics = BUILT_IN) => proposeTopics(text, topics)[0] ?? null

describe('the name of a topic', () => {
  it('is one line, and another than those that are there', () => {
    expect(parseItemName('  Muziek\tin de klas\u0000 ', [], 0)).toBe('Muziek in de klas')
    expect(parseItemName(' \u200b ', [], 0)).toMatchObject({ refused: 'item-name-missing' })
    expect(parseItemName('!!', [], 0)).toMatchObject({ refused: 'item-name-missing' })
    expect(parseItemName(null, [], 0)).toMatchObject({ refused: 'item-name-missing' })
    expect(parseItemName('x'.repeat(61), [], 0)).toMatchObject({ refused: 'item-name-long' })
    expect(parseItemName('rekenen!', builtInTopicNames(), 0)).toMatchObject({ refused: 'item-known' })
    expect(parseItemName('Young child, the', builtInTopicNames(), 0)).toBe('Young child, the')
    expect(parseItemName('Muziek', [], MOST_ITEMS)).toMatchObject({ refused: 'items-many' })
  })

  it('leads back to its key from a form or the database, and from nothing else', () => {
    expect(topicKeyOf('maths')).toBe('maths')
    for (const value of [null, '', 'Maths', '__proto__', 'constructor', '1; drop table topic'])
      expect(topicKeyOf(value)).toBeNull()
    expect(itemFrom('maths', BUILT_IN)).toBe('maths')
    expect(itemFrom('maths', [{ key: 'maths', name: null, isRetired: true }])).toBeNull()
    expect(itemFrom(newId<'topic'>(), BUILT_IN)).toBeNull()
  })
})

describe('the topics that a question seems to be about', () => {
  it.each([
    ['De oudergesprekken lopen uit, ook met de nieuwe opzet.', 'parents'],
    ['Na de gym is het elke keer zo onrustig in de klas', 'behaviour'],
    ['Hoe krijg ik bij rekenen ook de stille kinderen aan het denken?', 'maths'],
    ['Een paar kinderen blijven hangen bij de tafels en de breuken', 'maths'],
    ['Woordenschat: de woorden blijven niet hangen', 'language'],
    ['Mijn kleuters spelen vooral alleen in de huishoek', 'young-child'],
    ['Technisch lezen gaat achteruit sinds de vakantie', 'reading'],
    ['Er wordt veel gepest op het plein, de sfeer is weg', 'class-climate'],
    ['Twee kinderen zijn snel klaar en hebben meer uitdaging nodig; hoogbegaafd misschien', 'gifted'],
    ['De weektaak komt niet af, ze kunnen niet zelfstandig werken', 'independent-work'],
    ['Wie kijkt er mee naar mijn pengreep-oefeningen voor de motoriek?', 'motor-skills'],
    ['Ik wil mezelf filmen met beeldcoaching', 'video-coaching'],
    ['Na de gym duurt het een kwartier voor het rustig is.', 'class-climate'],
    ['Het weektaakwerk komt op vrijdag pas op gang.', 'independent-work'],
    ['Drie kinderen zijn klaar als de rest begint.', 'gifted'],
    ['Een kind dat nog geen Nederlands spreekt', 'newcomers'],
    ['Three children hit each other: how do I handle this behaviour?', 'behaviour'],
    ['My parent meetings take too long', 'parents'],
    ['How do I explain fractions?', 'maths'],
  ])('%s -> %s', (text, topic) => {
    expect(first(text)).toBe(topic)
  })

  it('forgive one slip of the pen in a longer word, and capitals and accents', () => {
    expect(first('de oudergesprekekn')).toBe('parents')
    expect(first('HOOGBEGAAFDE leerling')).toBe('gifted')
    expect(first('Coöperatieve vormen')).toBe('cooperation')
    expect(first('cooperatieve vormen')).toBe('cooperation')
    expect(first('hoogbegafde leerling')).toBe('gifted')
    expect(first('zelfstadig aan de slag')).toBe('independent-work')
  })

  it('are not heard in words that only look like theirs', () => {
    expect(proposeTopics('Het vlees is ouderwets en de houder is stuk', BUILT_IN)).toEqual([])
    expect(proposeTopics('Wie heeft de sleutel?', BUILT_IN)).toEqual([])
  })

  it('know an own topic by the words of its name, before the built-in ones', () => {
    const music: Topic = { key: newId<'topic'>(), name: 'Muziek in de klas', isRetired: false }
    expect(first('Welk muziekinstrument past bij groep 4?', [...BUILT_IN, music])).toBe(music.key)
    expect(first('Samen in de bus', [...BUILT_IN, music])).toBeNull()
    expect(first('Muziek', [...BUILT_IN, { ...music, isRetired: true }])).toBeNull()
  })

  it('are three at most, the likeliest first, the same every time, and none that was put away', () => {
    const text = 'Ouders klagen over rekenen, rekenen en rekenen, over lezen, spelling en pesten'
    expect(proposeTopics(text, BUILT_IN)).toHaveLength(3)
    expect(first(text)).toBe('maths')
    expect(proposeTopics(text, BUILT_IN)).toEqual(proposeTopics(text, BUILT_IN))
    expect(
      proposeTopics(
        text,
        BUILT_IN.filter(({ key }) => key !== 'maths'),
      ),
    ).not.toContain('maths')
    expect(
      proposeTopics(
        text,
        BUILT_IN.map((topic) => ({ ...topic, isRetired: true })),
      ),
    ).toEqual([])
  })

  it('take whatever is sent', () => {
    const hostile = [
      '',
      ' ',
      '\u0000\u202e',
      '*'.repeat(5_000),
      '(a+)+$',
      '\ud800',
      '👩‍🏫'.repeat(500),
      '<script>alert(1)</script>',
    ]
    for (const text of hostile) expect(proposeTopics(text, BUILT_IN)).toEqual([])
    expect(first('rekenen '.repeat(50_000))).toBe('maths')
    expect(
      proposeTopics('x'.repeat(1_000_000), [{ key: newId<'topic'>(), name: '!!', isRetired: false }]),
    ).toEqual([])
  })
})

eachDatabase((open, dialect) => {
  describe(`the topics of a school (${dialect})`, () => {
    it('begin with those that are built in, in both languages', async () => {
      const db = await open()
      const cast = await settleCast(db)
      const topics = await topicsOf(db, cast.member('anouk'))
      expect(topics.map(({ key }) => key)).toEqual([...BUILT_IN_TOPICS])
      expect(topics.map((topic) => topicName(topic, 'nl'))).toContain('Het jonge kind')
      expect(topics.map((topic) => topicName(topic, 'en'))).toContain('Giftedness')
    })

    it('grow by what anybody adds, are put away by who manages the school, and stay named', async () => {
      const db = await open()
      const cast = await settleCast(db)
      const other = await settleCast(db, { name: 'De Wilg' })
      const [anouk, karin] = [cast.member('anouk'), cast.member('karin')]
      const added = await addTopic(db, anouk, 'Buitenspelen', builtInTopicNames(), NOW_MOMENT)
      if (isRefusal(added)) throw new Error(added.refused)
      expect(await addTopic(db, anouk, 'buiten spelen!', builtInTopicNames(), NOW_MOMENT)).toMatchObject({
        refused: 'item-known',
      })
      expect(await offerTopic(db, anouk, added, false, NOW_MOMENT)).toMatchObject({ refused: 'may-not' })
      for (const key of [added, 'maths'] as const)
        expect(await offerTopic(db, karin, key, false, NOW_MOMENT)).toBeNull()
      const away = await topicsOf(db, anouk)
      expect([itemFrom(added, away), itemFrom('maths', away)]).toEqual([null, null])
      expect(topicNames(away, 'nl').get(added)).toBe('Buitenspelen')
      expect(topicNames(away, 'nl').get('maths')).toBe('Rekenen')
      expect(stillOffered(away)).toHaveLength(BUILT_IN_TOPICS.length - 1)
      expect(await offerTopic(db, karin, 'maths', true, NOW_MOMENT)).toBeNull()
      expect(itemFrom('maths', await topicsOf(db, anouk))).toBe('maths')
      expect(await offerTopic(db, other.member('karin'), added, true, NOW_MOMENT)).toEqual({
        refused: 'item-gone',
      })
      expect(await topicsOf(db, other.member('karin'))).toHaveLength(BUILT_IN_TOPICS.length)
    })

    it('have a page: adding for everybody, putting away for who manages the school', async () => {
      const db = await open()
      const cast = await settleCast(db)
      const app = testApp(db)
      const [anouk, karin] = [await asMember(app, db, cast, 'anouk'), await asMember(app, db, cast, 'karin')]
      const hostile = '"><img src=x onerror=alert(1)>'
      expect((await anouk.post('/questions/topics', { act: 'add', name: hostile })).status).toBe(303)
      const page = await (await anouk.get('/questions/topics')).text()
      expect(page).toContain('&gt;&lt;img')
      expect(page).not.toContain('<img src=x')
      expect(page).not.toContain('value="away"')
      const again = await anouk.post('/questions/topics', { act: 'add', name: 'Rekenen' })
      expect(again.status).toBe(422)
      expect(await again.text()).toContain('Dit onderwerp staat er al.')
      expect((await anouk.post('/questions/topics', { act: 'away', item: 'maths' })).status).toBe(403)
      expect((await karin.post('/questions/topics', { act: 'away', item: 'maths' })).status).toBe(303)
      expect((await karin.post('/questions/topics', { act: 'back', item: 'nothing' })).status).toBe(422)
      expect(await (await karin.get('/questions/topics?done=away')).text()).toContain('value="back"')
    })
  })
})
